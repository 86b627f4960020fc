package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks right and is not: each is refused, where it stands, with what to do instead. */
class MisleadingDefinitionsTest {

  /** What the tried definitions may refer to. */
  private static final String OTHERS =
      """
      kpi('t.revenue') {
        title en: 'A'
        unit money
        better higher
        from orders
        where status == 'placed'
        value { sum(total) }
      }
      kpi('t.net-revenue') {
        title en: 'A'
        unit money
        better higher
        from orders
        where status in ['placed', 'refund']
        value { kpi('t.revenue') - sum(refunded) }
      }
      kpi('t.web-revenue') {
        title en: 'A'
        unit money
        better higher
        from web_traffic
        value { sum(revenue) }
      }
      kpi('t.claimed') {
        title en: 'A'
        unit money
        better higher
        from ad_performance
        value { sum(conversion_value) }
      }
      kpi('t.cost') {
        title en: 'A'
        unit money
        better lower
        from ad_performance
        value { sum(cost) }
      }
      kpi('t.won') {
        title en: 'A'
        unit count
        better higher
        from deals
        dated closed_at
        where status == 'won'
        value { count() }
      }
      kpi('t.created') {
        title en: 'A'
        unit count
        better higher
        from deals
        value { count() }
      }
      kpi('t.deals') {
        title en: 'A'
        unit money
        better higher
        from deals
        value { sum(amount).where(status == 'won') }
      }
      kpi('t.orders') {
        title en: 'A'
        unit count
        better higher
        from orders
        where status == 'placed'
        value { count() }
      }
      kpi('t.aov') {
        title en: 'A'
        unit money
        better higher
        from orders
        where status == 'placed'
        value { sum(total) / count() }
      }
      kpi('t.sessions') {
        title en: 'A'
        unit count
        better higher
        from web_traffic
        value { sum(sessions) }
      }
      kpi('t.conversion') {
        title en: 'A'
        unit percent
        better higher
        from web_traffic
        value { sum(converting_sessions) / sum(sessions) }
      }
      kpi('t.ctr') {
        title en: 'A'
        unit percent
        better higher
        from search_queries
        value { sum(clicks) / sum(impressions) }
      }
      kpi('t.followers') {
        title en: 'A'
        unit count
        better higher
        from social_accounts
        value { last(followers) }
      }
      kpi('t.cycle') {
        title en: 'A'
        unit days
        better lower
        from deals
        value { median(days(created_at, closed_at)) }
      }
      kpi('t.first-channel') {
        title en: 'A'
        unit percent
        better higher
        from orders
        where status == 'placed'
        value { distinct(customer_key).where(channel == 'a') / distinct(customer_key) }
      }
      kpi('t.second-channel') {
        title en: 'A'
        unit percent
        better higher
        from orders
        where status == 'placed'
        value { distinct(customer_key).where(channel == 'b') / distinct(customer_key) }
      }
      kpi('t.users') {
        title en: 'A'
        unit count
        better higher
        from web_traffic
        value { asCounted(users) }
      }
      kpi('t.reach') {
        title en: 'A'
        unit count
        better higher
        from social_accounts
        value { asCounted(reach) }
      }
      kpi('t.ltv') {
        title en: 'A'
        unit money
        better higher
        from orders
        where status == 'placed'
        value { sumToAge(customer_key, total, 90) / matured(customer_key, 90) }
      }
      kpi('t.returning') {
        title en: 'A'
        unit percent
        better higher
        from orders
        where status == 'placed'
        value { retained(customer_key) / existing(customer_key) }
      }
      kpi('t.expected') {
        title en: 'A'
        unit money
        better higher
        from orders
        where status == 'placed'
        value { expectedValue(customer_key, total, 365) }
      }
      kpi('t.key-events') {
        title en: 'A'
        unit count
        better higher
        from web_traffic
        value { sum(conversions) }
      }
      kpi('t.mobile') {
        title en: 'A'
        unit count
        better higher
        from web_traffic
        where device == 'mobile'
        value { sum(sessions) }
      }
      kpi('t.desktop') {
        title en: 'A'
        unit count
        better higher
        from web_traffic
        where device == 'desktop'
        value { sum(sessions) }
      }
      kpi('t.ads-orders') {
        title en: 'A'
        unit count
        better higher
        from orders
        where status in ['placed', 'refund'] && channel == 'ads'
        value { count() }
      }
      """;

  @TempDir Path folder;

  private List<String> problems(String unit, String from, String value) throws IOException {
    return problems("a.b", unit, from, value);
  }

