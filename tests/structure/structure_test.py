#!/usr/bin/env python3
# The claims about the tree itself: each check finds nothing in the project, and
# does find what is wrong in a small bad example, so that it can fail.
#
#   structure_test.py COMPILER [test names]
import pathlib
import sys
import tempfile
import unittest

import doc_links
import file_heads
import include_directions
import lone_headers
import merge_marks
import portable_paths
import quiet_libraries

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPILER = "g++"


class TheProject(unittest.TestCase):
    def check(self, complaints):
        if complaints:
            self.fail("\n" + "\n".join(complaints))

    def test_dependencies_point_one_way(self):
        self.check(include_directions.complaints(ROOT))

    def test_every_header_compiles_alone(self):
        self.check(lone_headers.complaints(ROOT, COMPILER))

    def test_links_of_the_documentation_lead_somewhere(self):
        self.check(doc_links.complaints(ROOT))

    def test_files_say_why_they_exist(self):
        self.check(file_heads.complaints(ROOT))

    def test_no_path_of_one_machine(self):
        self.check(portable_paths.complaints(ROOT))

    def test_no_merge_is_left_half_done(self):
        self.check(merge_marks.complaints(ROOT))

    def test_libraries_are_quiet(self):
        self.check(quiet_libraries.complaints(ROOT))


