package io.retainer.systemtest.malformed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What people, mail programs and spreadsheets do to a text file, and what nobody would do. */
final class Texts {

  private static final List<String> NUMBERS =
      List.of(
          "1e999",
          "1E+2000000000",
          "-0",
          "NaN",
          "Infinity",
          "99999999999999999999999999",
          "١٢٣",
          "1,2,3",
          "1.2.3.4",
          "--5",
          "½",
          "5 %%",
          "0x1F",
          "1'000",
          "−7",
          "2147483648",
          "<10",
          "#REF!");
  private static final List<String> DATES =
      List.of(
          "0000-00-00",
          "99999-12-31",
          "2026-02-30",
          "31/31/2026",
          "20261301",
          "-1",
          "1970-01-00",
          "2026-10-01T25:61:00Z",
          "next week",
          "１２/０３/２０２６",
          "45000",
          "1e5");
  private static final List<String> FORMULAS =
      List.of(
          "=1+1",
          "=HYPERLINK(\"http://a\",\"b\")",
          "=cmd|' /C calc'!A0",
          "@SUM(A1)",
          "+1+1",
          "-2+3");
  private static final List<String> CHARSETS =
      List.of(
          "UTF-16LE",
          "UTF-16BE",
          "UTF-16",
          "UTF-32",
          "windows-1251",
          "IBM037",
          "ISO-8859-1",
          "Shift_JIS");

  private static final long MOST_CHARACTERS = 8_000_000;

  private Texts() {}

  static Map<String, Mutation> all() {
    Map<String, Mutation> all = new TreeMap<>();
    all.put("cut-end", (bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    all.put(
        "cut-start",
        (bytes, random) ->
            Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length));
    all.put("flipped-bytes", Texts::flipped);
    all.put("nul-bytes", (bytes, random) -> sprinkled(bytes, random, new byte[] {0}));
    all.put(
        "odd-bytes",
        (bytes, random) -> sprinkled(bytes, random, new byte[] {(byte) 0xFF, (byte) 0xFE}));
    all.put("re-encoded", Texts::recoded);
    all.put(
        "encoded-twice",
        (bytes, random) ->
            new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8));
    all.put("shuffled-lines", lines((lines, random) -> Collections.shuffle(lines, random)));
    all.put("sorted-lines", lines((lines, random) -> Collections.sort(lines)));
    all.put("doubled-lines", lines((lines, random) -> lines.addAll(List.copyOf(lines))));
    all.put("lost-lines", lines((lines, random) -> lines.removeIf(line -> random.nextInt(4) == 0)));
    all.put(
        "blank-lines",
        lines((lines, random) -> lines.replaceAll(l -> random.nextInt(3) == 0 ? "\n" + l : l)));
    all.put(
        "headings-only",
        lines(
            (lines, random) ->
                lines
                    .subList(Math.min(lines.size(), 1 + random.nextInt(8)), lines.size())
                    .clear()));
    all.put("many-lines", lines((lines, random) -> repeat(lines, 20_000)));
    all.put(
        "widened",
        cells(
            (row, random) ->
                row.addAll(
                    Collections.nCopies(
                        1 + random.nextInt(300), random.nextBoolean() ? "" : "x"))));
    all.put(
        "a-very-wide-line",
        lines(
            (lines, random) ->
                lines.add(
                    at(lines, random),
                    ",;\t".substring(random.nextInt(3)).substring(0, 1).repeat(200_000))));
    all.put(
        "lost-cells",
        cells(
            (row, random) -> {
              if (random.nextInt(3) == 0) row.remove(random.nextInt(row.size()));
            }));
    all.put(
        "empty-cells",
        cells((row, random) -> row.replaceAll(cell -> random.nextInt(3) == 0 ? "" : cell)));
    all.put(
        "odd-numbers",
        cells(
            (row, random) ->
                row.replaceAll(
                    c -> random.nextInt(8) == 0 && hasDigit(c) ? any(NUMBERS, random) : c)));
    all.put(
        "odd-dates",
        cells(
            (row, random) ->
                row.replaceAll(
                    c -> random.nextInt(3) == 0 && isDateLike(c) ? any(DATES, random) : c)));
    all.put(
        "formulas",
        cells(
            (row, random) ->
                row.replaceAll(c -> random.nextInt(6) == 0 ? any(FORMULAS, random) : c)));
    all.put(
        "unclosed-quote",
        cells(
            (row, random) -> {
              if (random.nextInt(9) == 0) row.set(random.nextInt(row.size()), "\"open");
            }));
    all.put("a-giant-cell", (bytes, random) -> giantCell(bytes, random));
    all.put("shuffled-columns", Texts::shuffledColumns);
    all.put("doubled-columns", Texts::doubledColumns);
    all.put("one-column-lost", Texts::columnLost);
    all.put("swapped-delimiters", Texts::swapped);
    all.put(
        "bare-carriage-returns", (b, r) -> utf8(text(b).replace("\r\n", "\n").replace('\n', '\r')));
    all.put(
        "odd-line-ends",
        (b, r) -> utf8(text(b).replace("\n", r.nextBoolean() ? "\u2028" : "\r\r\n")));
    all.put("marks-of-order", (b, r) -> utf8(text(b).replaceAll("(?m)^", "\uFEFF")));
    all.put(
        "a-line-sep", (b, r) -> utf8("sep=" + ",;\t|x".charAt(r.nextInt(5)) + "\r\n" + text(b)));
    all.put("capitals", (b, r) -> utf8(text(b).toUpperCase(java.util.Locale.ROOT)));
    all.put("decimal-commas", (b, r) -> utf8(text(b).replaceAll("(\\d)\\.(\\d)", "$1,$2")));
    all.put(
        "quoted-lines",
        lines((lines, random) -> lines.replaceAll(l -> '"' + l.replace("\"", "\"\"") + '"')));
    all.put(
        "html",
        (b, r) ->
            utf8(
                "<html><body><table><tr><td>"
                    + text(b).replace("\n", "</td></tr><tr><td>")
                    + "</table>"));
    all.put(
        "deep-json",
        (b, r) -> utf8((r.nextBoolean() ? "[" : "{\"a\":").repeat(1 + r.nextInt(100_000))));
    return all;
  }

