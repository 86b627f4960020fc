package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a row does not say leaves what it says in the number, and weighs nothing. A sum without it
 * is partial; a mean is over what is known.
 */
class MissingInRowsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "social_posts|count|sum(likes + comments)|[likes: 3], [likes: 4, comments: 1]|known(8)",
        "social_posts|count|sum(likes + comments + shares)|[likes: 3], [shares: 2], [comments: 1]"
            + "|known(6)",
        "social_posts|percent|sum(likes + comments) / sum(impressions)"
            + "|[likes: 3, impressions: 10], [comments: 1, impressions: 10]|known(0.2)",
        "orders|money|sum(gross - total)|[gross: 10], [gross: 5, total: 1]|partial(4)",
        "orders|money|avg(gross - total)|[gross: 10], [gross: 5, total: 1]|known(4)",
        "orders|money|sum(gross - total) / count().where(gross != null && total != null)"
            + "|[gross: 10], [gross: 5, total: 1]|known(4)",
        "orders|money|sum(gross) - sum(total)|[gross: 10], [gross: 5, total: 1]|partial(14)",
        "orders|money|sum(gross - total)|[gross: 10, total: suppressed], [gross: 5, total: 1]"
            + "|partial(4)",
        "orders|money|sum(gross - discount)|[gross: 10, discount: null], [gross: 5, discount: 1]"
            + "|known(14)",
        "orders|money|avg(gross - discount)|[gross: 10, discount: null], [gross: 5, discount: 1]"
            + "|known(7)",
        "orders|money|sum(total - refunded)"
            + "|[total: 50, status: 'placed'], [refunded: 9, status: 'refund']|partial(50)",
        "orders|money|sum(total) / count()|[total: 53], [total: 53], [items: 1]"
            + "|partial(35.333333)",
        "orders|money|sum(total) / count().where(total != null)|[total: 53], [total: 53], [items: 1]"
            + "|known(53)",
        "orders|money|sum(total) / sum(items)|[total: 50, items: 2], [items: 3]|partial(10)",
        "orders|money|sum(total).where(items > 1)|[total: 50, items: 2], [items: 3]|partial(50)",
        "orders|money|sum(total).where(items > 2)|[total: 50, items: 2], [items: 3]|noData",
        "orders|money|sum(total).where(items > 3)|[total: 50, items: 2], [items: 3]|known(0)",
        "orders|money|sum(total).where(total != null)|[total: 50], [items: 3]|known(50)",
        "orders|money|sum(ifMissing(total, 0))|[total: 50], [items: 3]|known(50)",
        "orders|money|sum(total)|[total: 50], [total: 0]|known(50)",
        "rankings|count|sumOnLastDay(search_volume).where(position <= 10)"
            + "|[position: 30, search_volume: 30], [position: 40, search_volume: 10]|known(0)",
        "rankings|percent|sumOnLastDay(search_volume).where(position <= 10)"
            + " / sumOnLastDay(search_volume)"
            + "|[position: 30, search_volume: 30], [position: 40, search_volume: 10]|known(0)",
        "rankings|count|sumOnLastDay(search_volume).where(position <= 10)"
            + "|[position: 3, search_volume: null], [position: 40, search_volume: 10]|noData",
        "rankings|count|sumOnLastDay(search_volume)|[position: 3, search_volume: null]|noData",
        "rankings|count|sumOnLastDay(search_volume).where(position <= 10)"
            + "|[position: 3, search_volume: 9, day: '2026-09-30']|noData",
        "orders|money|sum(refunded)|[total: 50, refunded: null], [total: 5]|known(0)",
        "orders|money|sum(total) - sum(refunded)|[total: 50, refunded: null]|known(50)",
        "orders|money|avg(refunded)|[refunded: 30], [refunded: null]|known(15)",
        "orders|money|sum(refunded) / count()|[refunded: 30], [refunded: null]|known(15)",
        "orders|money|median(discount)|[discount: 30], [total: 1], [discount: 20]|known(20)",
        "orders|count|count().where(refunded < 10)|[refunded: 30], [refunded: null]|known(1)",
        "orders|count|count().where(refunded == null)|[refunded: 30], [refunded: null]|known(0)",
        "orders|money|sum(refunded)|[refunded: suppressed], [refunded: null]|partial(0)",
        "orders|money|sum(refunded)|[total: 50]|noData",
        "ad_performance|count|sum(conversions)|[cost: 10, conversions: null]|known(0)",
        "ad_performance|percent|sum(conversions) / sum(clicks)|[clicks: 10, conversions: null]"
            + "|known(0)",
        "social_posts|count|sum(impressions)|[impressions: 3], [likes: 1]|partial(3)",
        "social_posts|percent|sum(likes) / sum(impressions)|[likes: 3, impressions: 10], [likes: 1]"
            + "|partial(0.4)",
        "orders|money|sum(total) - sum(refunded)"
            + "|[total: 50, status: 'placed'], [refunded: 9, status: 'refund']|known(41)",
        "orders|money|sum(total) - sum(refunded)"
            + "|[total: 50, status: 'placed'], [items: 1, status: 'placed'],"
            + " [refunded: 9, status: 'refund']|partial(41)",
        "orders|money|sumToAge(customer_key, total, 30) / matured(customer_key, 30)"
            + "|[day: '2026-09-10', customer_key: 'ann', total: 50, status: 'placed'],"
            + " [day: '2026-09-12', customer_key: 'ann', refunded: 9, status: 'refund']|known(50)",
        "orders|money|avg(total)|[total: 50], [items: 3]|known(50)",
        "orders|money|max(total)|[total: 50], [items: 3]|known(50)",
        "orders|money|median(total)|[total: 50], [items: 3]|known(50)",
        "orders|count|count().where(total > 10)|[total: 50], [items: 3]|partial(1)",
        "orders|count|count().where(total > 0)|[total: 50], [items: 3]|known(1)",
        "deals|money|openAtEnd(closed_at, amount)"
            + "|[created_at: '2026-09-01', closed_at: null, amount: 5], [created_at: '2026-10-01']"
            + "|partial(5)",
        "orders|money|sum(total) / count()|[total: suppressed], [total: 8], [items: 1]"
            + "|partial(2.666667)",
        "search_queries|position|sum(position * impressions) / sum(impressions)"
            + "|[position: 5, impressions: 10], [impressions: 90]|known(5)",
        "search_queries|count|sum(impressions).where(clicks == null)"
            + "|[clicks: suppressed, impressions: 10], [clicks: null, impressions: 3]|partial(3)",
        "search_queries|count|sum(impressions).where(clicks != null)"
            + "|[clicks: suppressed, impressions: 10], [clicks: 4, impressions: 3]|partial(3)",
        "search_queries|position|weightedMean(position)"
            + "|[position: 5, impressions: 10], [impressions: 90]|known(5)",
      })
  void isNoZeroAndIsSaidOfASum(
      String dataset, String unit, String value, String rows, String expected) throws IOException {
    String text =
        """
        kpi('t.tried') {
          title en: 'A'
          unit %s
          better higher
          from %s
          value { %s }
        %s  example 'a row that says little', rows: [%s], expect: %s
        }
        """
            .formatted(
                unit, dataset, value, PlacedOrders.orAnyOther(dataset, value), rows, expected);
    Path script = Files.writeString(folder.resolve("tried.groovy"), text);

    var tried =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0);
    assertThat(tried.problems()).as(text).isEmpty();
    assertThat(tried.passed()).as("%s: %s", text, tried.kpis()).isTrue();
  }

  /** A line of its own says which rows there are; what is kept back may be any of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "clicks_unique > 2;sum(delivered);[clicks_unique: suppressed, delivered: 10],"
            + " [clicks_unique: 3, delivered: 10];partial(10)",
        "clicks_unique != null;sum(delivered);[clicks_unique: suppressed, delivered: 10],"
            + " [clicks_unique: 3, delivered: 10];partial(10)",
        "clicks_unique == null;sum(delivered);[clicks_unique: suppressed, delivered: 10],"
            + " [clicks_unique: null, delivered: 3];partial(3)",
        "clicks_unique == null;sum(delivered);[clicks_unique: suppressed, delivered: 10];suppressed",
        "clicks_unique > 2;distinct(list);[clicks_unique: suppressed, list: 'a'];partial(0)",
        "clicks_unique > 2;distinct(list);[clicks_unique: suppressed, list: 'a'], [clicks_unique: 1, list: 'b'],"
            + " [clicks_unique: 9, list: 'c'];partial(1)",
        "clicks_unique > 2 || delivered > 5;sum(delivered);[clicks_unique: suppressed, delivered: 10],"
            + " [clicks_unique: 3, delivered: 10];known(20)",
        "clicks_unique > 2 && delivered > 50;sum(delivered);[clicks_unique: suppressed, delivered: 10],"
            + " [clicks_unique: 3, delivered: 60];known(60)",
        "clicks_unique > 2;existing(list);[clicks_unique: suppressed, list: 'a', day: '2026-09-09'],"
            + " [clicks_unique: 3, list: 'b', day: '2026-09-09'];partial(1)",
        "clicks_unique > 2;sum(delivered);[clicks_unique: suppressed, delivered: 10, day: '2026-09-09'],"
            + " [clicks_unique: 3, delivered: 10];known(10)",
        "list == 'a';sum(delivered);[clicks_unique: suppressed, list: 'b', delivered: 10],"
            + " [clicks_unique: 3, list: 'a', delivered: 10];known(10)",
      })
  void whatIsKeptBackIsNotPassedOverBySayingWhichRowsThereAre(
      String where, String value, String rows, String expected) throws IOException {
    String text =
        """
        kpi('t.tried') {
          title en: 'A'
          unit count
          better higher
          from email_campaigns
          where %s
          value { %s }
          example 'values kept back', rows: [%s], expect: %s
        }
        """
            .formatted(where, value, rows, expected);
    Path script = Files.writeString(folder.resolve("tried.groovy"), text);

    var tried =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0);
    assertThat(tried.problems()).as(text).isEmpty();
    assertThat(tried.passed()).as("%s: %s", text, tried.kpis()).isTrue();
  }

  @Test
  void isSaidThroughAnInnerGroupingToo() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("tried.groovy"),
            """
            kpi('t.tried') {
              title en: 'A'
              unit money
              better higher
              from orders
              per(customer_key) { spent = sum(total) }
              value { median(spent) }
              where status == 'placed' || status == null
              example 'all amounts', rows: [[customer_key: 'ann', total: 5]], expect: known(5)
              example 'one order of two has none',
                  rows: [[customer_key: 'ann', total: 5], [customer_key: 'ann', items: 1]],
                  expect: partial(5), not: 2.5
            }
            """);

    var tried =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0);
    assertThat(tried.faults()).isEmpty();
    assertThat(tried.kpis().get(0).examples().get(1).was())
        .isEqualTo("partial(5) (Values that are empty in the source are left out: 1 of total.)");
  }
}
