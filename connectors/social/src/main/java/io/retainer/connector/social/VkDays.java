package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The days, weeks or months of a community. What did not happen is left out of {@code activity}, so
 * a missing key is a nought there, and nowhere else.
 */
final class VkDays {

  /** On whose clock the days of VK begin. */
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private static final List<String> HEADINGS =
      List.of(
          "date", "reach", "views", "subscribed", "unsubscribed", "likes", "comments", "copies");
  private static final Headings KEYS =
      Headings.of(HEADINGS.stream().collect(Collectors.toMap(key -> key, List::of)));

  private VkDays() {}

  static void read(JsonText json, VkAnswer answer, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<Spacing> spacing = spacing(answer.first());
    if (spacing.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "statistics of a span that is neither a day nor a week nor a month",
              "interval=day, week or month",
              "Ask stats.get for days."));
      return;
    }
    Table table =
        Table.find(json.sheet(HEADINGS, VkDays::cells, answer.path()), KEYS, HEADINGS)
            .orElseThrow();
    new DayTable(table, settings, values(), HEADINGS.subList(1, HEADINGS.size()))
        .spaced(spacing.get())
        .read(VKontakte.NETWORK, sink);
  }

  private static Optional<Spacing> spacing(JsonValue first) {
    if (first.has("day")) {
      return Optional.of(Spacing.DAYS);
    }
    Optional<Instant> from = instant(first.at("period_from"));
    Optional<Instant> to = instant(first.at("period_to"));
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    long days = Math.round((to.get().getEpochSecond() - from.get().getEpochSecond()) / 86_400.0);
    if (days <= 1) {
      return Optional.of(Spacing.DAYS);
    }
    return days == 7
        ? Optional.of(Spacing.WEEKS)
        : days >= 28 && days <= 31 ? Optional.of(Spacing.MONTHS) : Optional.empty();
  }

  private static Optional<Instant> instant(JsonValue seconds) {
    return seconds.text().matches("\\d{9,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.text())))
        : Optional.empty();
  }

  private static List<String> cells(JsonValue item) {
    JsonValue activity = item.at("activity");
    JsonValue people = activity.isMissing() ? item : activity;
    JsonValue reach = item.at("reach");
    return List.of(
        item.has("day")
            ? item.at("day").text()
            : instant(item.at("period_from"))
                .map(from -> from.atZone(MOSCOW).toLocalDate().toString())
                .orElse(""),
        reach.isObject() ? reach.at("reach").text() : reach.text(),
        item.at("visitors").isObject()
            ? item.at("visitors", "views").text()
            : item.at("views").text(),
        counted(people, "subscribed", !activity.isMissing()),
        counted(people, "unsubscribed", !activity.isMissing()),
        counted(activity, "likes", !activity.isMissing()),
        counted(activity, "comments", !activity.isMissing()),
        counted(activity, "copies", !activity.isMissing()));
  }

  private static String counted(JsonValue among, String key, boolean missingIsNone) {
    return !among.has(key) && missingIsNone ? "0" : among.at(key).text();
  }

  private static Values values() {
    return new Values()
        .with("network", fields -> VKontakte.NETWORK)
        .with("reach", fields -> fields.count("reach"))
        .with("profile_views", fields -> fields.count("views"))
        .with("followers_gained", fields -> fields.count("subscribed"))
        .with("followers_lost", fields -> fields.count("unsubscribed"))
        .with("follower_change", VkDays::change)
        .with("engagements", VkDays::engagements);
  }

  private static Object change(Fields fields) {
    Long won = fields.count("subscribed");
    Long lost = fields.count("unsubscribed");
    return won == null || lost == null ? null : (Object) (won - lost);
  }

  private static Object engagements(Fields fields) {
    return Sums.of(fields.count("likes"), fields.count("comments"), fields.count("copies"));
  }
}
