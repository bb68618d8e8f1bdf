#!/usr/bin/env python3
"""Answers of broadsheet-search, read as a user reads them: the sample articles
are indexed by the real indexer, and every claim is about real output."""

import json
import os
import pty
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(__file__))
import search_programs as programs
from search_programs import World, name_of


class Samples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.world.build(programs.SAMPLES)
        cls.shown = cls.world.show(programs.SAMPLES)

    @classmethod
    def tearDownClass(cls):
        cls.world.close()

    def names(self, *arguments):
        return [name_of(hit) for hit in self.world.hits(*arguments)]


class Answers(Samples):
    def test_two_agencies_telling_one_story_are_both_found(self):
        names = self.names("Brackmoor", "flood")
        self.assertIn("meridian-brackmoor-flood.txt", names)
        self.assertIn("northwire-brackmoor-flood.txt", names)

    def test_a_marked_sentence_holds_exactly_the_phrase(self):
        hits = self.world.hits('"searched the upper windows"')
        # The story, and the agency's correction of it.
        self.assertEqual({"meridian-brackmoor-flood.txt",
                          "meridian-brackmoor-correction.txt"},
                         {name_of(hit) for hit in hits})
        for hit in hits:
            marks = [mark["text"] for sentence in hit["sentences"]
                     for mark in sentence["marks"]]
            self.assertEqual(["searched the upper windows"], marks)

    def test_offsets_lead_back_to_the_text_in_bytes_and_code_points(self):
        texts = {(a["path"], a["record"]): a["text"] for a in self.shown}
        paths = {os.path.basename(path): path for path, _ in texts}
        checked = 0
        for query in ("the", "der", "said OR sagte", "橋 OR 港"):
            for hit in self.world.hits("--limit", 0, "--sentences", 0, query):
                key = (paths[name_of(hit)], hit["record_number"])
                text = texts[key]
                data = text.encode("utf-8")
                for sentence in hit["sentences"]:
                    begin, end = sentence["code_points"]
                    self.assertEqual(sentence["text"], text[begin:end])
                    self.assertEqual(
                        sentence["text"].encode("utf-8"),
                        data[sentence["begin"]:sentence["end"]])
                    for mark in sentence["marks"]:
                        begin, end = mark["code_points"]
                        self.assertEqual(mark["text"], text[begin:end])
                        begin, end = mark["in_text"]
                        self.assertEqual(mark["text"],
                                         sentence["text"][begin:end])
                        self.assertEqual(
                            mark["text"].encode("utf-8"),
                            data[mark["begin"]:mark["end"]])
                        checked += 1
        self.assertGreater(checked, 100)

    def test_sentences_are_those_the_indexer_shows(self):
        shown = {(os.path.basename(a["path"]), a["record"]): a["sentences"]
                 for a in self.shown}
        for hit in self.world.hits("--limit", 0, "--sentences", 0, "the"):
            sentences = shown[(name_of(hit), hit["record_number"])]
            for sentence in hit["sentences"]:
                other = sentences[sentence["index"]]
                for key in ("text", "begin", "end", "paragraph", "zone"):
                    self.assertEqual(other[key], sentence[key])

    def test_the_star_finds_every_article(self):
        answer = self.world.search("--json", "--no-group", "--limit", 0, "*")
        self.assertEqual(len(self.shown), answer.records[0]["total"])
        self.assertEqual(len(self.shown), len(answer.hits))
        self.assertEqual(f"{len(self.shown)}\n",
                         self.world.search("--count", "*").out)

    def test_pages_follow_one_another_without_a_gap(self):
        whole = self.world.hits("--limit", 0, "the")
        pages = []
        for offset in range(0, len(whole), 4):
            pages += self.world.hits("--limit", 4, "--offset", offset, "the")
        self.assertEqual([hit["path"] for hit in whole],
                         [hit["path"] for hit in pages])
        self.assertEqual(list(range(1, len(whole) + 1)),
                         [hit["rank"] for hit in pages])
        scores = [hit["score"] for hit in whole]
        self.assertEqual(sorted(scores, reverse=True), scores)

    def test_an_offset_past_the_end_is_no_failure(self):
        answer = self.world.search("--offset", 10**15, "the")
        self.assertEqual(0, answer.code)
        self.assertIn("none after --offset", answer.out)

    def test_dates_sort_both_ways_and_undated_articles_come_last(self):
        for order in ("newest", "oldest"):
            dates = [hit["date"] for hit in
                     self.world.hits("--limit", 0, "--sort", order, "*")]
            dated = [date for date in dates if date]
            self.assertGreater(len(dated), 3)
            self.assertEqual(dated, dates[:len(dated)])
            self.assertEqual(sorted(dated, reverse=order == "newest"), dated)

    def test_a_date_filter_says_how_many_undated_it_leaves_out(self):
        undated = [a for a in self.shown if not a["date"]]
        self.assertTrue(undated)
        answer = self.world.search("--count", "* date:1900..2100")
        self.assertEqual(f"{len(self.shown) - len(undated)}\n", answer.out)
        self.assertIn(f"leaves out {len(undated)} undated articles",
                      answer.err)
        self.assertEqual(f"{len(undated)}\n",
                         self.world.search("--count", "date:none").out)

    def test_a_match_in_the_headline_alone_shows_the_first_words(self):
        hits = self.world.hits("title:box title:herring")
        self.assertEqual(["theatre-lost-play.txt"],
                         [name_of(hit) for hit in hits])
        self.assertTrue(hits[0]["headline"]["marks"])
        self.assertEqual(0, hits[0]["matching_sentences"])
        self.assertEqual([True],
                         [s["context"] for s in hits[0]["sentences"]])

    def test_at_most_as_many_sentences_as_asked(self):
        for limit in (1, 2, 5):
            for hit in self.world.hits("--limit", 0, "--sentences", limit,
                                       "said"):
                self.assertLessEqual(len(hit["sentences"]), limit)
                indexes = [s["index"] for s in hit["sentences"]]
                self.assertEqual(sorted(indexes), indexes)
        for hit in self.world.hits("--limit", 0, "--sentences", 0, "said"):
            self.assertEqual(
                hit["matching_sentences"],
                sum(1 for s in hit["sentences"] if s["marks"]))

    def test_context_is_the_sentences_around(self):
        hit = self.world.hits("--context", 1, '"rubber boats"')[0]
        matching = [s["index"] for s in hit["sentences"] if not s["context"]]
        around = [s["index"] for s in hit["sentences"] if s["context"]]
        self.assertEqual(1, len(matching))
        self.assertTrue(set(around) <= {matching[0] - 1, matching[0] + 1})
        self.assertTrue(around)

    def test_german_and_japanese_are_found_by_their_own_words(self):
        self.assertIn("deich-niederwaldau.txt", self.names("Deiche"))
        self.assertIn("shiranagi-bridge.txt", self.names("橋"))

    def test_any_finds_what_holds_one_of_the_words(self):
        both = int(self.world.search("--count", "strike flood").out)
        one = int(self.world.search("--count", "--any", "strike flood").out)
        either = int(self.world.search("--count", "strike OR flood").out)
        self.assertLess(both, one)
        self.assertEqual(either, one)


