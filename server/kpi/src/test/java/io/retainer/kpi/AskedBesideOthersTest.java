package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.row;
import static io.retainer.kpi.GivenFacts.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.SingleDays;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A KPI is answered from the tables that suit it best, whatever is asked beside it. */
class AskedBesideOthersTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");

  /** Of which there are rows by day. */
  private static final DateSpan FORTNIGHT =
      DateSpan.ofDays(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 18));

  private static final List<DateSpan> OTHERS =
      List.of(
          DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 4)),
          DateSpan.ofDays(LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 31)));

  @TempDir static Path folder;
  private static KpiLibrary library;

  @BeforeAll
  static void scripts() throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    write(scripts, "sessions", "count", "from web_traffic", "sum(sessions)");
    write(
        scripts,
        "weekend",
        "percent",
        "from web_traffic",
        "sum(sessions).where(weekday(day) in [6, 7]) / sum(sessions)");
    write(
        scripts,
        "on-weekends",
        "count",
        "from web_traffic\n  where weekday(day) in [6, 7]",
        "sum(sessions)");
    write(scripts, "per-weekend", "ratio", "", "kpi('own.sessions') / kpi('own.on-weekends')");
    write(
        scripts,
        "not-spam",
        "count",
        "from mentions",
        "count().where(is_spam == false || is_spam == null)");
    write(scripts, "surely-not-spam", "count", "from mentions", "count().where(is_spam == false)");
    write(scripts, "followers", "count", "from social_accounts", "last(followers)");
    write(
        scripts,
        "growth",
        "percent",
        "from social_accounts",
        "(last(followers) - first(followers)) / first(followers)");
    library = KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private static void write(Path scripts, String id, String unit, String rows, String value)
      throws IOException {
    Files.writeString(
        scripts.resolve(id + ".groovy"),
        """
        kpi('own.%s') {
          title en: 'Own'
          unit %s
          better higher
          %s
          value { %s }
          %s
        }
        """
            .formatted(id, unit, rows, value, rows.contains("web_traffic") ? "by channel" : ""));
  }

  /** A month as a whole, and a fortnight of it by day; levels know of their last day. */
  private static final class Tables implements FactSource {

    private final FactSource byMonth;
    private final FactSource byDay;

    Tables() {
      List<Map<String, Object>> days = new ArrayList<>();
      FORTNIGHT
          .start()
          .datesUntil(FORTNIGHT.end())
          .forEach(day -> days.add(row(day.toString(), "sessions", 10, "channel", "Email")));
      byDay = RowFacts.of(Map.of(Datasets.WEB_TRAFFIC, days), FORTNIGHT.start());
      Map<Dataset, List<Map<String, Object>>> month =
          Map.of(
              Datasets.WEB_TRAFFIC,
              List.of(row("2026-10-01", "sessions", 500, "channel", "Email")),
              Datasets.named("mentions"),
              List.of(row("2026-10-02", "mention_id", "a"), row("2026-10-20", "mention_id", "b")),
              Datasets.SOCIAL_ACCOUNTS,
              List.of(row("2026-10-18", "followers", 900)));
      byMonth = RowFacts.of(month, FORTNIGHT.start());
    }

    @Override
    public FactAnswer answer(FactQuery query) {
      boolean isByDay = SingleDays.areAsked(query);
      FactAnswer answer = (isByDay ? byDay : byMonth).answer(query);
      boolean isOfAll =
          !isByDay
              && (!query.dataset().equals(Datasets.SOCIAL_ACCOUNTS)
                  || query.measures().stream()
                      .map(Measure::aggregation)
                      .noneMatch(one -> one instanceof Aggregation.Level level && level.first()));
      return new FactAnswer(
          answer.cells(),
          answer.coverage().stream()
              .map(known -> isOfAll || known.extent() == Extent.NONE ? known : ofFortnight())
              .toList());
    }

    private static Coverage ofFortnight() {
      return without(OTHERS);
    }

    @Override
    public TableAnswer table(TableQuery query) {
      throw new AssertionError("A table was asked for: " + query);
    }
  }

  private static List<KpiId> ids(String... names) {
    return Arrays.stream(names).map(name -> new KpiId("own." + name)).toList();
  }

  private static KpiValue value(String... names) {
    ComparedPeriod closed = ComparedPeriod.closed(OCTOBER, Comparison.PREVIOUS);
    List<KpiFigure> figures =
        new KpiEngine(library, new Tables()).figures(ACME, closed, ids(names));
    return figures.get(0).current();
  }

  @ParameterizedTest
  @CsvSource({
    "sessions, weekend, 500",
    "weekend, sessions, 0.2857142857",
    "not-spam, surely-not-spam, 2",
    "followers, growth, 900"
  })
  void givesTheSameValueAsAlone(String name, String beside, BigDecimal expected) {
    KpiValue alone = value(name);

    assertThat(alone.value().orElseThrow()).isCloseTo(expected, OFF);
    assertThat(value(name, beside)).isEqualTo(alone);
  }

  private static final org.assertj.core.data.Offset<BigDecimal> OFF =
      org.assertj.core.data.Offset.offset(new BigDecimal("0.0000001"));

  @Test
  void isKnownBesideAShareOfSomeWeekdays() {
    assertThat(value("sessions", "weekend").status()).isEqualTo(Status.KNOWN);
  }

  @Test
  void givesTheSameGroupsAsAlone() {
    var engine = new KpiEngine(library, new Tables());
    List<String> groups =
        Stream.of(ids("sessions"), ids("sessions", "weekend"))
            .map(ids -> engine.breakdown(ACME, OCTOBER, ids, "channel", 5))
            .map(AskedBesideOthersTest::sessions)
            .toList();

    assertThat(groups).containsOnly("Email 500 KNOWN, 500 KNOWN");
  }

  private static String sessions(Breakdown breakdown) {
    KpiValue ofGroup = breakdown.groups().get(0).values().get(0);
    KpiValue ofAll = breakdown.total().values().get(0);
    return breakdown.groups().get(0).name() + " " + written(ofGroup) + ", " + written(ofAll);
  }

  private static String written(KpiValue value) {
    return value.value().orElseThrow().toPlainString() + " " + value.status();
  }

  /** A month of sessions is not divided by the weekends of a fortnight. */
  @Test
  void isOfTheSameDaysInAllItsParts() {
    KpiValue rate = value("per-weekend", "sessions");

    assertThat(rate.value().orElseThrow()).isEqualByComparingTo("3.5");
    assertThat(rate.status()).isEqualTo(Status.PARTIAL);
  }
}
