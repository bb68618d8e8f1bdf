#!/usr/bin/env python3
"""An index whose articles were corrected since: a search finds what they say
now, and counts nothing twice, while the files still hold what they said."""

import json
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import search_programs as programs
from search_programs import World


def report(number, corrected=False):
    """A report of a ferry; those that are corrected tell of another day. The
    first one gives a date that no other has, till it is corrected."""
    text = ("The crew of the ferry to Port Ansel walked out on Monday."
            if not corrected else
            "Correction: the crew came back to the Marigold on Sunday.")
    date = "1999-05-03" if corrected else "1987-03-02" if number else "1950-01-01"
    return json.dumps({"id": f"ferry-{number}", "date": date, "body": text,
                       "title": f"Ferry number {number}"})


class Corrected(unittest.TestCase):
    REPORTS = 100
    CORRECTED = 3

    def setUp(self):
        self.world = World()
        self.world.build(self.world.write("all.jsonl", "\n".join(
            map(report, range(self.REPORTS)))))
        self.world.build(self.world.write("new.jsonl", "\n".join(
            report(number, True) for number in range(self.CORRECTED))))
        # Else no claim here says anything.
        self.first_segment = os.path.join(self.world.index, "segment-000001")
        self.assertTrue(os.path.isdir(self.first_segment))

    def tearDown(self):
        self.world.close()

    def count(self, *query):
        return int(self.world.search("--count", *query).out)

    def test_every_kind_of_query_counts_an_article_once(self):
        left = self.REPORTS - self.CORRECTED
        for query, articles in [
                ("*", self.REPORTS),
                ("ferry", self.REPORTS),
                ("crew", self.REPORTS),
                ("monday", left),
                ("marigold", self.CORRECTED),
                ("* NOT monday", self.CORRECTED),
                ("monday OR sunday", self.REPORTS),
                ('"walked out"', left),
                ("crew w/s ferry", left),
                ("title:number", self.REPORTS),
                ('title:"ferry number"', self.REPORTS),
                ("date:1987", left),
                ("date:1999", self.CORRECTED),
                ("date:1950", 0),
                ("id:ferry-1", 1),
                ("monday id:ferry-1", 0),
                ("lang:en", self.REPORTS)]:
            with self.subTest(query=query):
                self.assertEqual(articles, self.count(query))
                hits = self.world.hits("--limit", 0, query)
                self.assertEqual(articles, len(hits))

    def test_an_article_says_what_it_says_now(self):
        hits = self.world.hits("id:ferry-1")
        self.assertEqual(1, len(hits))
        self.assertEqual("1999-05-03", hits[0]["date"][:10])

    def test_dates_are_those_of_the_articles_that_are_held(self):
        info = self.world.search("--info").out
        self.assertRegex(info, rf"articles +{self.REPORTS}\n")
        self.assertIn("1987-03-02", info)
        self.assertIn("1999-05-03", info)
        self.assertNotIn("1950", info)

    def test_a_merge_changes_no_answer(self):
        before = self.count("monday")
        merged = self.world.run_indexer("--merge", "--index", self.world.index)
        self.assertEqual(0, merged.returncode, merged.stderr)
        self.assertFalse(os.path.exists(self.first_segment))
        self.assertEqual(before, self.count("monday"))
        self.assertEqual(self.REPORTS, self.count("*"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
