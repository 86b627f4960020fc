package io.retainer.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that are not the connector's: of nobody, and of other platforms. */
final class OtherFiles {

  private OtherFiles() {}

  /**
   * A small export of a platform, in its layout and with invented content.
   *
   * @param connector who reads it
   */
  record Neighbour(String connector, TestFile file) {}

  /** Every connector refuses them. */
  static List<TestFile> ofNobody() {
    return List.of(
        TestFile.of("empty.csv", ""),
        TestFile.of("blank.csv", "\n\n\n"),
        TestFile.of(
            "letter.txt", "Dear reader,\nthis is a letter; it has, now and then, commas.\n"),
        TestFile.of("page.html", "<!DOCTYPE html><html><body>Sign in</body></html>"),
        TestFile.of("people.csv", "Name,Shoe size\nAda,38\nLinus,44\n"),
        TestFile.of("statement.csv", "Date;Text;Amount\n2026-10-01;Rent;-900,00\n"),
        TestFile.of("numbers.csv", "1,2,3\n4,5,6\n"),
        TestFile.of(
            "cyrillic.csv", "Имя;Рост\nАда;160\n".getBytes(Charset.forName("windows-1251"))),
        TestFile.of("settings.json", "{\"theme\": \"dark\", \"size\": [1, 2, 3]}\n"),
        TestFile.of("lines.jsonl", "{\"level\": \"info\"}\n{\"level\": \"warn\"}\n"),
        TestFile.of("document.xml", "<?xml version=\"1.0\"?><note><to>Ada</to></note>"),
        TestFile.of("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}),
        TestFile.of("archive.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}),
        TestFile.of("document.pdf", "%PDF-1.7\n%âãÏÓ\n"),
        TestFile.of("open.csv", "a,b\n\"never closed,1\n2,3\n"));
  }

  /** Listed in {@code neighbours.txt}: the connector, then the file. */
  static List<Neighbour> ofNeighbours() {
    try (var in = OtherFiles.class.getResourceAsStream("neighbours/neighbours.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(OtherFiles::neighbour)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Neighbour neighbour(String line) {
    int blank = line.indexOf(' ');
    return new Neighbour(
        line.substring(0, blank),
        TestFile.resource(OtherFiles.class, "neighbours/" + line.substring(blank).strip()));
  }
}
