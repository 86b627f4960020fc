package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analyst reads when a script is wrong. */
class ProblemTextTest {

  @TempDir Path folder;

  private List<String> problems(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("email.groovy"), text);
    return KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
        .scripts()
        .get(0)
        .problems()
        .stream()
        .map(KpiProblem::toString)
        .map(problem -> problem.replace(folder + "/", ""))
        .toList();
  }

  private List<String> of(String unit, String from, String value) throws IOException {
    return problems(
        """
        kpi('a.b') {
          title en: 'A'
          unit %s
          better higher
          from %s
          value { %s }
        }
        """
            .formatted(unit, from, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "percent | email_campaigns | summ(clicks_unique) / sum(delivered)"
            + " | 6:11 unknown word 'summ'; did you mean 'sum'?",
        "count | email_campaigns | sum(clicks_uniqe)"
            + " | 6:15 unknown column of email_campaigns 'clicks_uniqe'; did you mean"
            + " 'clicks_unique'?",
        "count | web_traffic | sum(users)"
            + " | 6:15 users counts distinct people and cannot be summed; write asCounted(users); days"
            + " added up are sumOfCounts(users) in a KPI whose id ends with -daily-sum",
        "count | social_accounts | sum(followers)"
            + " | 6:15 followers is a level and cannot be summed; write last(followers)",
        "position | search_queries | sum(position)"
            + " | 6:15 position is an average and cannot be summed; write weightedMean(position)"
            + " or sum(position * impressions)",
        "percent | email_campaigns | average(opens_unique)"
            + " | 6:11 unknown word 'average'; write avg(column) over orders or answers, and"
            + " sum(a) / sum(b) for rates",
        "money | orders | sum(total) + count()"
            + " | 6:22 adds money and a plain number; both sides need the same unit",
        "count | orders | count() + distinct(customer_key)"
            + " | 6:19 adds an amount that adds up and a count of distinct things; both sides must"
            + " be of one kind: count different keys on both, like distinct(key) -"
            + " distinct(key).where(a), or rows on both, like count() - count().where(a)",
        "percent | email_campaigns | (sum(opens_unique) / sum(delivered) + sum(clicks_unique) /"
            + " sum(recipients)) / 2"
            + " | 6:47 adds rates of different wholes; an average of rates misleads; sum the parts"
            + " first, like (sum(a) + sum(b)) / (sum(c) + sum(d))",
        "count | orders | distinct(customer_key) + distinct(order_id)"
            + " | 6:34 adds two counts of distinct things; who is in both would count twice; count"
            + " them at once, with a condition for both",
        "count | orders | count() - distinct(customer_key)"
            + " | 6:19 subtracts an amount that adds up and a count of distinct things; both sides"
            + " must be of one kind: count different keys on both, like distinct(key) -"
            + " distinct(key).where(a), or rows on both, like count() - count().where(a)",
        "ratio | orders | count() / 0"
            + " | 6:19 divides by zero; divide by a measure, like sum(a) / sum(b)",
        "percent | orders | compounded(count().where(total > 5) / count(), 0.5)"
            + " | 6:58 compounds 0.5 periods; write a whole number from 1 to 366: compounded(1 -"
            + " kpi('customers.churn-rate'), 12)",
        "count | orders | count() + 5"
            + " | 6:19 adds an amount that adds up and a number; a constant belongs to a rate, like"
            + " 1 - a / b",
        "money | orders | sum(total) + sum(refunded) / sum(total)"
            + " | 6:22 adds money and a rate such as a percentage; both sides need the same unit",
        "count | orders | count().where(ordered_at >= '2026-10-15')"
            + " | 6:25 ordered_at is a date, and dates are not compared; leave it out: the period of"
            + " the report chooses the days; 'dated ordered_at' counts rows on this one",
        "count | orders | orders = count()"
            + " | 6:18 a name is given in the value; leave it out: names are given in per(…) { … }",
        "count | orders | count().where(total > threshold)"
            + " | 6:33 unknown name 'threshold'; write a value, or give the name one: param"
            + " threshold: 100",
        "count | orders | count().where(channel == Email)"
            + " | 6:36 'Email' without quotes; write 'Email' as a text",
        "count | orders | count().where(total > items)"
            + " | 6:31 compares money with a plain number; both sides need the same unit",
        "count | orders | count().where(total > status)"
            + " | 6:33 total is compared with the column status; a number is compared with numbers",
        "count | orders | count().where(refunded / total == null)"
            + " | 6:45 what is computed is compared with null; ask for a column: refunded == null",
        "count | orders | count().where(total > percentile(total, 90))"
            + " | 6:33 total is compared with 'percentile(…)'; a condition knows fixed values only,"
            + " not what is computed from all rows; write one, or leave it to the client: param"
            + " threshold: 100",
        "count | orders | count().where(total > '30%')"
            + " | 6:33 total cannot be compared with the text '30%'; it holds numbers: write one"
            + " without quotes",
        "count | orders | count().where(weekday(ordered_at) in [0, 6])"
            + " | 6:49 0 never occurs; weekdays are 1 (Monday) to 7 (Sunday)",
        "count | orders | count().where(weekday(ordered_at) == 'saturday')"
            + " | 6:48 the text 'saturday' where a number belongs; write a number, without quotes",
        "count | orders | count().where(weekday(status) == 6)"
            + " | 6:33 status is no date; name a column with a date",
        "count | orders | count().where(dayOfWeek(ordered_at) == 6)"
            + " | 6:25 unknown word 'dayOfWeek'; write weekday(ordered_at), 1 is Monday and 7 Sunday",
        "ratio | orders | avg(weekday(ordered_at))"
            + " | 6:15 'weekday' outside a condition; write count().where(weekday(ordered_at) == 7)",
        "count | orders | count().where(lowr(status) in ['a'])"
            + " | 6:25 unknown word 'lowr'; there are contains, startsWith, endsWith, in,"
            + " weekday, hour",
        "count | orders | count().where(sum(total) in [6, 7])"
            + " | 6:36 'in' after something that is no column; write column in ['a', 'b']",
        "count | orders | count().where(50 <= total < 100)"
            + " | 6:37 a second comparison in a row; compare twice: 50 <= total && total < 100",
        "count | orders | count().where(hour(ordered_at) == 24)"
            + " | 6:45 24 never occurs; hours are 0 to 23",
        "money | orders | coalesce(sum(total), 0)"
            + " | 6:11 unknown word 'coalesce'; write ifMissing(column, 0) inside an aggregation, like"
            + " sum(ifMissing(position, 101)); a value without data stays without data",
        "money | orders | sum(nvl(total, 0))"
            + " | 6:15 unknown word 'nvl'; write ifMissing(column, 0) inside an aggregation, like"
            + " sum(ifMissing(position, 101)); a value without data stays without data",
        "money | orders | rolling(sum(total), 7)"
            + " | 6:11 unknown word 'rolling'; there is no word for it: a definition knows one period,"
            + " and reports show the trend by themselves; a computation takes series of several months",
        "money | orders | cumulative(sum(total))"
            + " | 6:11 unknown word 'cumulative'; there is no word for it: a definition knows one period,"
            + " and reports show the trend by themselves; a computation takes series of several months",
        "money | orders | stddev(total)"
            + " | 6:11 unknown word 'stddev'; there is no word for it; percentile(column, 90) and"
            + " median(column) show how wide values lie, and a computation has deviation(values)",
        "money | orders | lag(sum(total))"
            + " | 6:11 unknown word 'lag'; a definition knows one period; what it is compared with is"
            + " asked by the report",
        "days | support_requests | median(resolved_at - created_at)"
            + " | 6:30 subtracts two dates; write days(created_at, resolved_at), or hours or minutes",
        "money | orders | round(sum(total), 2)"
            + " | 6:11 unknown word 'round'; leave it out: a value keeps all its decimals, and is"
            + " rounded where it is shown",
        "percent | orders | sum(total) / previous(sum(total)) - 1"
            + " | 6:24 unknown word 'previous'; a definition knows one period; what it is compared"
            + " with is asked by the report",
        "percent | orders | sum(total) / count()"
            + " | 6:22 the unit is percent, but the value is money; declare the unit it has, or"
            + " correct the formula",
        "money | orders | sum(total - items)"
            + " | 6:21 subtracts money and a plain number; both sides need the same unit",
        "count | social_accounts | sum(reach)"
            + " | 6:15 reach counts distinct people and cannot be summed; write asCounted(reach); days"
            + " added up are sumOfCounts(reach) in a KPI whose id ends with -daily-sum",
        "count | social_accounts | last(reach)"
            + " | 6:16 reach is no level that can be added over accounts; write asCounted(reach)",
        "count | social_accounts | last(impressions)"
            + " | 6:16 impressions is no level that can be added over accounts; write"
            + " sum(impressions)",
        "percent | deals | last(probability)"
            + " | 6:16 probability is no level that can be added over accounts; write"
            + " weightedMean(probability)",
        "position | rankings | sum(position)"
            + " | 6:15 position is a rank and cannot be summed; count those that are good enough,"
            + " like countOnLastDay().where(position <= 10)",
        "position | rankings | last(position)"
            + " | 6:16 position is no level that can be added over accounts; count those that are"
            + " good enough, like countOnLastDay().where(position <= 10)",
        "days | deals | (median(days(created_at, closed_at)) + median(days(lead_at, closed_at))) / 2"
            + " | 6:48 adds two statistics such as medians; the median of all rows is no sum or"
            + " mean of medians; take one over all rows, like median(column)",
        "count | orders | min(distinct(customer_key))"
            + " | 6:15 'distinct' inside an aggregation; use columns, + - * / and days, hours,"
            + " minutes, ifMissing here",
        "count | orders | min(customer_key)"
            + " | 6:15 customer_key is no number; count it with distinct(customer_key)",
        "count | orders | count().where(widget == 'A')"
            + " | 6:25 unknown column of orders 'widget'; there are order_id, customer_key, status,"
            + " financial_status, channel, country, currency, source_name, medium, campaign,"
            + " ordered_at, paid_at, items, gross, discount, shipping, tax, total, refunded, margin",
        "count | orders | count(customer_key)"
            + " | 6:11 'count' with 1 argument; write distinct(customer_key) for how many different"
            + " ones there are, and count() for how many rows",
        "count | orders | count(distinct customer_key)"
            + " | 6:11 'count' with 1 argument; write distinct(customer_key) for how many different"
            + " ones there are, and count() for how many rows",
        "money | orders | sum(total) / count(total)"
            + " | 6:24 'count' with 1 argument; write count(); a condition follows it:"
            + " count().where(total != null)",
        "money | orders | sum(total)/count | 6:22 'count' without an aggregation; write count()",
        "money | orders | sum(total) / distinct"
            + " | 6:24 'distinct' without an aggregation; write distinct(column)",
        "money | orders | sum(total.where(channel == 'ads'))"
            + " | 6:21 'where' inside an aggregation; write it after the closing bracket:"
            + " sum(total).where(…)",
        "money | orders | sum(total) / orders.count"
            + " | 6:24 'orders.count' with a point; write a column alone, like total, the number of"
            + " rows as count(), and another KPI as kpi('orders.count')",
        "count | orders | count(where: status == 'placed')"
            + " | 6:11 'count' with named arguments; write count(); a condition follows it:"
            + " count().where(…)",
        "percent | orders | cohorts(customer_key, 12) + 1"
            + " | 6:37 calculates with a table; a building block stands alone as the value of a KPI; only"
            + " expectedValue and expectedOrders are numbers to calculate with",
        "percent | orders | count()"
            + " | 6:11 the unit is percent, but the value is an amount that adds up; declare the"
            + " unit it has, or correct the formula",
        "count | orders | sum(total)"
            + " | 6:11 the unit is count, but the value is money; declare the unit it has, or"
            + " correct the formula",
        "count | web_traffic | count()"
            + " | 6:11 rows of web_traffic are not counted: one thing may stand in several, such as one"
            + " for each day; sum a column, or count what stands in one: per(column) { … } or distinct(column)",
        "count | orders | sum(status)"
            + " | 6:15 status is no number; count it with distinct(status)",
        "count | orders | total" + " | 6:11 'total' without an aggregation; write sum(total)",
        "count | orders | count().where(status = 'placed')"
            + " | 6:32 '=' is no condition; compare with ==",
        "count | orders | count().where(status > 'placed')"
            + " | 6:25 status is no number; compare it with ==, !=, in or contains",
        "count | orders | 42"
            + " | 6:11 the value is a fixed number; aggregate a column, like sum(clicks)",
        "count | order | count()" + " | 5:8 unknown dataset 'order'; did you mean 'orders'?",
        "percnt | orders | count()" + " | 3:8 unknown unit 'percnt'; did you mean 'percent'?",
      })
  void saysWhatIsWrongWhereAndWhatToDo(String unit, String from, String value, String problem)
      throws IOException {
    assertThat(of(unit, from, value)).contains("email.groovy:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "value { sum(clicks / sum(impressions) } | 6:41 the '(' of line 6, column 14 is still open"
            + " before this '}'; add the missing ')'",
        "value { sum(clicks) / sum(impressions) | 6:9 '{' is never closed before the '}' of line 7,"
            + " which ends the whole; add the missing '}' where its part ends",
        "value { sum(clicks)) / sum(impressions) } | 6:22 there is no open '(' that this ')' could"
            + " close; remove it, or add the '(' where its part begins",
        "where query == 'tent | 6:18 the text is not closed on its line; end it with '; one inside"
            + " of it is written \\'",
        "example 'a', rows: [[clicks: 1], expect: 0.5 | 7:1 the '[' of line 6, column 22 is still"
            + " open before this '}'; add the missing ']'",
        "value { sum(clicks) / } | 6:23 nothing stands between '/' and '}'; add what is missing"
            + " there, or take one of them out",
        "by query,, page | 6:11 nothing stands between ',' and ','; add what is missing there, or"
            + " take one of them out",
        "value { sum(clicks) sum(impressions) } | 6:23 'sum' directly after another part; put + - *"
            + " or / between them; only where(…) follows with a point: .where(a == 'b')",
        "where query = 'tent' | 6:15 '=' between the two sides of a condition; write ==",
        "example 'a' rows: [[clicks: 1]], expect: 1 | 6:15 no comma before this word; put one there,"
            + " like example 'title', rows: [[total: 1, items: 2]], expect: 1",
        "example 'a', rows: [[query: 'b' clicks: 1]], expect: 1 | 6:35 no comma before this word; put"
            + " one there, like example 'title', rows: [[total: 1, items: 2]], expect: 1",
        "where query == ‘tent’ | 6:18 '‘' is no sign of a definition; use straight quotes: '…'",
        "where query == “tent” | 6:23 '”' is no sign of a definition; use straight quotes: '…'",
        "value { sum(clicks) ÷ sum(impressions) } | 6:23 '÷' is no sign of a definition; divide with /",
        "value { cou\u200Bnt() } | 6:14 character U+200B is no sign of a definition; remove it",
        "value { sum(clicks) × 2 } | 6:23 '×' is no sign of a definition; multiply with *",
        "value { sum(clicks) – 2 } | 6:23 '–' is no sign of a definition; subtract with -, the sign of"
            + " the keyboard",
        "where clicks > 1 000 | 6:18 a number in several parts; write its digits together, like 1000",
        "where clicks > 1 500 | 6:18 a number in several parts; write its digits together, like 1000",
        "where clicks > 10,5 | 6:18 a number with a comma; write a point: 10.5",
        "where clicks > 1,000 | 6:18 a number with a comma; write no sign between thousands, like 1000,"
            + " and a point before decimals, like 10.5",
        "value { sum(clicks) / 1,000 } | 6:25 a number with a comma; write no sign between thousands,"
            + " like 1000, and a point before decimals, like 10.5",
        "example 'a', rows: [[clicks: 15.5]], expect: 15,5 | 6:48 a number with a comma; write a point:"
            + " 10.5",
        "example 'a', rows: [[clicks: 15,5]], expect: 15.5 | 6:32 a number with a comma; write a point:"
            + " 10.5",
        "where page IN ('a','b') | 6:14 a list in round brackets, as in SQL; write small letters and"
            + " square brackets: status in ['placed', 'paid']",
        "where page in ('a','b') | 6:14 a list in round brackets, as in SQL; write small letters and"
            + " square brackets: status in ['placed', 'paid']",
        "group by page | 6:3 'group by'; write by channel, on a line of its own beside value",
        "param limit: 5 ;; value { sum(clicks).where(clicks > limt) } | 7:38 unknown name 'limt'; did"
            + " you mean the parameter 'limit'?",
        "where clicks > 1 and page == 'a' | 6:20 'and' between two conditions; write &&",
        "where clicks > 1 OR page == 'a' | `6:20 'or' between two conditions; write ||`",
        "where country not in ['FI'] | 6:17 'not in'; turn it round: !(country in ['FI', 'SE'])",
        "where query like '%x%' | 6:15 'like' with a pattern; write column.contains('part'), startsWith"
            + " or endsWith, without %",
        "where query is null | 6:15 'is null'; write column == null, or != null",
        "value { kpi(orders.aov) } | 6:15 a KPI's id without quotes; write kpi('area.name')",
        "value { count(*) } | 6:11 count(*); write count()",
        "value { return sum(clicks) } | 6:11 'return' is no word of a definition; leave it out: the"
            + " formula is the value",
        "value { {} } | 6:11 this is no part of a definition: braces inside of braces; see"
            + " kpi-scripts/README.md for the words there are",
        "value { while (true) { count() } } | 6:11 'while' is no word of a definition; a definition has"
            + " no steps that run one after the other; write one formula, like value { sum(a) / sum(b) }",
        "value { } | 6:3 'value' without one formula; write value { sum(clicks) }",
        "value { if (count() > 0) { sum(clicks) } else { 0 } } | 6:11 'if' is no word of a definition;"
            + " say which rows count with where(…), like sum(total).where(status == 'placed')",
      })
  void saysWhatWasForgotten(String line, String problem) throws IOException {
    String before = "kpi('a.b') {\n  title en: 'A'\n  unit percent\n  better higher\n";

    assertThat(
            problems(before + "  from search_queries\n  " + line.replace(" ;; ", "\n  ") + "\n}\n"))
        .contains("email.groovy:" + problem);
  }

  /** What could not be read may have been there: only what is wrong is told, and once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unit: percent | email.groovy:3:9 a colon after 'unit'; leave it out, like unit percent; a result of"
            + " per is written n = count()",
        "unit percent ;; title 'A' | email.groovy:4:3 'title' without a language; write title en: '…',"
            + " ru: '…'",
        "unit percent ;; value { count() ;; - count() } | email.groovy:4:3 'value' with several lines;"
            + " it is one formula; one that goes on in the next line ends this one with its -",
        "unit percent ;; value { count() ;; + count() } | email.groovy:5:3 this is no part of a"
            + " definition: a '+' in front of a number; leave it out; a sum that goes on in the next"
            + " line ends this one with its +",
        "unit percent ;; value { a = count() ;; a / count() } | email.groovy:4:3 'value' with several"
            + " lines; it is one formula, and names are given in per(…) { … } only; write the parts"
            + " where they are used",
        "unit percent ;; per(page) { rate = sum(clicks) / sum(impressions) } | email.groovy:4:20"
            + " calculates inside of 'per'; a result is one aggregation; calculate with results in the"
            + " value: per(page) { a = sum(clicks) and, on its own line, b = sum(impressions) }, then median(a / b)",
        "unit percent ;; per(page, month) { n = count() } | email.groovy:4:13 'per' with several keys; it"
            + " groups by one text column, and time is the report's: per(page) { a = sum(clicks) }",
        "unit percent ;; where page == 'a' and query == 'b' | email.groovy:4:21 'and' between two"
            + " conditions; write &&",
      })
  void saysNothingOfWhatMayBeThere(String lines, String problem) throws IOException {
    String title = lines.contains("title") ? "" : "title en: 'A'";
    String value = lines.contains("value {") ? "" : "value { sum(clicks) / sum(impressions) }";
    String text =
        "kpi('a.b') {\n  "
            + title
            + "\n  "
            + lines.replace(" ;; ", "\n  ")
            + "\n  better higher\n  from search_queries\n  "
            + value
            + "\n}\n";

    assertThat(problems(text)).containsExactly(problem);
  }

  static Stream<Arguments> printedTexts() {
    return Stream.of(
        arguments(
            "title en: ''", "2:13 'title' in 'en' is empty; write what readers of a report see"),
        arguments(
            "title en: 'A', fi: ' '",
            "2:22 'title' in 'fi' is empty; write what readers of a report see, or leave 'fi' out"),
        arguments(
            "title en: 3", "2:13 'title' in 'en' is no text; write it in quotes, like en: '…'"),
        arguments(
            "title en: 'A', Finnish: 'B'",
            "2:18 'Finnish' is no language; write its two letters, like en: '…', fi: '…'"),
        arguments(
            "title en: 'A" + "\u202E" + "B'",
            "2:15 character U+202E in a text that is printed; remove it: it is not seen, or changes"
                + " how what stands around it is read"),
        arguments(
            "title en: 'A" + "\uFFFE" + "B'",
            "2:15 character U+FFFE in a text that is printed; remove it: it is not seen, or changes"
                + " how what stands around it is read"),
        arguments(
            "title en: '" + "a".repeat(2000) + "'",
            "2:13 a text of 2000 letters; 'title' has room for 120"));
  }

  @ParameterizedTest
  @MethodSource("printedTexts")
  void aTitleIsATextThatCanBePrinted(String title, String problem) throws IOException {
    assertThat(
            problems(
                "kpi('a.b') {\n  "
                    + title
                    + "\n  unit count\n  better higher\n  from orders\n  where status == 'placed'\n"
                    + "  value { count() }\n}\n"))
        .containsExactly("email.groovy:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "partial | 'partial' without its number; write partial(0.07)",
        "known('3') | 'known' without its number; write known(0.07)",
        "noData(3) | 'noData' has no number; write expect: noData",
        "maybe(3) | this is nothing to expect; write a number, known(0.07), partial(0.07),"
            + " estimated(0.07), noData, notComputable or suppressed",
      })
  void saysWhatAnExampleMayExpect(String expected, String problem) throws IOException {
    String example =
        "count().where(status == 'placed')\n  }\n  example 'a', rows: [[items: 3]], expect: %s\n  by channel //";

    assertThat(of("count", "orders", example.formatted(expected)))
        .containsExactly("email.groovy:8:44 " + problem);
  }

  @Test
  void showsTheValueThatDoesNotFitItsColumn() throws IOException {
    String example =
        "count().where(status == 'placed')\n  }\n  example 'a', rows: [[items: '3', total: true]],"
            + " expect: 1\n  by channel //";

    assertThat(of("count", "orders", example))
        .containsExactly(
            "email.groovy:8:24 'items' is the text '3', and holds numbers; write it without quotes,"
                + " like items: 3",
            "email.groovy:8:36 'total' is true, and holds numbers; write it without quotes, like"
                + " total: 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"000 ", "x and ", "'' a: ", "if( ", "> 1,1 ", "a    ", "kpi( ", "> 1"})
  void aTextFullOfSlipsTakesNoTimeAndIsToldByTheFirstOfThem(String slip) {
    String text = "kpi('a.b') {\n" + slip.repeat(60_000 / slip.length()) + "a\n}\n";

    assertTimeout(
        Duration.ofSeconds(2),
        () -> assertThat(Slips.of("a.groovy", text)).hasSizeLessThanOrEqualTo(20));
  }

  @Test
  void aPercentageIsNoHundredfold() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("orders.groovy"),
            """
            kpi('a.b') {
              title en: 'A'
              unit percent
              better higher
              from orders
              value { sum(margin).where(status == 'placed') / sum(total).where(status == 'placed') }
              example 'half', rows: [[margin: 5, total: 10, status: 'placed']], expect: 50
            }
            """);

    assertThat(
            KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
                .scripts()
                .get(0)
                .kpis()
                .get(0)
                .examples()
                .get(0)
                .failure("orders.groovy"))
        .hasToString(
            "orders.groovy:7:3 example 'half' gave 0.5, expected 50; a percentage is a fraction here:"
                + " 50 % is written 0.5");
  }

  @Test
  void reportsAllProblemsOfAFileAtOnce() throws IOException {
    assertThat(
            problems(
                """
                kpi('a.b') {
                  titel en: 'A'
                  unit percnt
                  better hihger
                  from orders
                  value { summ(total) }
                }
                kpi('Not an id') {
                  title ru: 'А'
                  unit count
                  better higher
                  from orders
                  value { count() }
                }
                """))
        .extracting(problem -> problem.replaceFirst("^email.groovy:(\\d+).*", "$1"))
        .containsExactly("2", "3", "4", "6", "8", "9");
  }

  @Test
  void namesTheKpisOfACircle() throws IOException {
    String kpi =
        """
        kpi('%s') {
          title en: 'A'
          unit percent
          better higher
          value { 1 - kpi('%s') }
        }
        """;
    assertThat(problems(kpi.formatted("a.one", "a.two") + kpi.formatted("a.two", "a.one")))
        .anyMatch(problem -> problem.contains("goes round in a circle: a.one -> a.two -> a.one"));
  }

  @Test
  void rowsOfAKpiWithoutADatasetNeedTheNameOfTheirs() throws IOException {
    assertThat(
            problems(
                """
                kpi('a.one') {
                  title en: 'A'
                  unit percent
                  better lower
                  from email_campaigns
                  value { sum(opens_unique) / sum(delivered) }
                }
                kpi('a.rest') {
                  title en: 'B'
                  unit percent
                  better lower
                  value { 1 - kpi('a.one') }
                  example 'x', rows: [[delivered: 1]], expect: 1
                }
                """))
        .containsExactly(
            "email.groovy:13:16 'rows' of a KPI that has no 'from'; give the rows under the name"
                + " of their dataset, like orders: [[total: 10]]");
  }

  @Test
  void showsWhatAFailedExampleGave() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("orders.groovy"),
            """
            kpi('a.b') {
              title en: 'A'
              unit count
              better higher
              from orders
              value { count().where(status == 'placed' || status == null) }
              example 'two orders', rows: [[order_id: '1'], [order_id: '2']], expect: 3, not: 2
            }
            """);
    KpiScriptCheck.Example example =
        KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
            .scripts()
            .get(0)
            .kpis()
            .get(0)
            .examples()
            .get(0);

    assertThat(example)
        .isEqualTo(
            new KpiScriptCheck.Example(
                "two orders", 7, 3, false, "3", "2", List.of(new BigDecimal("2"))));
    assertThat(example.failure("orders.groovy"))
        .hasToString(
            "orders.groovy:7:3 example 'two orders' gave 2, which is the mistake that the example"
                + " names, expected 3; correct the formula or the example");
  }

  @Test
  void aScriptMayReferToThoseOfOtherFolders() throws IOException {
    Path base = Files.createDirectory(folder.resolve("base"));
    Files.writeString(
        base.resolve("a.groovy"),
        """
        kpi('a.rate') {
          title en: 'A'
          unit percent
          better higher
          from email_campaigns
          value { sum(opens_unique) / sum(delivered) }
        }
        """);
    Path own =
        Files.writeString(
            folder.resolve("own.groovy"),
            """
            kpi('a.rest') {
              title en: 'A'
              unit percent
              better lower
              value { 1 - kpi('a.rate') }
            }
            """);

    assertThat(KpiScriptCheck.check(List.of(own), Computing.in(own, Authors.none())).passed())
        .isFalse();
    assertThat(
            KpiScriptCheck.check(List.of(own), List.of(base), Computing.in(base, Authors.none()))
                .passed())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u3164", "\u2800", "\u115F", "\uFFA0"})
  void aTitleHasNoSignThatNobodySees(String sign) throws IOException {
    assertThat(problems("kpi('a.b') {\n  title en: 'A" + sign + "'\n}\n"))
        .anySatisfy(
            found -> assertThat(found).contains("in a text that is printed; remove it: it is not"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ch: 5 | 'ch' is the number 5, and is a text; write it as the parameter has it: ch: 'a'",
        "ch: ['b'] | 'ch' is a list, and is a text; write it as the parameter has it: ch: 'a'",
        "n: '5' | 'n' is the text '5', and is a number; write it as the parameter has it: n: 2"
      })
  void anExampleGivesAParameterWhatItIs(String given, String problem) throws IOException {
    assertThat(
            problems(
                """
                kpi('a.b') {
                  title en: 'A'
                  unit count
                  better higher
                  param ch: 'a', n: 2
                  from orders
                  value { count().where(status == 'placed' && channel == ch && items > n) }
                  example 'e', with: [%s], rows: [[channel: 'a']], expect: 0
                }
                """
                    .formatted(given)))
        .singleElement()
        .asString()
        .endsWith(problem);
  }

  /** Nothing but what the guide says limits what an honest author may write into one file. */
  @Test
  void aFileMayBeFullOfShortKpis() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append(
          """
          kpi('a.guest-share-%d') {
            title en: 'Orders without a known customer'
            unit percent
            better higher
            from orders
            where status == 'placed'
            value { count().where(customer_key == null) / count() }
            by channel
          }
          """
              .formatted(i));
    }
    assertThat(problems(text.toString())).isEmpty();

    String limits =
        "; a file has at most 65536 characters, 2000 lines and 100 KPIs; make several files of it";
    assertThat(problems(text + "kpi('a.b') {\n  unit count\n}\n"))
        .containsExactly("email.groovy:901:12 more than 100 KPIs in one file" + limits);
    assertThat(problems(text + "// " + "x".repeat(65_536)))
        .singleElement()
        .asString()
        .endsWith(" characters" + limits);
    assertThat(problems(text + "\n".repeat(2_000)))
        .singleElement()
        .asString()
        .endsWith(" the script has more than 2000 lines" + limits);
  }
}