class Output(Samples):
    def test_exit_codes_are_those_of_grep(self):
        self.assertEqual(0, self.world.search("flood").code)
        self.assertEqual(1, self.world.search("zyzzyva").code)
        self.assertEqual(2, self.world.search('"unclosed').code)
        self.assertEqual(2, self.world.search().code)
        self.assertEqual(2, self.world.search("").code)
        self.assertEqual(2, self.world.search("--limt", "5", "flood").code)
        self.assertEqual(2, self.world.search("--limit", "-5", "flood").code)
        self.assertEqual(2, self.world.search("--sort", "best", "oil").code)
        self.assertEqual(0, self.world.search("--help").code)
        self.assertEqual(0, self.world.search("--version").code)

    def test_an_empty_answer_shows_which_word_emptied_it(self):
        answer = self.world.search("flood zyzzyva")
        self.assertEqual("", answer.out)
        self.assertIn("nothing found", answer.err)
        self.assertRegex(answer.err, r"zyzzyva +in no article")
        self.assertRegex(answer.err, r"flood +in \d+ articles?")

    def test_a_misspelt_option_is_corrected(self):
        for typed, meant in (("--limt=3", "--limit"), ("--colour", "--color"),
                             ("--sentence", "--sentences"),
                             ("--jsno", "--json")):
            with self.subTest(typed):
                answer = self.world.search(typed, "flood")
                self.assertIn(f"did you mean {meant}?", answer.err)
        self.assertIn("behind --", self.world.search("flood", "-rain").err)
        self.assertEqual(0, self.world.search("--", "-rain", "flood").code)

    def test_a_query_error_points_at_its_place(self):
        answer = self.world.search('flood "in the')
        self.assertIn("[unclosed-quote]", answer.err)
        self.assertIn("^", answer.err)
        answer = self.world.search("--json", 'flood "in the')
        error = json.loads(answer.err)
        self.assertEqual("unclosed-quote", error["code"])
        self.assertEqual(6, error["offset"])
        self.assertEqual("", answer.out)

    def test_the_reading_of_a_mixed_query_is_told(self):
        answer = self.world.search("flood OR strike rail")
        self.assertIn("read as: (flood OR strike) AND rail", answer.err)
        record = self.world.search("--json", "flood OR strike rail").records[0]
        self.assertEqual("(flood OR strike) AND rail", record["reading"])

    def test_quotes_that_the_shell_took_are_told(self):
        self.assertIn("single quotes",
                      self.world.search("title:herring recipes").err)
        self.assertEqual("", self.world.search('title:"herring recipes"').err)

    def test_json_names_its_format_and_refuses_another(self):
        answer = self.world.search("--json", "--format-version", 1, "flood")
        self.assertEqual(1, answer.records[0]["format"])
        self.assertEqual(
            2, self.world.search("--json", "--format-version", 2, "x").code)
        self.assertEqual(2, self.world.search("--format-version", 1, "x").code)

    def test_json_with_count_is_the_first_record_alone(self):
        records = self.world.search("--json", "--count", "flood").records
        self.assertEqual(1, len(records))
        self.assertEqual(
            int(self.world.search("--count", "flood").out),
            records[0]["total"])

    def test_files_are_all_paths_once(self):
        answer = self.world.search("--files", "*")
        paths = answer.out.splitlines()
        self.assertEqual(len(set(paths)), len(paths))
        self.assertEqual({os.path.basename(a["path"]) for a in self.shown},
                         {os.path.basename(path) for path in paths})
        self.assertTrue(all(os.path.exists(path) for path in paths))
        null = self.world.search("--files", "-0", "*").out.split("\0")
        self.assertEqual(paths, null[:-1])
        best = [hit["path"] for hit in self.world.hits("--limit", 3, "flood")]
        self.assertEqual(best, self.world.search(
            "--files", "--limit", 3, "flood").out.splitlines())
        self.assertEqual(2, self.world.search("--files", "--json", "*").code)
        self.assertEqual(2, self.world.search("-0", "*").code)

    def test_a_pipe_gets_no_colour_no_marks_and_no_wrapping(self):
        text = self.world.search("--sentences", 0, "said", COLUMNS="40",
                                 TERM="xterm").out
        self.assertNotIn("\x1b", text)
        self.assertNotIn("[", text)
        self.assertGreater(max(map(len, text.splitlines())), 100)
        self.assertIn("\x1b[1;31m", self.world.search(
            "--color", "always", "said").out)
        self.assertIn("«said»", self.world.search(
            "--marks", "«,»", "said").out)
        self.assertEqual(2, self.world.search("--marks", "x", "said").code)

    def test_help_begins_with_examples_that_work(self):
        text = self.world.run("--help").out
        self.assertLess(text.index("Examples:"), text.index("Usage:"))
        for line in text.splitlines():
            self.assertLessEqual(len(line), 80)
        examples = text[text.index("Examples:"):text.index("Put the query")]
        for line in examples.splitlines()[1:]:
            command = line.strip().split("   ")[0].split(" | ")[0]
            if not command:
                continue
            with self.subTest(command):
                command = command.replace(
                    "broadsheet-search", f"{programs.SEARCHER} --index "
                    f"{self.world.index}", 1)
                run = subprocess.run(["sh", "-c", command],
                                     env=self.world.environment,
                                     capture_output=True, timeout=60)
                self.assertIn(run.returncode, (0, 1), run.stderr)


