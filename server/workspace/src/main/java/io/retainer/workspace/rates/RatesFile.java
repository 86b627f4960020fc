package io.retainer.workspace.rates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of rates: the European Central Bank's own (a column for each currency, per euro; the CSV
 * or the ZIP around it), or {@code date,currency,base,rate}.
 *
 * @see <a
 *     href="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/">the
 *     bank's files</a>
 */
final class RatesFile {

  /** The bank's file of all days since 1999 has two megabytes. */
  static final int LARGEST = 16 * 1024 * 1024;

  private static final Set<String> COLUMNS = Set.of("date", "currency", "base", "rate");
  private static final String NOT_QUOTED = "N/A";
  private static final BigDecimal LEAST = new BigDecimal("0.000000001");
  private static final BigDecimal MOST = new BigDecimal("1000000000");
  private static final int MOST_PLACES = 12;

  /** The day's file has {@code 27 November 2026}. */
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final LocalDate today;
  private final List<String> problems = new ArrayList<>();
  private final Map<Quote.Pair, Set<LocalDate>> seen = new HashMap<>();
  private final List<Quote> quotes = new ArrayList<>();

  private RatesFile(LocalDate today) {
    this.today = today;
  }

  /**
   * @param today rates of later days are refused
   * @throws RatesException with everything that is wrong
   */
  static List<Quote> read(String name, byte[] bytes, LocalDate today) {
    RatesFile file = new RatesFile(today);
    try {
      file.read(text(name, unpacked(name, bytes)));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      file.problems.add("It cannot be read as CSV: " + e.getMessage() + ".");
    }
    if (file.problems.isEmpty() && file.quotes.isEmpty()) {
      file.problems.add("There is no rate in it.");
    }
    if (!file.problems.isEmpty()) {
      throw new RatesException(name, file.problems);
    }
    return file.quotes;
  }

  private static byte[] unpacked(String name, byte[] bytes) throws IOException {
    boolean isZip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    if (!isZip) {
      return limited(name, new ByteArrayInputStream(bytes));
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
          return limited(name, zip);
        }
      }
    }
    throw new RatesException(name, List.of("There is no CSV in it."));
  }

  private static byte[] limited(String name, InputStream bytes) throws IOException {
    byte[] read = bytes.readNBytes(LARGEST + 1);
    if (read.length > LARGEST) {
      throw new RatesException(name, List.of("It has more than 16 MB."));
    }
    return read;
  }

  private static String text(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new RatesException(name, List.of("It is no text in UTF-8."));
    }
  }

  private void read(String text) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setTrim(true).get();
    try (CSVParser rows = format.parse(new StringReader(text))) {
      List<String> header = List.of();
      for (CSVRecord row : rows) {
        if (header.isEmpty()) {
          header = row.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
          if (!isKnown(header)) {
            problems.add(
                "Its first line is neither \"Date,USD,JPY,…\", as the European Central Bank writes it, nor \"date,currency,base,rate\".");
            return;
          }
        } else if (COLUMNS.equals(Set.copyOf(header))) {
          plain(header, row);
        } else {
          wide(header, row);
        }
      }
    }
  }

  private static boolean isKnown(List<String> header) {
    boolean isDistinct = new HashSet<>(header).size() == header.size();
    return isDistinct
        && (COLUMNS.equals(Set.copyOf(header))
            || header.size() > 1
                && header.get(0).equals("date")
                && header.subList(1, header.size()).stream()
                    .allMatch(code -> code.isEmpty() || CODES.contains(upper(code))));
  }

  private void plain(List<String> header, CSVRecord row) {
    if (row.size() < header.size()) {
      problem(row, "has %d cells in the place of %d".formatted(row.size(), header.size()));
      return;
    }
    String currency = upper(row.get(header.indexOf("currency")));
    String base = upper(row.get(header.indexOf("base")));
    for (String code : List.of(currency, base)) {
      if (!CODES.contains(code)) {
        problem(row, "names \"%s\", which is no currency of ISO 4217".formatted(shown(code)));
        return;
      }
    }
    if (currency.equals(base)) {
      problem(row, "is about %s in %s".formatted(currency, base));
      return;
    }
    add(row, row.get(header.indexOf("date")), base, currency, row.get(header.indexOf("rate")));
  }

  private void wide(List<String> header, CSVRecord row) {
    for (int i = 1; i < Math.min(header.size(), row.size()); i++) {
      String rate = row.get(i);
      if (!header.get(i).isEmpty() && !rate.isEmpty() && !rate.equals(NOT_QUOTED)) {
        add(row, row.get(0), "EUR", upper(header.get(i)), rate);
      }
    }
  }

  private void add(CSVRecord row, String date, String base, String currency, String rate) {
    LocalDate day = day(date);
    if (day == null) {
      problem(row, "has \"%s\" for a day like 2026-10-05".formatted(shown(date)));
      return;
    }
    if (day.isAfter(today) || day.getYear() < 1970) {
      problem(row, "is about %s, and rates are of past days".formatted(day));
      return;
    }
    if (!rate.matches("[0-9]{1,10}(\\.[0-9]{1," + MOST_PLACES + "})?") || !isRate(rate)) {
      problem(
          row,
          "has \"%s\" for %s, expected a number above zero like 1.0825"
              .formatted(shown(rate), currency));
      return;
    }
    Quote.Pair pair = new Quote.Pair(base, currency);
    if (!seen.computeIfAbsent(pair, any -> new HashSet<>()).add(day)) {
      problem(row, "is the second about %s in %s on %s".formatted(currency, base, day));
      return;
    }
    quotes.add(new Quote(day, pair, new BigDecimal(rate)));
  }

  private static boolean isRate(String text) {
    BigDecimal rate = new BigDecimal(text);
    return rate.compareTo(LEAST) >= 0 && rate.compareTo(MOST) <= 0;
  }

  private static LocalDate day(String text) {
    try {
      return text.contains("-") ? LocalDate.parse(text) : LocalDate.parse(text, IN_WORDS);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private void problem(CSVRecord row, String what) {
    problems.add("Line %d %s.".formatted(row.getRecordNumber(), what));
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 40 ? plain.substring(0, 40) + "…" : plain;
  }
}
