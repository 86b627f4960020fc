package io.retainer.workspace.rates;

import io.retainer.model.fact.ExchangeRates;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.jdbi.v3.core.statement.StatementContext;

/** The agency's exchange rates: files are added, and nothing is ever changed or removed. */
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

  private static String name(String path) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    String short200 = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return short200.isEmpty() ? "rates.csv" : short200;
  }

  private Optional<RateFile> added(
      Handle handle, String name, String sha256, String by, List<Quote> quotes) {
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
            latest(handle).map(RateFile::number).orElse(0) + 1,
            name,
            sha256,
            clock.instant(),
            by,
            news.size() - changed,
            changed,
            news.stream().map(Quote::day).min(LocalDate::compareTo).orElseThrow(),
            news.stream().map(Quote::day).max(LocalDate::compareTo).orElseThrow());
    keep(handle, file);
    keep(handle, file, news);
    return Optional.of(file);
  }

  /** Two files at once: the second has the number of the first, and is refused whole. */
  private static void keep(Handle handle, RateFile file) {
    handle
        .createUpdate(
            """
            insert into rate_file
              (number, name, sha256, imported_at, imported_by, new_rates, changed, first_day, last_day)
            values (:number, :name, :sha256, :at, :by, :added, :changed, :first, :last)
            """)
        .bind("number", file.number())
        .bind("name", file.name())
        .bind("sha256", file.sha256())
        .bind("at", file.at())
        .bind("by", file.by())
        .bind("added", file.added())
        .bind("changed", file.changed())
        .bind("first", file.first())
        .bind("last", file.last())
        .execute();
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
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from rate_file order by number desc")
                .map(Rates::read)
                .list());
  }

  private static Optional<RateFile> latest(Handle handle) {
    return handle
        .createQuery("select * from rate_file order by number desc limit 1")
        .map(Rates::read)
        .findOne();
  }

  /** What holds since the latest file; empty without one. */
  public Optional<ExchangeRates> inForce() {
    return jdbi.withHandle(
        handle ->
            latest(handle)
                .map(
                    file ->
                        new RatesInForce(
                            file.title(), bases(handle), pair -> inForce(pair, file.number()))));
  }

  private static List<String> bases(Handle handle) {
    return handle
        .createQuery("select base from exchange_rate group by base order by max(file) desc, base")
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
            where base = :base and currency = :currency and file <= :since order by file
            """)
        .bind("base", pair.base())
        .bind("currency", pair.currency())
        .bind("since", since)
        .map((row, context) -> rates.put(row.getObject(1, LocalDate.class), row.getBigDecimal(2)))
        .list();
    return rates;
  }

  private static RateFile read(ResultSet row, StatementContext context) throws SQLException {
    return new RateFile(
        row.getInt("number"),
        row.getString("name"),
        row.getString("sha256"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by"),
        row.getInt("new_rates"),
        row.getInt("changed"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
