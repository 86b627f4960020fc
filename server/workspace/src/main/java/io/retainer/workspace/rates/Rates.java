package io.retainer.workspace.rates;

import io.retainer.model.fact.ExchangeRates;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The agency's exchange rates: files are added, and the latest may be taken back. No rate is ever
 * changed or removed, so that what a report was converted by is still there.
 */
public final class Rates {

  /** More bytes are refused. */
  public static final int LARGEST = RatesFile.LARGEST;

  private static final int AT_ONCE = 2_000;
  private static final int LONGEST_NAME = 200;

  private final Jdbi jdbi;
  private final Clock clock;

  public Rates(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Takes a file: all of it or nothing.
   *
   * @param by who gave it
   * @return empty when it says nothing that is not known already
   * @throws RatesException naming everything that is wrong with it
   */
  public Optional<RateFile> add(String name, byte[] bytes, String by) {
    String shown = name(name);
    // Somewhere it is tomorrow already.
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    List<Quote> quotes = RatesFile.read(shown, bytes, latest);
    return jdbi.inTransaction(handle -> added(handle, shown, sha256(bytes), by, quotes));
  }

  /**
   * Takes the latest file back: what held before it holds again.
   *
   * @param number of the file, so that nobody takes back one that came in between
   * @param by who takes it back
   * @throws RatesException when there is no such file, or it is not the latest that counts
   */
  public RateFile undo(int number, String by) {
    return jdbi.inTransaction(handle -> RateFiles.undo(handle, number, clock.instant(), by));
  }

  private static String name(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    String short200 = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return short200.isEmpty() ? "rates.csv" : short200;
  }

  private Optional<RateFile> added(
      Handle handle, String name, String sha256, String by, List<Quote> quotes) {
    RateFiles.queueUp(handle);
    Map<Quote.Pair, NavigableMap<LocalDate, BigDecimal>> known = new HashMap<>();
    List<Quote> news = new ArrayList<>();
    int changed = 0;
    for (Quote quote : quotes) {
      BigDecimal before =
          known
              .computeIfAbsent(quote.pair(), pair -> inForce(handle, pair, Integer.MAX_VALUE))
              .get(quote.day());
      if (before == null || before.compareTo(quote.rate()) != 0) {
        news.add(quote);
        changed += before == null ? 0 : 1;
      }
    }
    if (news.isEmpty()) {
      return Optional.empty();
    }
    RateFile file =
        new RateFile(
            RateFiles.nextNumber(handle),
            name,
            sha256,
            clock.instant(),
            by,
            news.size() - changed,
            changed,
            news.stream().map(Quote::day).min(LocalDate::compareTo).orElseThrow(),
            news.stream().map(Quote::day).max(LocalDate::compareTo).orElseThrow(),
            Optional.empty());
    RateFiles.add(handle, file);
    keep(handle, file, news);
    return Optional.of(file);
  }

  private static void keep(Handle handle, RateFile file, List<Quote> quotes) {
    for (int from = 0; from < quotes.size(); from += AT_ONCE) {
      PreparedBatch batch =
          handle.prepareBatch(
              "insert into exchange_rate (base, currency, rate_day, file, rate) values (?, ?, ?, ?, ?)");
      for (Quote quote : quotes.subList(from, Math.min(quotes.size(), from + AT_ONCE))) {
        batch.add(
            quote.pair().base(), quote.pair().currency(), quote.day(), file.number(), quote.rate());
      }
      batch.execute();
    }
  }

  /** All files, the latest first. */
  public List<RateFile> files() {
    return jdbi.withHandle(RateFiles::all);
  }

  /** What holds since the latest file; empty without one. */
  public Optional<ExchangeRates> inForce() {
    return jdbi.withHandle(
        handle ->
            RateFiles.latest(handle)
                .map(
                    file ->
                        new RatesInForce(
                            file.title(), bases(handle), pair -> inForce(pair, file.number()))));
  }

  private static List<String> bases(Handle handle) {
    return handle
        .createQuery(
            """
            select base from exchange_rate where file not in (select number from undone_rate_file)
            group by base order by max(file) desc, base
            """)
        .mapTo(String.class)
        .list();
  }

  private NavigableMap<LocalDate, BigDecimal> inForce(Quote.Pair pair, int since) {
    return jdbi.withHandle(handle -> inForce(handle, pair, since));
  }

  private static NavigableMap<LocalDate, BigDecimal> inForce(
      Handle handle, Quote.Pair pair, int since) {
    NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
    handle
        .createQuery(
            """
            select rate_day, rate from exchange_rate
            where base = :base and currency = :currency and file <= :since
              and file not in (select number from undone_rate_file)
            order by file
            """)
        .bind("base", pair.base())
        .bind("currency", pair.currency())
        .bind("since", since)
        .map((row, context) -> rates.put(row.getObject(1, LocalDate.class), row.getBigDecimal(2)))
        .list();
    return rates;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