class Terminal(Samples):
    def on_terminal(self, *arguments, **more):
        """The bytes that a terminal would get."""
        leader, follower = pty.openpty()
        process = subprocess.Popen(
            [programs.SEARCHER, "--index", str(self.world.index),
             *map(str, arguments)],
            env={**self.world.environment, **more}, stdin=subprocess.DEVNULL,
            stdout=follower, stderr=subprocess.DEVNULL, cwd=programs.SAMPLES)
        os.close(follower)
        data = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            data += piece
        os.close(leader)
        process.wait(timeout=60)
        return data.decode("utf-8").replace("\r\n", "\n")

    def test_a_terminal_gets_colour_unless_it_may_not(self):
        mark = "\x1b[1;31m"
        self.assertIn(mark, self.on_terminal("said", TERM="xterm"))
        for more in ({"TERM": "dumb"}, {"TERM": "xterm", "NO_COLOR": "1"}, {}):
            text = self.on_terminal("said", **more)
            self.assertNotIn("\x1b", text)
            self.assertIn("[said]", text)
        self.assertIn(mark, self.on_terminal("--color", "always", "said",
                                             TERM="xterm", NO_COLOR="1"))
        self.assertNotIn(mark, self.on_terminal("--color", "never", "said",
                                                TERM="xterm"))

    def test_lines_fit_any_terminal(self):
        for columns in (20, 40, 80, 133):
            text = self.on_terminal("--sentences", 0, "said", TERM="dumb",
                                    COLUMNS=str(columns))
            widest = max(map(len, text.splitlines()))
            self.assertLessEqual(widest, columns)
            self.assertGreater(widest, columns // 2)
        for columns in ("1", "2", "5"):
            self.assertTrue(self.on_terminal("橋 OR said", TERM="dumb",
                                             COLUMNS=columns))

    def test_paths_below_the_working_directory_are_short(self):
        text = self.on_terminal("--no-group", '"rubber boats"', TERM="dumb",
                                COLUMNS="200")
        self.assertIn("| meridian-brackmoor-flood.txt\n", text)

    def test_raw_names_do_not_reach_a_terminal(self):
        self.assertNotIn("\0", self.on_terminal("--files", "-0", "*"))


class WhichIndex(Samples):
    def info(self, *arguments, cwd=None, **more):
        answer = self.world.run("--info", "--json", *arguments, cwd=cwd,
                                **more)
        self.assertEqual(0, answer.code, answer.err)
        return answer.records[0]

    def test_option_then_variable_then_project_then_user(self):
        world = World()
        self.addCleanup(world.close)
        article = world.write("project/a.txt", "Rain fell on the harbour.")
        for place in ("project/.broadsheet", "data/broadsheet/index",
                      "variable", "option"):
            run = world.run_indexer("--index", world.path / place, article)
            self.assertEqual(0, run.returncode)
        deep = world.path / "project" / "deep" / "er"
        deep.mkdir(parents=True)
        data = {"XDG_DATA_HOME": str(world.path / "data")}
        variable = {"BROADSHEET_INDEX": str(world.path / "variable")}

        def chosen(*arguments, cwd, **more):
            answer = world.run("--info", "--json", *arguments, cwd=cwd, **more)
            self.assertEqual(0, answer.code, answer.err)
            record = answer.records[0]
            return (os.path.relpath(record["directory"], world.path),
                    record["chosen_by"])

        self.assertEqual(("option", "the option --index"), chosen(
            "--index", world.path / "option", cwd=deep, **data, **variable))
        self.assertEqual(("variable", "the variable BROADSHEET_INDEX"),
                         chosen(cwd=deep, **data, **variable))
        self.assertEqual("project/.broadsheet", chosen(cwd=deep, **data)[0])
        self.assertEqual("project/.broadsheet",
                         chosen(cwd=world.path / "project", **data)[0])
        self.assertEqual("data/broadsheet/index",
                         chosen(cwd=world.path, **data)[0])

    def test_the_default_is_where_the_indexer_puts_it(self):
        world = World()
        self.addCleanup(world.close)
        article = world.write("a.txt", "Rain fell on the harbour.")
        self.assertEqual(0, world.run_indexer(article).returncode)
        self.assertEqual(0, world.run("harbour").code)
        more = {"XDG_DATA_HOME": str(world.path / "xdg")}
        self.assertEqual(3, world.run("harbour", **more).code)
        self.assertEqual(0, world.run_indexer(article, **more).returncode)
        self.assertEqual(0, world.run("harbour", **more).code)

    def test_without_an_index_the_places_are_named(self):
        world = World()
        self.addCleanup(world.close)
        answer = world.run("harbour")
        self.assertEqual(3, answer.code)
        self.assertIn("no index found", answer.err)
        self.assertIn(".broadsheet", answer.err)
        self.assertIn(str(world.path / ".local/share/broadsheet/index"),
                      answer.err)
        self.assertIn("broadsheet-index PATH", answer.err)
        error = json.loads(world.run("--json", "harbour").err)
        self.assertEqual("index", error["code"])

    def test_info_tells_what_the_index_holds(self):
        record = self.info("--index", self.world.index)
        self.assertEqual(len(self.shown), record["articles"])
        self.assertEqual(len(self.shown), sum(record["languages"].values()))
        self.assertEqual({"en", "de", "ja"}, set(record["languages"]))
        dated = sorted(a["date"] for a in self.shown if a["date"])
        self.assertEqual(len(dated), record["dated"])
        self.assertTrue(record["first_date"].startswith(dated[0][:10]))
        self.assertTrue(record["last_date"].startswith(dated[-1][:10]))
        text = self.world.search("--info").out
        self.assertIn(str(self.world.index), text)
        self.assertIn("the option --index", text)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
