// Lucene's side of the comparison: builds an index of a CSV file (id, title,
// body) with English stems, positions and stored text, merged into one segment;
// or answers one query with the ten best titles.
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

public class LuceneBench {
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("index")) {
      index(arguments[1], arguments[2]);
    } else {
      search(arguments[1], arguments[2]);
    }
  }

  static void index(String folder, String csv) throws IOException {
    String text =
        new String(Files.readAllBytes(Paths.get(csv)), StandardCharsets.UTF_8);
    try (IndexWriter writer = new IndexWriter(
             FSDirectory.open(Paths.get(folder)),
             new IndexWriterConfig(new EnglishAnalyzer())
                 .setRAMBufferSizeMB(256))) {
      List<String> row = new ArrayList<>();
      StringBuilder value = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted) {
          if (c != '"') {
            value.append(c);
          } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
            value.append(c);
            i++;
          } else {
            quoted = false;
          }
        } else if (c == '"') {
          quoted = true;
        } else if (c == ',' || c == '\n') {
          row.add(value.toString());
          value.setLength(0);
          if (c == '\n') {
            add(writer, row);
            row.clear();
          }
        } else if (c != '\r') {
          value.append(c);
        }
      }
      writer.forceMerge(1);
    }
  }

  static void add(IndexWriter writer, List<String> row) throws IOException {
    Document document = new Document();
    document.add(new TextField("id", row.get(0), Field.Store.YES));
    document.add(new TextField("title", row.get(1), Field.Store.YES));
    document.add(new TextField("body", row.get(2), Field.Store.YES));
    writer.addDocument(document);
  }

  static void search(String folder, String query) throws Exception {
    try (DirectoryReader reader =
             DirectoryReader.open(FSDirectory.open(Paths.get(folder)))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      QueryParser parser = new QueryParser("body", new EnglishAnalyzer());
      for (ScoreDoc hit : searcher.search(parser.parse(query), 10).scoreDocs) {
        System.out.println(searcher.doc(hit.doc).get("title"));
      }
    }
  }
}
