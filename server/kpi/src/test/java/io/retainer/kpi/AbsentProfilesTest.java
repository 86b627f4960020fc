package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A level does not fall because a network, or a search engine, is not read any more. */
class AbsentProfilesTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));

  @TempDir static Path folder;
  private static KpiLibrary library;

  private final List<Map<String, Object>> accounts = new ArrayList<>();
  private final List<Map<String, Object>> rankings = new ArrayList<>();

  @BeforeAll
  static void scripts() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(
        own.resolve("own.groovy"),
        """
        kpi('own.facebook') {
          title en: 'Facebook'
          unit count
          better higher
          from social_accounts
          value { last(followers).where(network == 'facebook') }
        }
        kpi('own.largest') {
          title en: 'Largest network'
          unit count
          better higher
          from social_accounts
          per(network) { level = last(followers) }
          value { max(level) }
        }
        kpi('own.top-ten') {
          title en: 'Top ten'
          unit percent
          better higher
          from rankings
          value { countOnLastDay().where(position <= 10) / countOnLastDay() }
          by engine, group_name
        }
        kpi('own.volume') {
          title en: 'Searches'
          unit count
          better higher
          from rankings
          value { sumOnLastDay(search_volume) }
        }
        """);
    library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS, own), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
  }

  private void followers(String network, String from, String until, int first) {
    LocalDate begin = LocalDate.parse(from);
    begin
        .datesUntil(LocalDate.parse(until).plusDays(1))
        .forEach(
            day ->
                accounts.add(
                    row(
                        day.toString(),
                        "network",
                        network,
                        "followers",
                        first + ChronoUnit.DAYS.between(begin, day),
                        "engagements",
                        1)));
  }

  private void check(String day, String engine, Integer... positions) {
    for (int i = 0; i < positions.length; i++) {
      rankings.add(
          row(
              day,
              "engine",
              engine,
              "keyword",
              "k" + i,
              "group_name",
              i == 0 ? "brand" : "other",
              "position",
              positions[i],
              "search_volume",
              100));
    }
  }

  private Kpis kpis() {
    Map<Dataset, List<Map<String, Object>>> rows =
        Map.of(Datasets.SOCIAL_ACCOUNTS, accounts, Datasets.RANKINGS, rankings);
    return new KpiEngine(library, RowFacts.of(rows, LocalDate.of(2026, 10, 1)));
  }

  private KpiFigure figure(String id, String period) {
    ComparedPeriod compared =
        ComparedPeriod.closed(Period.parse(period), Comparison.PREVIOUS_EQUAL);
    return kpis().figures(ACME, compared, List.of(new KpiId(id))).get(0);
  }

  private KpiValue value(String id, String period) {
    return figure(id, period).current();
  }

  private static void lacks(KpiValue value, String... arguments) {
    assertThat(value.status()).isEqualTo(Status.PARTIAL);
    Reason reason = value.reason().orElseThrow();
    assertThat(reason.code()).isEqualTo(Reason.Code.PROFILES_ABSENT);
    assertThat(reason.arguments()).containsExactly(arguments);
  }

  private void twoNetworks() {
    followers("facebook", "2026-10-01", "2026-10-31", 1001);
    followers("instagram", "2026-10-01", "2026-10-20", 501);
  }

  @Test
  void followersOfANetworkThatIsNotReadAnyMoreAreNotLost() {
    twoNetworks();

    KpiFigure figure = figure("social.followers", "2026-10-22..2026-10-31");

    assertThat(figure.current().value().orElseThrow()).isEqualByComparingTo("1031");
    lacks(figure.current(), "1", "network");
    assertThat(figure.current().reason().orElseThrow().english())
        .isEqualTo("1 of network had a value shortly before and has none in these days.");
    assertThat(figure.compared(Comparison.PREVIOUS_EQUAL).orElseThrow().value().status())
        .isEqualTo(Status.KNOWN);
    assertThat(figure.delta(Comparison.PREVIOUS_EQUAL)).isEmpty();
  }

  @Test
  void whatWasReadInThePeriodIsThere() {
    twoNetworks();

    assertThat(value("social.followers", "2026-10").status()).isEqualTo(Status.KNOWN);
    assertThat(value("own.facebook", "2026-10-22..2026-10-31").status()).isEqualTo(Status.KNOWN);
  }

  @Test
  void aRowWithoutTheLevelIsNoReading() {
    twoNetworks();
    accounts.add(row("2026-10-25", "network", "instagram", "engagements", 1));

    lacks(value("social.followers", "2026-10-22..2026-10-31"), "1", "network");
  }

  /** As long before as the period is, and a month at least. */
  @Test
  void whatWasGoneLongBeforeIsNotMissed() {
    twoNetworks();
    followers("facebook", "2026-11-01", "2027-01-31", 1032);

    lacks(value("social.followers", "2026-11-17..2026-11-30"), "1", "network");
    assertThat(value("social.followers", "2026-11-25..2026-11-30").status())
        .isEqualTo(Status.KNOWN);
    lacks(value("social.followers", "2026-11-05..2027-01-31"), "1", "network");
  }

  /** Of days of which nothing is there it is told that they are missing, and no more. */
  @Test
  void anAccountThatStoppedIsNoNetworkOfIt() {
    twoNetworks();
    accounts.stream()
        .filter(row -> row.get("network").equals("instagram"))
        .forEach(row -> row.put("account", "other"));

    assertThat(value("social.followers", "2026-10-22..2026-10-31").status())
        .isEqualTo(Status.KNOWN);
  }

  @Test
  void aNetworkThatIsReadOnceAMonthIsMissingInTheWeeksBetween() {
    followers("facebook", "2026-10-05", "2026-11-01", 1001);
    followers("instagram", "2026-10-15", "2026-10-15", 501);

    List<Status> weeks =
        kpis()
            .series(
                ACME,
                List.of(new KpiId("social.followers")),
                Period.parse("2026-10-05..2026-11-01").span(),
                Grain.WEEK)
            .get(0)
            .stream()
            .map(point -> point.value().status())
            .toList();

    assertThat(weeks).containsExactly(Status.KNOWN, Status.KNOWN, Status.PARTIAL, Status.PARTIAL);
  }

  @Test
  void aLevelOfEachNetworkLacksItToo() {
    twoNetworks();

    lacks(value("own.largest", "2026-10-22..2026-10-31"), "1", "network");
  }

  @Test
  void aSearchEngineThatIsNotCheckedAnyMoreIsMissing() {
    check("2026-10-05", "google", 1, 20, 30);
    check("2026-10-06", "yandex", 2, 3, 40);
    check("2026-10-12", "google", 1, 20, 30);

    KpiFigure share = figure("own.top-ten", "2026-W42");

    lacks(share.current(), "1", "engine, locale, device");
    assertThat(share.delta(Comparison.PREVIOUS_EQUAL)).isEmpty();
    lacks(value("own.volume", "2026-W42"), "1", "engine, locale, device");
    assertThat(value("own.volume", "2026-W42").bounds()).isEqualTo(Optional.empty());
  }

  /** A keyword that the last check did not have is gone. */
  @Test
  void anEngineThatWasCheckedIsNotMissingInAGroupOfKeywords() {
    check("2026-10-05", "google", 1, 20, 30);
    check("2026-10-06", "yandex", 2, 3, 40);
    check("2026-10-12", "google", 1, 20, 30);
    check("2026-10-13", "yandex", 2);

    assertThat(value("own.top-ten", "2026-W42").status()).isEqualTo(Status.KNOWN);
    assertThat(breakdown("own.top-ten", "group_name"))
        .containsExactly("brand KNOWN", "other KNOWN", "total KNOWN");
  }

  @Test
  void aGroupThatIsNotReadAnyMoreIsNotListedWithoutAValue() {
    check("2026-10-05", "google", 1, 20, 30);
    check("2026-10-06", "yandex", 2, 3, 40);
    check("2026-10-12", "google", 1, 20, 30);

    assertThat(breakdown("own.top-ten", "engine")).containsExactly("google KNOWN", "total PARTIAL");
    assertThat(breakdown("own.top-ten", "group_name"))
        .containsExactly("brand PARTIAL", "other PARTIAL", "total PARTIAL");
  }

  private List<String> breakdown(String id, String dimension) {
    Kpis.Breakdown breakdown =
        kpis().breakdown(ACME, Period.parse("2026-W42"), List.of(new KpiId(id)), dimension, 9);
    List<String> lines = new ArrayList<>();
    breakdown
        .groups()
        .forEach(group -> lines.add(group.name() + " " + group.values().get(0).status()));
    lines.add("total " + breakdown.total().values().get(0).status());
    return lines;
  }
}
