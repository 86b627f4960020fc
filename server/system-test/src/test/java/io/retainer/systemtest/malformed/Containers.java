package io.retainer.systemtest.malformed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Archives and workbooks around a table, and what can be wrong with those. */
final class Containers {

  private static final String LAUGHS =
      "<!DOCTYPE l [<!ENTITY a \"ha\">"
          + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
          + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
          + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">"
          + "<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
  private static final int MOST_ROWS = 300;

  private Containers() {}

  static Map<String, Mutation> all() {
    Map<String, Mutation> all = new TreeMap<>();
    all.put("zipped", (b, r) -> zip("Export.csv", b));
    all.put("zipped-often", Containers::zippedOften);
    all.put("zipped-with-others", Containers::zippedWithOthers);
    all.put("zipped-outside", (b, r) -> zip("../../../../tmp/Export.csv", b));
    all.put(
        "zip-damaged",
        (b, r) ->
            Texts.all()
                .get(r.nextBoolean() ? "flipped-bytes" : "cut-end")
                .of(zip("Export.csv", b), r));
    all.put("zip-bomb", (b, r) -> zip("Export.csv", concat(b, new byte[30_000_000])));
    all.put("gzipped", (b, r) -> gzip(b));
    all.put("workbook", (b, r) -> workbook(b, r, true));
    all.put("old-workbook", (b, r) -> workbook(b, r, false));
    all.put(
        "workbook-damaged",
        (b, r) ->
            Texts.all()
                .get(r.nextBoolean() ? "flipped-bytes" : "cut-end")
                .of(workbook(b, r, r.nextBoolean()), r));
    all.put(
        "workbook-entities", (b, r) -> rewritten(workbook(b, r, true), r, Containers::entities));
    all.put(
        "workbook-odd-cells", (b, r) -> rewritten(workbook(b, r, true), r, Containers::oddCells));
    all.put(
        "workbook-cut-xml",
        (b, r) ->
            rewritten(
                workbook(b, r, true),
                r,
                (xml, random) -> xml.substring(0, random.nextInt(xml.length() + 1))));
    all.put(
        "workbook-deep-xml",
        (b, r) ->
            rewritten(
                workbook(b, r, true),
                r,
                (xml, random) -> xml.replaceFirst("<(row|si)", "<x>".repeat(20_000) + "<$1")));
    all.put(
        "workbook-without-a-part",
        (b, r) -> rewritten(workbook(b, r, true), r, (xml, random) -> ""));
    return all;
  }

  private interface Xml {
    String changed(String xml, Random random);
  }

  private static String entities(String xml, Random random) {
    int at = xml.indexOf("?>");
    String entity = Texts.any(List.of("&g;", "&x;", "&a;", "&unknown;"), random);
    return xml.substring(0, at + 2)
        + LAUGHS
        + xml.substring(at + 2).replaceFirst("(<t[^>]*>|<v>)", "$1" + entity);
  }

  private static String oddCells(String xml, Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> xml.replaceAll("r=\"[A-Z]+", "r=\"ZZZZZZ");
      case 1 -> xml.replaceAll("(?s)<row r=\"\\d+\"", "<row r=\"1048576000\"");
      case 2 -> xml.replaceAll("t=\"s\"><v>\\d+", "t=\"s\"><v>99999999");
      case 3 -> xml.replaceAll("<v>[^<]*</v>", "<v>1E400</v>");
      case 4 -> xml.replaceAll(" r=\"[A-Z]+\\d+\"", "");
      case 5 -> xml.replaceAll("t=\"(s|n)\"", "t=\"e\"");
      default -> xml.replaceAll("<c ", "<c s=\"77777\" ");
    };
  }

  private static byte[] rewritten(byte[] workbook, Random random, Xml change) {
    String part =
        random.nextBoolean()
            ? "xl/worksheets/sheet1.xml"
            : Texts.any(
                List.of("xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"), random);
    var out = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals(part)) {
          content = Texts.utf8(change.changed(Texts.text(content), random));
          if (content.length == 0) {
            continue;
          }
        }
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] workbook(byte[] bytes, Random random, boolean isNew) {
    var out = new ByteArrayOutputStream();
    try (Workbook workbook = isNew ? new XSSFWorkbook() : new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Export");
      List<List<String>> table = Texts.table(bytes);
      boolean formulas = random.nextInt(3) == 0;
      for (int i = 0; i < Math.min(table.size(), MOST_ROWS); i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < Math.min(table.get(i).size(), 250); j++) {
          fill(row.createCell(j), table.get(i).get(j), formulas && random.nextInt(9) == 0);
        }
      }
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void fill(Cell cell, String quoted, boolean asFormula) {
    String text =
        quoted.length() > 1 && quoted.startsWith("\"") && quoted.endsWith("\"")
            ? quoted.substring(1, quoted.length() - 1)
            : quoted;
    if (asFormula) {
      cell.setCellFormula("1/0");
    } else if (text.matches("-?\\d{1,15}(\\.\\d+)?")) {
      cell.setCellValue(Double.parseDouble(text));
    } else if (!text.isEmpty()) {
      cell.setCellValue(text.substring(0, Math.min(text.length(), 32_000)));
    }
  }

  private static byte[] zippedOften(byte[] bytes, Random random) {
    byte[] zipped = bytes;
    for (int i = 0; i < 2 + random.nextInt(30); i++) {
      zipped = zip(i == 0 ? "Export.csv" : "inner.zip", zipped);
    }
    return zipped;
  }

  private static byte[] zippedWithOthers(byte[] bytes, Random random) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      int others = random.nextInt(random.nextInt(20) == 0 ? 20_000 : 20);
      int at = random.nextInt(others + 1);
      for (int i = 0; i <= others; i++) {
        zip.putNextEntry(
            new ZipEntry(
                i == at
                    ? "Export.csv"
                    : "dir" + i + "/" + (i % 3 == 0 ? ".DS_Store" : i + ".csv")));
        zip.write(
            i == at ? bytes : Arrays.copyOf(bytes, Math.min(bytes.length, random.nextInt(100))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