  private List<String> problems(String id, String unit, String from, String value)
      throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("a.groovy"),
            "kpi('%s') {\n  title en: 'A'\n  unit %s\n  better higher\n  %s\n  value { %s }\n%s}\n%s"
                .formatted(
                    id,
                    unit,
                    from.equals("-") ? "" : "from " + from,
                    value,
                    PlacedOrders.where(from, value),
                    value.contains("kpi(") ? OTHERS : "")
                .replace(" ;; ", "\n  "));
    return KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
        .scripts()
        .get(0)
        .problems()
        .stream()
        .map(KpiProblem::toString)
        .map(problem -> problem.replace(folder + "/a.groovy:", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/misleading/refused.csv",
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 500)
  void areRefusedWithAdvice(String unit, String from, String value, String problem)
      throws IOException {
    assertThat(problems(unit, from, value)).first().asString().isEqualTo(problem);
  }

  /** Each family by itself: what is refused, and what its advice comes to, which is not. */
  @ParameterizedTest
  @CsvFileSource(
      resources = {
        "/misleading/otherwise.csv",
        "/misleading/parts.csv",
        "/misleading/added.csv",
        "/misleading/made-up.csv",
        "/misleading/compared.csv",
        "/misleading/percentages.csv",
        "/misleading/scaled.csv"
      },
      delimiter = '|',
      quoteCharacter = '`',
      maxCharsPerColumn = 900)
  void areRefusedAndWhatIsAdvisedLoads(
      String unit,
      String from,
      String value,
      String problem,
      String advisedUnit,
      String advisedValue)
      throws IOException {
    assertThat(problems(unit, from, value)).first().asString().isEqualTo(problem);
    assertThat(problems(advisedUnit, from, advisedValue)).isEmpty();
  }

  private static final String RATES = " { c = sum(clicks_unique); d = sum(delivered) }";

  /** Whoever reads its name has to know what small things weigh as much as large ones. */
  @ParameterizedTest
  @CsvSource({
    "a.rate-mean-of-campaigns, campaign_id",
    "a.rate-mean-of-campaign-ids, campaign_id",
    "a.rate-mean-of-campaigns, campaign",
    "a.rate-mean-of-campaigns-in-spring, campaign",
    "a.rate-mean-of-lists, list"
  })
  void aMeanOfRatesNamesWhatItIsTakenOver(String id, String key) throws IOException {
    String from = "email_campaigns ;; per(" + key + ")" + RATES;
    assertThat(problems(id, "percent", from, "avg(c / d)")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.rate, campaign_id, -mean-of-campaigns",
    "a.rate-mean-of-it, campaign_id, -mean-of-campaigns",
    "a.rate-mean-of-posts, campaign_id, -mean-of-campaigns",
    "a.rate-mean-of-campaigners, campaign, -mean-of-campaigns",
    "a.rate-mean-of-campaigns, list, -mean-of-lists"
  })
  void anotherNameIsRefused(String id, String key, String ending) throws IOException {
    String from = "email_campaigns ;; per(" + key + ")" + RATES;
    assertThat(problems(id, "percent", from, "avg(c / d)"))
        .containsExactly(
            "7:11 averages rates of each "
                + key
                + ", under a name that does not say so; divide sums, like sum(a) / sum(b), or put "
                + ending
                + " into the id");
  }

  /** Nobody else knows of what an own event is a percentage. */
  @Test
  void aPercentageThatIsNotKnownIsNamed() throws IOException {
    String value =
        "sum(events).where(event_name == 'quiz_end') / sum(events).where(event_name == 'quiz_start')";
    assertThat(problems("a.finished-by-quiz-start", "percent", "web_events", value)).isEmpty();
    assertThat(problems("a.finished-by-quiz-end", "percent", "web_events", value))
        .containsExactly(
            "6:55 the unit is percent, and events (quiz_end) are no known part of events (quiz_start),"
                + " so that the value may be over 100 %: so many of one for each of the other are a"
                + " ratio, and where a percentage is meant all the same, the id says of what and ends"
                + " with -by-quiz-start; declare the unit it has, or correct the formula");
  }

  /** Of rows that are counted in two datasets, each with a word for what they are. */
  @ParameterizedTest
  @CsvSource({
    "kpi('t.orders') / kpi('t.sessions')",
    "kpi('t.mobile') / kpi('t.sessions')",
    "kpi('t.cost') / kpi('t.revenue')",
    "kpi('t.web-revenue') / kpi('t.revenue')",
    "(kpi('t.claimed') - kpi('t.cost')) / kpi('t.cost')"
  })
  void aPercentageOfWhatComesBeforeIsKnown(String value) throws IOException {
    assertThat(problems("percent", "-", value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "kpi('t.sessions') / kpi('t.orders'), rows of orders, sessions, -by-purchases",
    "kpi('t.created') / kpi('t.orders'), rows of orders, rows of deals, -by-purchases",
    "kpi('t.orders') / kpi('t.followers'), followers, rows of orders, -by-followers"
  })
  void aPercentageOfWhatComesLaterIsNone(String value, String whole, String part, String ending)
      throws IOException {
    assertThat(problems("percent", "-", value))
        .first()
        .asString()
        .contains(part + " are no known part of " + whole, ending);
    assertThat(problems("ratio", "-", value)).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = {"/misleading/right.csv", "/misleading/unscaled.csv"},
      delimiter = '|',
      quoteCharacter = '`')
  void standBesideWhatIsRight(String unit, String from, String value) throws IOException {
    assertThat(problems(unit, from, value)).isEmpty();
  }
}
