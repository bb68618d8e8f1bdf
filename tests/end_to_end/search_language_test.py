"""The query language from the command line: where a query comes from, how it is
explained, what is refused and how fast an answer without hits is understood."""

import json
import sys
import unittest

import search_programs as programs
from search_programs import World


class Language(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.world.write("a.txt", "Dam holds\n\nThe minister may soon resign, "
                        "he said. The dam at Tarnholm held.\n")
        cls.world.write("b.txt", "Dam breaks\n\nThe dam broke.\n\nThe "
                        "minister stayed.\n")
        run = cls.world.run_indexer("--index", cls.world.index,
                                    cls.world.path / "a.txt",
                                    cls.world.path / "b.txt")
        assert run.returncode == 0, run.stderr

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def found(self, *arguments):
        return [path.rsplit("/", 1)[1] for path in
                self.world.search("--files", *arguments).out.splitlines()]

    def test_a_query_comes_from_a_file(self):
        query = self.world.write("query", "minister\n  w/5\nresign*\n")
        self.assertEqual(["a.txt"], self.found("-f", query))
        self.assertEqual(["a.txt"], self.found("--file", query))
        self.assertEqual(2, self.world.search("-f", query, "dam").code)
        missing = self.world.search("-f", self.world.path / "none")
        self.assertEqual(2, missing.code)
        self.assertIn("none", missing.err)

    def test_a_strategy_for_lexis_is_read_as_it_is_there(self):
        self.assertEqual(["a.txt"],
                         self.found("--lexis", "minist! w/5 resign!"))
        both = self.world.search("--lexis", "--count", "dam and minister")
        self.assertEqual("2\n", both.out)
        self.assertEqual([], self.found("--lexis", "dam minister"))

    def test_how_a_query_is_answered_is_told_on_request(self):
        exact = self.world.search("--explain", "minister w/5 resign")
        self.assertIn("tree:\n  w/5\n    minister   [Zminist]", exact.err)
        self.assertIn("(minister NEAR 6 resign)", exact.err)
        self.assertIn("nothing: Xapian's answer is exact", exact.err)
        checked = self.world.search("--explain", "--json", "dam w/p broke")
        record = checked.records[0]
        self.assertIn("unless this finds it too", record["explanation"])
        self.assertEqual("", self.world.search("--json", "dam")
                         .records[0]["explanation"])

    def test_an_answer_without_hits_tells_why(self):
        answer = self.world.search("minister w/1 resign")
        self.assertEqual(1, answer.code)
        self.assertRegex(answer.err, r"minister w/1 resign +in no article")
        self.assertRegex(answer.err, r"minister +in 2 articles")
        answer = self.world.search("broke Tarnholm")
        self.assertIn("every part of the query finds articles", answer.err)

    def test_a_misspelt_word_is_respelt_as_a_query_that_finds_something(self):
        answer = self.world.search("ministre w/5 \"soon resgin\"")
        self.assertIn('did you mean: minister w/5 "soon resign"', answer.err)
        suggestion = self.world.search("--json", "title:braeks").records[0]
        self.assertEqual("title:breaks", suggestion["suggestion"])
        self.assertNotIn("did you mean",
                         self.world.search("minister xylophone").err)

    def test_what_is_too_large_is_refused(self):
        for name, query in (("long", "oil " * 262_144),
                            ("deep", "(" * 60_000),
                            ("wide", "*a*"),
                            ("many", " OR ".join("oil" for _ in range(9_000)))):
            with self.subTest(name):
                path = self.world.write(name, query)
                answer = self.world.search("-f", path)
                self.assertEqual(2, answer.code)
                self.assertIn("query error", answer.err)
                self.assertEqual("", answer.out)

    def test_errors_name_their_place(self):
        error = json.loads(
            self.world.search("--json", "(dam AND broke) w/5 minister").err)
        self.assertEqual("bad-operand", error["code"])
        self.assertEqual((16, 3), (error["offset"], error["length"]))
        self.assertIn("w/s", error["hint"])

    def test_time_is_a_whole_number(self):
        self.assertEqual(0, self.world.search("--timeout", 0, "dam").code)
        self.assertEqual(2, self.world.search("--timeout", "x", "dam").code)
        record = self.world.search("--json", "dam w/p broke").records[0]
        self.assertTrue(record["complete"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
