package io.retainer.testkit;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples without one of their columns. Every other character stays as it is, quotes and all, so
 * that nothing but the absence is tested.
 */
final class WithoutHeading {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private WithoutHeading() {}

  /** For each optional heading the samples that have it, without it. */
  static Map<String, List<TestFile>> of(Subject subject) throws IOException {
    Map<String, List<TestFile>> files = new LinkedHashMap<>();
    for (String heading : subject.connector().describe().optionalHeadings()) {
      List<TestFile> without = new ArrayList<>();
      for (TestFile sample : subject.samples()) {
        byte[] bytes = Subject.bytes(sample);
        if (SampleText.isText(bytes)) {
          without(bytes, heading).ifPresent(rest -> without.add(Subject.like(sample, rest)));
        }
      }
      files.put(heading, without);
    }
    return files;
  }

  private static Optional<byte[]> without(byte[] bytes, String heading) {
    Charset charset = SampleText.charset(bytes);
    String text = new String(bytes, charset);
    for (char delimiter : DELIMITERS) {
      List<List<String>> lines = lines(text, delimiter);
      boolean isFound = false;
      int column = -1;
      for (List<String> line : lines) {
        if (line.size() == 1 && line.get(0).isBlank()) {
          // A blank line ends a table; the next one has headings of its own.
          column = -1;
        }
        int here = line.size() < 2 ? -1 : index(line, heading);
        column = here >= 0 ? here : column;
        isFound |= here >= 0;
        if (column >= 0 && column < line.size() && line.size() > 1) {
          remove(line, column);
        }
      }
      if (isFound) {
        return Optional.of(joined(lines, delimiter).getBytes(charset));
      }
    }
    return Optional.empty();
  }

  /** The end of the line belongs to the last cell, and the mark of the encoding to the first. */
  private static void remove(List<String> line, int column) {
    String cell = line.remove(column);
    if (column == 0 && cell.startsWith("\uFEFF")) {
      line.set(0, "\uFEFF" + line.get(0));
    }
    if (column == line.size()) {
      String end = cell.substring(cell.stripTrailing().length());
      line.set(column - 1, line.get(column - 1) + end);
    }
  }

  private static int index(List<String> line, String heading) {
    for (int i = 0; i < line.size(); i++) {
      String cell = line.get(i).replace("\uFEFF", "").strip();
      if (cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")) {
        cell = cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip();
      }
      if (cell.equalsIgnoreCase(heading)) {
        return i;
      }
    }
    return -1;
  }

  /** Cells as they stand there, line ends included. A quoted cell may hold line ends. */
  private static List<List<String>> lines(String text, char delimiter) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    boolean isQuoted = false;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (!isQuoted && c == delimiter) {
        line.add(text.substring(from, i));
        from = i + 1;
      } else if (!isQuoted && c == '\n') {
        line.add(text.substring(from, i + 1));
        from = i + 1;
        lines.add(line);
        line = new ArrayList<>();
      }
    }
    if (from < text.length() || !line.isEmpty()) {
      line.add(text.substring(from));
      lines.add(line);
    }
    return lines;
  }

  private static String joined(List<List<String>> lines, char delimiter) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(String.join(String.valueOf(delimiter), line)));
    return text.toString();
  }
}
