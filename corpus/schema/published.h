// Opening the live generation, while a writer may be replacing it. The two
// agree by locks on the generation's own file: a reader holds it shared for as
// long as it reads; a writer removes it only under an exclusive lock, and only
// then the segments that nothing else names. So a reader that has the lock, on
// a file that is still linked, has its segments too.
#pragma once

#include <string>

#include "corpus/base/file.h"
#include "corpus/schema/manifest.h"
#include "corpus/schema/record_codec.h"
#include "corpus/schema/story_table.h"

namespace broadsheet::schema {

/// A generation that is open for reading, and stays on disk for as long as this
/// lives: a shared lock on its manifest says so to writers.
struct Published {
  std::string directory;  ///< The index directory, without a final '/'.
  Manifest manifest;
  FileDescriptor hold;
};

/// Opens the live generation of `directory`: reads CURRENT, checks the
/// manifest's hash, versions, and the presence and size of every file that a
/// search needs. Retries if a writer replaced the generation meanwhile. Throws
/// Error (kIndex) saying which of these failed, both versions, and how to
/// rebuild.
[[nodiscard]] Published open_published(const std::string& directory);

/// The dictionary of `published`, or "" if it has none. Throws Error (kIndex)
/// if the file is not what was published.
[[nodiscard]] std::string read_dictionary(const Published& published);

/// For the stored articles of `published`. Throws Error (kIndex) if its
/// dictionary is not what was published.
[[nodiscard]] RecordUnpacker record_unpacker(const Published& published);

/// The stories of `published`, a table of none if it has no such file. Throws
/// Error (kIndex) if the file is not what was published.
[[nodiscard]] StoryTable read_stories(const Published& published);

/// The same, but looked into where it lies: its size is compared with what was
/// published, its hash is not. For the few that an answer asks for.
[[nodiscard]] StoryTable open_stories(const Published& published);

/// The stamps of `published`; "" if it has no such file, or if that is not what
/// was published: then every input file is read again, and nothing is lost.
[[nodiscard]] std::string read_stamps(const Published& published);

/// Whether `directory` holds a CURRENT file.
[[nodiscard]] bool is_index(const std::string& directory);

}  // namespace broadsheet::schema
