"""How each engine builds an index of the corpus and answers a query, as whole
processes. `build` returns the commands to time, `answer` one command line."""

import glob
import os
import shlex
import shutil
import subprocess


class Engine:
    name = ""

    def __init__(self, corpus, scratch):
        self.corpus = corpus    # As corpora.write_corpora leaves it.
        self.scratch = scratch  # A folder of the engine's own.
        self.index = os.path.join(scratch, "index")

    def missing(self):
        """What is not installed, or None."""

    def prepare(self):
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch)


class Broadsheet(Engine):
    name = "broadsheet"

    def __init__(self, corpus, scratch, build_folder, source, memory):
        super().__init__(corpus, scratch)
        self.indexer = os.path.join(build_folder, "indexer/broadsheet-index")
        self.searcher = os.path.join(build_folder, "searcher/broadsheet-search")
        self.source = source
        self.memory = memory  # As --memory takes it.

    def missing(self):
        return None if os.path.exists(self.indexer) else "the release build"

    def build(self):
        return [self.indexer, "--index", self.index, "--quiet", "--memory",
                self.memory, self.source]

    def answer(self, query, extra=""):
        return (f"{shlex.quote(self.searcher)} --index {shlex.quote(self.index)}"
                f" {extra} -- {shlex.quote(query)}")

    def answer_from(self, path):
        """The answer to the query that the file `path` holds."""
        return (f"{shlex.quote(self.searcher)} --index {shlex.quote(self.index)}"
                f" -f {shlex.quote(path)}")


class Recoll(Engine):
    name = "recoll"

    def missing(self):
        return None if shutil.which("recollindex") else "recollcmd"

    def prepare(self):
        super().prepare()
        with open(os.path.join(self.scratch, "recoll.conf"), "w") as conf:
            conf.write(f"topdirs = {self.corpus}/files\n"
                       f"dbdir = {self.index}\nloglevel = 1\n")

    def build(self):
        return ["recollindex", "-c", self.scratch, "-z"]

    def answer(self, query):
        return (f"recollq -c {shlex.quote(self.scratch)} -A -n 10 "
                f"{shlex.quote(query)}")


class Omindex(Engine):
    name = "omindex"

    def missing(self):
        return None if shutil.which("omindex") else "xapian-omega"

    def build(self):
        return ["omindex", "--db", self.index, "--url", "/",
                f"{self.corpus}/files"]


class SqliteFts5(Engine):
    name = "sqlite-fts5"

    def missing(self):
        return None if shutil.which("sqlite3") else "sqlite3"

    def build(self):
        script = os.path.join(self.scratch, "build.sql")
        with open(script, "w") as out:
            out.write("pragma journal_mode = off; pragma synchronous = off;\n"
                      "create virtual table article using fts5"
                      "(id, title, body, tokenize = 'porter unicode61');\n"
                      ".mode csv\n"
                      f".import {self.corpus}/articles.csv article\n"
                      "insert into article(article) values('optimize');\n")
        return ["sqlite3", self.index, f".read {script}"]

    def answer(self, query):
        sql = ("select title, snippet(article, 2, '[', ']', '...', 30) "
               f"from article where article match '{query}' "
               "order by rank limit 10")
        return f"sqlite3 {shlex.quote(self.index)} {shlex.quote(sql)}"


class Lucene(Engine):
    name = "lucene"
    jars = [jar for part in ("core", "analyzers-common", "queryparser", "queries", "sandbox")
            for jar in glob.glob(f"/usr/share/java/lucene-{part}-8.*.jar")]

    def missing(self):
        if not shutil.which("javac"):
            return "a JDK"
        return None if self.jars else "liblucene8-java"

    def prepare(self):
        super().prepare()
        source = os.path.join(os.path.dirname(__file__), "LuceneBench.java")
        self.classpath = ":".join([self.scratch, *self.jars])
        subprocess.run(["javac", "-cp", self.classpath, "-d", self.scratch,
                        source], check=True, stderr=subprocess.DEVNULL)

    def build(self):
        return ["java", "-cp", self.classpath, "LuceneBench", "index",
                self.index, f"{self.corpus}/articles.csv"]

    def answer(self, query):
        return (f"java -cp {shlex.quote(self.classpath)} LuceneBench search "
                f"{shlex.quote(self.index)} {shlex.quote(query)}")
