#!/usr/bin/env python3
"""Stories as a user meets them: one hit each, dup:, --no-group. Real articles
are indexed by the real indexer, in several runs, and really searched."""

import json
import os
import random
import sys
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import search_programs as programs
from effort import EFFORT
from search_programs import World

FIRE = ("Fire closed the Tarrow bakery in Fairmere on Monday. Mayor Ines Holm "
        "said three ovens had burnt out and that the street would stay closed "
        "until Thursday. Bread for 14 schools now comes from Mostley, where "
        "bakers have offered to work by night, and the owner hopes to open "
        "again in May.")
CANAL = ("The upper house voted on Tuesday to deepen the Arl canal for 90 "
         "million crowns. Senator Ivo Brandt called it the largest work in "
         "Norland since the harbour of Port Ellin was dug. Fishermen fear for "
         "the reed beds at Tarn Point and want the vote to be put before a "
         "court this summer.")


def article(identifier, body, date="", source=""):
    return json.dumps({"id": identifier, "body": body, "date": date,
                       "source": source, "title": "Item " + identifier})


def lines(*articles):
    return "\n".join(articles) + "\n"


class Told(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.world.build(cls.world.write("a.jsonl", lines(
            article("late", FIRE, "2024-03-04T18:00:00Z", "Northwire"),
            article("canal", CANAL, "2024-03-05", "Meridian"))))
        # Others come in another run, which leaves another segment.
        cls.world.build(cls.world.write("b.jsonl", lines(
            article("early", FIRE, "2024-03-04T09:00:00Z", "Meridian"),
            article("longer", FIRE + " Neighbours had smelt smoke at dawn.",
                    "2024-03-04T20:00:00Z", "Kestrel Press"),
            article("other", "Rain fell on the bakery.", "2024-03-04"))))

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def ids(self, *arguments):
        return [hit["id"] for hit in self.world.stories(*arguments)]

    def test_a_story_is_one_hit_and_its_earliest_article_leads(self):
        hits = self.world.stories("ovens")
        self.assertEqual(["early"], [hit["id"] for hit in hits])
        self.assertEqual(2, hits[0]["retelling_count"])
        self.assertEqual(["late", "longer"],
                         [told["id"] for told in hits[0]["retellings"]])
        answer = self.world.search("--json", "ovens").records[0]
        self.assertEqual(3, answer["total"])
        self.assertEqual(1, answer["hits"])
        self.assertFalse(answer["has_more"])

    def test_of_those_that_are_found_the_earliest_leads(self):
        hits = self.world.stories("ovens -source:meridian")
        self.assertEqual(["late"], [hit["id"] for hit in hits])
        self.assertEqual(["longer"],
                         [told["id"] for told in hits[0]["retellings"]])
        hits = self.world.stories("smoke")
        self.assertEqual(["longer"], [hit["id"] for hit in hits])
        self.assertEqual(0, hits[0]["retelling_count"])

    def test_a_query_that_is_checked_article_by_article_groups_as_well(self):
        for query in ("ovens path:jsonl", "lead:ovens", "caps(holm)"):
            hits = self.world.stories(query)
            self.assertEqual(["early"], [hit["id"] for hit in hits], query)
            self.assertEqual(2, hits[0]["retelling_count"], query)

    def test_the_page_says_who_else_tells_it(self):
        page = self.world.search("ovens").out
        self.assertIn("\n   + 2 more: Northwire, 2024-03-04 18:00 UTC; Kestrel "
                      "Press, 2024-03-04 20:00 UTC\n", page)
        self.assertIn("\n3 articles, 1 story (", page)
        page = self.world.search("--no-group", "ovens").out
        self.assertNotIn("more:", page)
        self.assertIn("\n3 articles (", page)

    def test_without_grouping_all_are_hits_and_lists_and_counts_are_full(self):
        self.assertEqual({"late", "early", "longer"},
                         set(self.ids("--no-group", "ovens")))
        self.assertEqual("3\n", self.world.search("--count", "ovens").out)
        files = self.world.search("--files", "ovens").out.split()
        self.assertEqual(2, len(files))

    def test_pages_count_stories_and_hold_each_once(self):
        every = self.ids("*", "--sort", "newest", "--limit", 0)
        self.assertEqual(3, len(every))
        paged = []
        for offset in range(4):
            answer = self.world.search("--json", "--sort", "newest", "--limit",
                                       1, "--offset", offset, "*")
            self.assertEqual(offset < 2, answer.records[0]["has_more"])
            paged += [hit["id"] for hit in answer.hits]
        self.assertEqual(every, paged)

    def test_dup_selects_by_the_place_in_a_story(self):
        for query, expected in (
                ("bakery dup:first", {"early", "other"}),
                ("bakery dup:later", {"late", "longer"}),
                ("bakery dup:all", {"early", "late", "longer"}),
                ("bakery -dup:all", {"other"}),
                ("dup:later OR canal", {"late", "longer", "canal"}),
                ("path:a.jsonl dup:later", {"late"}),
                ("path:a.jsonl OR dup:later", {"late", "longer", "canal"}),
                ("path:b.jsonl -dup:first", {"longer"})):
            found = self.ids("--no-group", query)
            self.assertEqual(expected, set(found), query)
            count = self.world.search("--count", query).out
            self.assertEqual(f"{len(expected)}\n", count, query)

    def test_dup_finds_nothing_where_no_story_is_told_twice(self):
        world = World()
        self.addCleanup(world.close)
        world.build(world.write("a.jsonl", article("one", FIRE)))
        self.assertEqual("1\n", world.search("--count", "dup:first").out)
        self.assertEqual("0\n", world.search("--count", "dup:all").out)
        self.assertEqual(1, len(world.stories("ovens")))

    def test_an_article_that_changes_leaves_its_story(self):
        world = World()
        self.addCleanup(world.close)
        path = world.write("a.jsonl", article("a", FIRE, "2024-03-04"))
        many = [article(f"x{i}", f"Item number {i}.") for i in range(60)]
        world.build(path, world.write("b.jsonl", lines(
            article("b", FIRE, "2024-03-05"), *many)))
        self.assertEqual(1, len(world.stories("ovens OR canal")))
        world.build(world.write("a.jsonl",
                                article("a", CANAL, "2024-03-04")))
        self.assertEqual(2, len(world.stories("ovens OR canal")))
        check = world.run_indexer("--check", "--full", "--index", world.index)
        self.assertEqual(0, check.returncode, check.stdout)


class Reuters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        data = programs.shared_data("reuters21578")
        if data is None:
            raise unittest.SkipTest("Reuters-21578 is not there")
        cls.world = World()
        wanted = "reut2-00[0-3].sgm" if EFFORT >= 100 else "reut2-000.sgm"
        cls.world.build(*sorted(data.glob(wanted)))

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def test_grouping_is_leaving_out_what_another_hit_leads(self):
        """Stories as pages give them are those worked out from all hits."""
        # Together, the answer to * tells every story whole.
        story = {}
        for number, hit in enumerate(self.world.stories("--limit", 0, "*")):
            for place, each in enumerate([hit, *hit["retellings"]]):
                story[each["id"]] = (number, place)
        self.assertGreater(sum(place > 0 for _, place in story.values()),
                           100 if EFFORT >= 100 else 10)
        chooser = random.Random(5)
        for query in ("oil OR price", "bank", "title:dollar", "caps(japan)",
                      "said w/5 tax"):
            for sort in ("relevance", "newest", "oldest"):
                hits = self.world.hits("--limit", 0, "--sentences", 1, "--sort",
                                       sort, query)
                best = {}
                for hit in hits:
                    number, place = story[hit["id"]]
                    best[number] = min(best.get(number, place), place)
                expected = [hit["id"] for hit in hits
                            if story[hit["id"]][1] == best[story[hit["id"]][0]]]
                told = self.world.stories("--limit", 0, "--sentences", 1,
                                          "--sort", sort, query)
                self.assertEqual(expected, [hit["id"] for hit in told], query)
                self.assertEqual(len(hits), len(told) +
                                 sum(hit["retelling_count"] for hit in told))
                offset = chooser.randrange(len(expected))
                page = self.world.stories("--limit", 7, "--offset", offset,
                                          "--sort", sort, query)
                self.assertEqual(expected[offset:offset + 7],
                                 [hit["id"] for hit in page], query)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
