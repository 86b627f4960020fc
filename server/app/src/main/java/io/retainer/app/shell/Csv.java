package io.retainer.app.shell;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Small tables as text that spreadsheets open and copy, in which no text becomes a formula. */
public final class Csv {

  /** The wide ones are what Excel takes for the others where it is set to Chinese or Japanese. */
  private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * Where lists are parted by semicolons, as in Finland and Russia, Excel begins a new cell behind
   * each of them, whatever stands between the commas. A negative number is none.
   */
  private static final String INNER = "(?=[=+@]|-(?![0-9]+([.,][0-9]+)?(?:[;\\t]|$)))";

  private static final Pattern INNER_FORMULA = Pattern.compile("(?<=[;\\t])" + INNER);
  private static final Pattern GUARDED_INNER = Pattern.compile("(?<=[;\\t])'" + INNER);
  private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').setIgnoreEmptyLines(false).get();

  private Csv() {}

  /**
   * A row that was read.
   *
   * @param number of the line where it begins, from 1
   */
  public record Line(int number, List<String> cells) {}

  /** Comma-separated, quoted as RFC 4180 says. */
  public static String of(List<List<String>> rows) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(Csv::guarded).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text cannot be written to memory", e);
    }
    return text.toString();
  }

  /**
   * Rows that have something in them: with commas or semicolons, or tabs as spreadsheets copy. The
   * first one tells which.
   *
   * @throws IllegalArgumentException for a workbook, for letters that cannot be read, and where a
   *     quote is not closed as it has to be
   */
  public static List<Line> lines(String text) {
    if (isWorkbook(text)) {
      throw new IllegalArgumentException(
          "This is an Excel workbook (or another archive) and no CSV. In Excel, save it as CSV UTF-8"
              + " and send that file.");
    }
    if (text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "The table has letters that cannot be read. Save it as CSV UTF-8 and try again.");
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String first = plain.strip().lines().findFirst().orElse("");
    char separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
    CSVFormat format = FORMAT.builder().setDelimiter(separator).get();
    List<Line> lines = new ArrayList<>();
    int begun = 1;
    try (CSVParser parser = format.parse(new StringReader(plain))) {
      for (CSVRecord row : parser) {
        List<String> cells = row.stream().map(Csv::unguarded).toList();
        if (!(cells.size() == 1 && cells.get(0).isBlank())) {
          lines.add(new Line(begun, cells));
        }
        begun = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(
          "Line " + begun + ": a quote is not closed, or something stands behind it.", e);
    }
    return lines;
  }

  /** Whether it begins as archives do, which workbooks are. */
  public static boolean isWorkbook(String text) {
    return text.startsWith("PK\u0003\u0004");
  }

  /** The same text, with an apostrophe before each beginning of a formula. */
  public static String guarded(String text) {
    String inner = INNER_FORMULA.matcher(text).replaceAll("'");
    return isFormula(text) ? "'" + inner : inner;
  }

  private static String unguarded(String text) {
    boolean isGuarded = text.length() > 1 && text.charAt(0) == '\'' && isFormula(text.substring(1));
    return GUARDED_INNER.matcher(isGuarded ? text.substring(1) : text).replaceAll("");
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && FORMULAS.indexOf(text.charAt(0)) >= 0
        && !NEGATIVE.matcher(text).matches();
  }
}
