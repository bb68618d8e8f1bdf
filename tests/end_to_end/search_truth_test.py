#!/usr/bin/env python3
"""The searcher against a brute force: random phrases and combinations of
phrases are looked for in what `broadsheet-index --show --json` says the
articles hold, with nothing but regular expressions, and every article, every
sentence and every mark must agree. With the shared collections present, all of
Reuters-21578 and the seed articles are searched too.

The seed is printed; BROADSHEET_TEST_SEED repeats a run."""

import os
import random
import re
import sys
import unicodedata
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import search_programs as programs
from effort import EFFORT
from search_programs import World, name_of

SEED = int(os.environ.get("BROADSHEET_TEST_SEED", random.randrange(2**32)))

# A word that the brute force can tell apart: lower-case ASCII letters, three at
# least, and none whose capitals spell an acronym with a meaning of its own.
WORD = re.compile(r"[a-z]{3,}")
AMBIGUOUS = {"who", "aids", "imf", "may", "all", "art", "cop", "was", "ira"}


def folded(text):
    """`text` with case and accents folded, letter for letter."""
    out = []
    for c in text:
        base = unicodedata.normalize("NFKD", c)[0].lower()
        out.append(base if len(base) == 1 else c)
    return "".join(out)


def spellings(word):
    """Every way to write `word` that the project takes for the same: we're is
    were and T.H.E. is the, but the possessive company's is not companys."""
    plain = "['’]?".join(word[:-1]) + ("" if word[-1] == "s" else "['’]?")
    return f"(?:{plain}{word[-1]}|{'[.]'.join(word)}[.]?)"


def pattern(phrase):
    """Finds the words of `phrase` side by side: nothing that is part of a word
    between them, and no word that goes on before or after. A stop or an
    apostrophe joins letters, but not a letter and a digit: dlrs.1986 is two
    words, and so is Reuter4, as G7 is. The apostrophe of shareholders' is no
    letter, nor are quotation marks: been 'the calvary is been the calvary."""
    between = r"['’]?[^\w'’]+(?:['’]+[^\w'’]+)*['’]*"
    words = between.join(map(spellings, phrase.split()))
    return re.compile(r"(?<!\w)(?<![^\W\d_]['’.·])" + words +
                      r"(?:(?!\w)|(?=\d+(?!\w|[.,;'’]\d)))"
                      r"(?!['’.·][^\W\d_])")


class Collection:
    """Articles as the indexer shows them, and an index of them."""

    def __init__(self, *paths):
        self.world = World()
        self.world.build(*paths)
        self.articles = {}
        for shown in self.world.show(*paths):
            sentences = []
            for sentence in shown["sentences"]:
                sentences.append((sentence["zone"], sentence["begin"],
                                  sentence["text"], folded(sentence["text"])))
            key = (os.path.basename(shown["path"]), shown["record"])
            self.articles[key] = sentences
        # Letters alone, to pass over articles that cannot match.
        self.letters = {
            key: re.sub("['’.]", "", "\n".join(s[3] for s in sentences))
            for key, sentences in self.articles.items()}

    def random_phrase(self, chance, length):
        """`length` words that stand side by side somewhere."""
        keys = list(self.articles)
        while True:
            sentences = self.articles[chance.choice(keys)]
            text = chance.choice(sentences)[2] if sentences else ""
            tokens = re.findall(r"[^\s]+", text)
            if len(tokens) < length:
                continue
            start = chance.randrange(len(tokens) - length + 1)
            words = tokens[start:start + length]
            if all(WORD.fullmatch(w) and w not in AMBIGUOUS for w in words):
                return " ".join(words)

    def matches(self, phrase):
        """{article: {sentence: [(begin, end) in bytes]}} of `phrase`."""
        finder = pattern(phrase)
        words = phrase.split()
        found = {}
        for key, letters in self.letters.items():
            if not all(word in letters for word in words):
                continue
            for index, (_, offset, text, fold) in enumerate(
                    self.articles[key]):
                for match in finder.finditer(fold):
                    begin = offset + len(text[:match.start()].encode())
                    end = offset + len(text[:match.end()].encode())
                    found.setdefault(key, {}).setdefault(index, []).append(
                        (begin, end))
        return found

    def answered(self, query):
        """The same from the searcher; the headline's marks apart."""
        found = {}
        for hit in self.world.hits("--limit", 0, "--sentences", 0, query):
            key = (name_of(hit), hit["record_number"])
            sentences = found.setdefault(key, {})
            for sentence in hit["sentences"]:
                if sentence["marks"]:
                    sentences[sentence["index"]] = [
                        (m["begin"], m["end"]) for m in sentence["marks"]]
            if hit["headline"]:
                sentences["headline"] = [
                    (m["begin"], m["end"]) for m in hit["headline"]["marks"]]
        return found


