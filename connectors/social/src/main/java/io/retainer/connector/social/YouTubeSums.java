package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether days of Totals add up to the row Total of a table, so that both are of one export. */
final class YouTubeSums {

  /** What may be added up over days. */
  private static final List<String> ADDED =
      List.of(
          "views",
          "engaged_views",
          "watch_hours",
          "watch_minutes",
          "net_subscribers",
          "subscribers_gained",
          "subscribers_lost",
          "impressions",
          "likes",
          "comments",
          "shares",
          "revenue");

  /** Each day is rounded for itself. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.0001");

  private final ReadSettings settings;

  YouTubeSums(ReadSettings settings) {
    this.settings = settings;
  }

  /** Whether a figure that is in both is the same in both, and none differs. */
  boolean agree(Table table, Table days) throws IOException {
    List<String> common =
        ADDED.stream().filter(key -> table.columns().has(key) && days.columns().has(key)).toList();
    Map<String, BigDecimal> total = total(table, common);
    Map<String, BigDecimal> sums = sums(days, common);
    boolean isAny = false;
    for (String key : common) {
      BigDecimal stated = total.get(key);
      BigDecimal sum = sums.get(key);
      if (stated == null || sum == null) {
        continue;
      }
      if (!isNear(stated, sum)) {
        return false;
      }
      isAny |= stated.signum() != 0;
    }
    return isAny;
  }

  private static boolean isNear(BigDecimal stated, BigDecimal sum) {
    return stated.subtract(sum).abs().compareTo(stated.abs().multiply(ROUNDING)) <= 0;
  }

  private Map<String, BigDecimal> total(Table table, List<String> keys) throws IOException {
    Map<String, BigDecimal> total = new HashMap<>();
    Optional<Forms> forms = table.forms(decision(table, keys), new Silence());
    if (forms.isPresent()) {
      table.read(
          forms.get(),
          settings,
          fields -> {
            if (total.isEmpty() && isTotal(fields)) {
              keys.forEach(key -> add(total, key, fields));
            }
          });
    }
    return total;
  }

  private Map<String, BigDecimal> sums(Table days, List<String> keys) throws IOException {
    Map<String, BigDecimal> sums = new HashMap<>();
    Optional<Forms> forms = days.forms(decision(days, keys), new Silence());
    if (forms.isPresent()) {
      days.read(
          forms.get(),
          settings,
          fields -> {
            if (!Totals.is(fields.row().cell(0))) {
              keys.forEach(key -> add(sums, key, fields));
            }
          });
    }
    return sums;
  }

  private static boolean isTotal(Fields fields) {
    return fields.columns().has("content")
        ? YouTubeVideos.isTotal(fields)
        : Totals.is(fields.row().cell(0));
  }

  private static void add(Map<String, BigDecimal> sums, String key, Fields fields) {
    BigDecimal value = fields.decimal(key);
    if (value != null) {
      sums.merge(key, value, BigDecimal::add);
    }
  }

  private static FormsDecision decision(Table table, List<String> keys) {
    return new FormsDecision(table.columns(), table.sheet().delimiter()).decimals(keys);
  }

  /** What is wrong with a table is said when it is read itself. */
  private static final class Silence implements FactSink {
    @Override
    public TableWriter table(TableHeader header) {
      throw new IllegalStateException("Sums are not written");
    }

    @Override
    public void issue(ReadIssue issue) {}

    @Override
    public void total(SourceTotal total) {}

    @Override
    public void passedOver(long line, String reason) {}
  }
}