class BadExamples(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="structure-")
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve()

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def expect(self, complaints, *wanted):
        """As many complaints as `wanted`, each holding its words, in order."""
        self.assertEqual(len(complaints), len(wanted), complaints)
        for complaint, words in zip(complaints, wanted):
            self.assertIn(words, complaint)

    def test_includes_against_the_grain(self):
        self.write("corpus/base/a.h", '#include "corpus/article/b.h"\n')
        self.write("corpus/schema/a.cc", '#include "corpus/read/b.h"\n')
        self.write("corpus/text/a.cc", '#include "corpus/base/b.h"\n')
        self.write("indexer/a.cc", '#include "searcher/query/b.h"\n')
        self.write("indexer/segment/a.cc", '#include "corpus/read/b.h"\n')
        self.write("searcher/a.cc", '#include "indexer/b.h"\n')
        self.write("searcher/match/a.cc", '#include "searcher/search/b.h"\n')
        self.write("searcher/render/a.cc", '#include "searcher/search/b.h"\n')
        self.write("tests/corpus/text/a.cc", '#include "indexer/b.h"\n')
        self.expect(
            include_directions.complaints(self.root),
            "corpus/base must not include", "corpus/schema must not include",
            "indexer must not include", "indexer/segment must not include",
            "searcher must not include", "searcher/match must not include",
            "the tests of corpus must not include")

    def test_includes_not_named_from_the_root(self):
        self.write("corpus/base/a.cc", '#include "b.h"\n#include "../b/c.h"\n')
        self.write("elsewhere/a.cc", '#include "corpus/base/b.h"\n')
        self.expect(include_directions.complaints(self.root),
                    '"b.h" is not named', '"../b/c.h" is not named',
                    "a folder that include_directions.py does not know")

    def test_a_library_that_belongs_behind_one_file(self):
        self.write("indexer/main.cc", "#include <CLI/CLI.hpp>\n")
        self.write("indexer/options.cc", "#include <CLI/CLI.hpp>\n")
        self.expect(include_directions.complaints(self.root), "main.cc")

    def test_a_header_that_needs_another_before_it(self):
        self.write("corpus/base/whole.h",
                   "#pragma once\n#include <string>\nusing W = std::string;\n")
        self.write("corpus/base/half.h",
                   "#pragma once\nusing H = std::string;\n")
        # Their sources say nothing of them: one is not built, one includes
        # something else first, one declares something first.
        need = "#pragma once\nusing H = std::string;\n"
        self.write("corpus/base/CMakeLists.txt", "SOURCES late.cc own.cc x.cc")
        self.write("corpus/base/late.h", need)
        self.write("corpus/base/late.cc",
                   '#include <string>\n#include "corpus/base/late.h"\n')
        self.write("corpus/base/own.h", need)
        self.write("corpus/base/own.cc",
                   'namespace std {}\n#include "corpus/base/own.h"\n')
        self.write("corpus/base/unbuilt.h", need)
        self.write("corpus/base/unbuilt.cc",
                   '#include "corpus/base/unbuilt.h"\n')
        self.expect(lone_headers.complaints(self.root, COMPILER),
                    "half.h", "late.h", "own.h", "unbuilt.h")

    def test_a_header_that_the_build_has_shown_to_stand_alone(self):
        self.write("corpus/base/CMakeLists.txt", "SOURCES a.cc b.cc")
        self.write("corpus/base/a.h", "#pragma once\nnot C++ at all\n")
        self.write("corpus/base/a.cc",
                   '// Why a is cut so.\n#include "corpus/base/a.h"\n')
        self.expect(lone_headers.complaints(self.root, COMPILER))

    def test_links_that_lead_nowhere(self):
        self.write("README.md", "# Top\n[a](docs/a.md#two-words) [b](gone.md) "
                                "[c](#top) [d](#bottom) `[e](f.md)` "
                                "[g](https://h.example/i)\n")
        self.write("docs/a.md", "# Two `words`\n```\n# Not a heading\n"
                                "[x](y)\n```\n[z](../README.md#not-a-heading)")
        self.write("docs/lost.md", "[lost](lost.md)\n")
        self.expect(doc_links.complaints(self.root),
                    "gone.md leads nowhere", "no heading for the link #bottom",
                    "no heading for the link ../README.md#not-a-heading",
                    "docs/lost.md: no page links to it")

    def test_files_that_do_not_say_why_they_exist(self):
        self.write("corpus/base/a.cc", "#include <string>\n")
        self.write("corpus/base/d.cc", '#include "corpus/base/d.h"\n')
        self.write("corpus/base/b.h", "// Why b exists.\n#include <string>\n")
        self.write("corpus/base/c.h", "// Why c exists.\n#pragma once\n")
        self.write("corpus/base/string_utils.cc", "// Why it exists.\n")
        self.write("tests/corpus/base/c_test.cc", "#include <string>\n")
        self.write("tests/corpus/base/e_test.cc", "#include <string>\n")
        self.write("tests/a", "#!/bin/sh\nset -eu\n")
        self.write("tests/b.py", "# Why b exists.\n")
        self.write("tests/c.py", "import os\n")
        self.expect(file_heads.complaints(self.root),
                    "a.cc: its first line", "b.h: has no",
                    '"utils" says nothing', "tests/a: its second line",
                    "tests/c.py: its first line",
                    "e_test.cc: its first line")

    def test_paths_of_one_machine(self):
        self.write("a.txt", "/" + "home/ada/articles\n")
        self.write("b.txt", "see /usr/share/dict and corpus/work/notes\n")
        self.write("c.txt", "cd /" + "work/main\n")
        self.write("d_test.cc", 'home = "/' + 'home/ada";\n')
        self.write("e_test.cc", 'shared = "/' + 'work/data";\n')
        self.expect(portable_paths.complaints(self.root), "a.txt:1", "c.txt:1",
                    "e_test.cc:1")

    def test_merges_left_half_done(self):
        self.write("a.md", "text\n" + "<" * 7 + " HEAD\none\n" + "=" * 7 +
                   "\ntwo\n" + ">" * 7 + " 1a2b (Title)\n")
        self.write("b.md", "Title\n" + "=" * 8 + "\n")
        self.expect(merge_marks.complaints(self.root), "a.md:2", "a.md:4",
                    "a.md:6")

    def test_libraries_that_are_not_quiet(self):
        self.write("corpus/text/a.cc", 'std::cerr << "no stemmer";\n')
        self.write("corpus/text/b.cc", "// never calls exit() or abort()\n")
        self.write("corpus/text/c.cc", 'if (getenv("DEBUG")) return;\n')
        self.write("corpus/text/d.cc", "if (!ok) std::exit(1);\n")
        self.write("corpus/text/e.cc", "matcher.exit(state); snprintf(b, 9);\n")
        self.write("indexer/main.cc", "return std::getenv(name);\n")
        self.expect(quiet_libraries.complaints(self.root),
                    "a.cc: a library that prints",
                    "c.cc: a library that reads the environment",
                    "d.cc: a library that exits")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        COMPILER = sys.argv.pop(1)
    unittest.main(verbosity=1)