def with_headline_apart(collection, found):
    """`found` with the marks of headline sentences under one key, as answers
    have them."""
    out = {}
    for key, sentences in found.items():
        rest = out.setdefault(key, {})
        for index, marks in sentences.items():
            zone = collection.articles[key][index][0]
            if zone == "headline":
                rest.setdefault("headline", []).extend(marks)
            else:
                rest[index] = marks
        if any(s[0] == "headline" for s in collection.articles[key]):
            rest.setdefault("headline", [])
    return out


class Truth:
    rounds = 0

    @classmethod
    def tearDownClass(cls):
        cls.collection.world.close()

    def test_phrases_are_found_where_they_stand_and_nowhere_else(self):
        chance = random.Random(SEED)
        for _ in range(self.rounds):
            phrase = self.collection.random_phrase(chance,
                                                   chance.choice((1, 2, 2, 3)))
            with self.subTest(phrase=phrase, seed=SEED):
                expected = with_headline_apart(
                    self.collection, self.collection.matches(phrase))
                self.assertTrue(expected)
                answered = self.collection.answered(f'"{phrase}"')
                self.assertEqual(set(expected), set(answered))
                for key, sentences in expected.items():
                    self.assertEqual(sentences, answered[key], key)

    def test_combinations_agree_with_sets_of_articles(self):
        chance = random.Random(SEED + 1)
        articles = set(self.collection.articles)
        for _ in range(self.rounds // 3):
            a, b, c = (self.collection.random_phrase(chance, n)
                       for n in (1, 1, 2))
            found = {p: set(self.collection.matches(p)) for p in (a, b, c)}
            for query, expected in (
                    (f'"{a}" "{b}"', found[a] & found[b]),
                    (f'"{a}" OR "{c}"', found[a] | found[c]),
                    (f'"{a}" OR "{b}" "{c}"',
                     (found[a] | found[b]) & found[c]),
                    (f'"{a}" -"{c}"', found[a] - found[c]),
                    (f'* NOT ("{a}" OR "{b}")',
                     articles - (found[a] | found[b]))):
                with self.subTest(query=query, seed=SEED):
                    hits = self.collection.world.hits(
                        "--limit", 0, "--sentences", 1, query)
                    self.assertEqual(expected, {
                        (name_of(h), h["record_number"]) for h in hits})
                    count = self.collection.world.search("--count", query)
                    self.assertEqual(f"{len(expected)}\n", count.out)


class SampleTruth(Truth, unittest.TestCase):
    rounds = max(6, 60 * EFFORT // 100)

    @classmethod
    def setUpClass(cls):
        cls.collection = Collection(programs.SAMPLES)


@unittest.skipUnless(programs.shared_data("reuters21578"),
                     "the shared collections are not here")
class ReutersTruth(Truth, unittest.TestCase):
    rounds = max(3, 30 * EFFORT // 100)

    @classmethod
    def setUpClass(cls):
        files = sorted(programs.shared_data("reuters21578").glob("*.sgm"))
        cls.collection = Collection(
            *files[:max(1, len(files) * min(EFFORT, 100) // 100)])

    def test_every_article_is_found(self):
        world = self.collection.world
        if EFFORT >= 100:
            self.assertEqual(21578, len(self.collection.articles))
        self.assertEqual(f"{len(self.collection.articles)}\n",
                         world.search("--count", "*").out)
        self.assertEqual({path for path, _ in self.collection.articles},
                         {os.path.basename(path) for path in
                          world.search("--files", "*").out.split()})


@unittest.skipUnless(programs.shared_data("seed-articles"),
                     "the shared collections are not here")
class SeedTruth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.world.build(programs.shared_data("seed-articles"))

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def marked(self, query):
        """{article's number: the marks of its sentences}."""
        return {name_of(hit)[:3]:
                [m["text"] for s in hit["sentences"] for m in s["marks"]]
                for hit in self.world.hits("--sentences", 0, query)}

    def test_both_versions_of_the_karuizawa_story_are_found(self):
        marked = self.marked('"rules-based" order Karuizawa')
        self.assertEqual({"001", "003"}, set(marked))
        for query in ("rules-based order", '"rules-based" order'):
            marked = self.marked(query)
            self.assertLessEqual({"001", "003"}, set(marked))
            for number in ("001", "003"):
                self.assertIn("rules-based", marked[number])
                self.assertIn("order", marked[number])

    def test_a_title_with_an_acronym_is_one_phrase_in_one_sentence(self):
        marked = self.marked('"U.S. Secretary of State"')
        self.assertEqual({"001", "003"}, set(marked))
        for marks in marked.values():
            self.assertLessEqual(set(marks), {"U.S. Secretary of State",
                                              "US Secretary of State"})
        for hit in self.world.hits("--sentences", 0,
                                   '"U.S. Secretary of State Antony Blinken"'):
            for sentence in hit["sentences"]:
                self.assertIn("Antony Blinken", sentence["text"])


if __name__ == "__main__":
    print(f"seed {SEED}", file=sys.stderr)
    unittest.main(argv=sys.argv[:1])