  private interface Lines {
    void change(List<String> lines, Random random);
  }

  private static Mutation lines(Lines lines) {
    return (bytes, random) -> {
      List<String> all = new ArrayList<>(List.of(text(bytes).split("\r?\n", -1)));
      lines.change(all, random);
      return utf8(String.join("\n", all));
    };
  }

  private static Mutation cells(Lines change) {
    return lines(
        (lines, random) -> {
          String delimiter = delimiter(lines);
          lines.replaceAll(
              line -> {
                List<String> row = split(line, delimiter);
                change.change(row, random);
                return String.join(delimiter, row);
              });
        });
  }

  static List<List<String>> table(byte[] bytes) {
    List<String> lines = List.of(text(bytes).split("\r?\n", -1));
    String delimiter = delimiter(lines);
    return lines.stream().map(line -> split(line, delimiter)).toList();
  }

  private static List<String> split(String line, String delimiter) {
    return new ArrayList<>(List.of(line.split(java.util.regex.Pattern.quote(delimiter), -1)));
  }

  private static String delimiter(List<String> lines) {
    String best = ",";
    long most = 0;
    for (String delimiter : List.of(",", ";", "\t", "|")) {
      long count =
          lines.stream()
              .limit(50)
              .mapToLong(l -> l.split(java.util.regex.Pattern.quote(delimiter), -1).length - 1L)
              .sum();
      if (count > most) {
        most = count;
        best = delimiter;
      }
    }
    return best;
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int i = 0; i < 1 + bytes.length / 200 && bytes.length > 0; i++) {
      changed[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  private static byte[] sprinkled(byte[] bytes, Random random, byte[] between) {
    var out = new java.io.ByteArrayOutputStream();
    int every = 1 + random.nextInt(400);
    for (int i = 0; i < bytes.length; i++) {
      out.write(bytes[i]);
      if (i % every == 0) {
        out.writeBytes(between);
      }
    }
    return out.toByteArray();
  }

  private static byte[] recoded(byte[] bytes, Random random) {
    byte[] coded = text(bytes).getBytes(Charset.forName(any(CHARSETS, random)));
    return random.nextInt(4) == 0 ? Arrays.copyOf(coded, Math.max(0, coded.length - 1)) : coded;
  }

  private static byte[] giantCell(byte[] bytes, Random random) {
    String text = text(bytes);
    int at = random.nextInt(text.length() + 1);
    String cell = (random.nextBoolean() ? "9" : "é ").repeat(1_000_000 + random.nextInt(2_000_000));
    return utf8(text.substring(0, at) + cell + text.substring(at));
  }

  private static byte[] shuffledColumns(byte[] bytes, Random random) {
    long seed = random.nextLong();
    return cells((row, any) -> Collections.shuffle(row, new Random(seed))).of(bytes, random);
  }

  private static byte[] doubledColumns(byte[] bytes, Random random) {
    int column = random.nextInt(6);
    return cells((row, any) -> row.add(row.get(Math.min(column, row.size() - 1))))
        .of(bytes, random);
  }

  private static byte[] columnLost(byte[] bytes, Random random) {
    int column = random.nextInt(8);
    return cells(
            (row, any) -> {
              if (column < row.size()) row.remove(column);
            })
        .of(bytes, random);
  }

  private static byte[] swapped(byte[] bytes, Random random) {
    String other = any(List.of(",", ";", "\t", "|", ":", " ", "\u0001", "~"), random);
    return lines(
            (lines, any) -> {
              String delimiter = delimiter(lines);
              boolean some = random.nextInt(3) == 0;
              lines.replaceAll(l -> some && random.nextBoolean() ? l : l.replace(delimiter, other));
            })
        .of(bytes, random);
  }

  /** Not more text than a small heap holds several times. */
  private static void repeat(List<String> lines, int count) {
    List<String> once = List.copyOf(lines);
    long characters = once.stream().mapToLong(String::length).sum() + 1;
    long times = Math.min(count / Math.max(1, once.size()), MOST_CHARACTERS / characters);
    for (long i = 0; i < times; i++) {
      lines.addAll(once);
    }
  }

  private static int at(List<String> lines, Random random) {
    return random.nextInt(lines.size() + 1);
  }

  private static boolean hasDigit(String cell) {
    return cell.chars().anyMatch(Character::isDigit);
  }

  private static boolean isDateLike(String cell) {
    return cell.matches(".*\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*|\"?\\d{8}\"?");
  }

  static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
