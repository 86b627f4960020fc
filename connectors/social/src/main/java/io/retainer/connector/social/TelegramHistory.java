package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The messages of a channel. */
final class TelegramHistory {

  private static final List<String> HEADINGS =
      List.of("post_id", "published_at", "kind", "title", "post_type", "is_repost", "likes");
  private static final Headings KEYS =
      Headings.of(HEADINGS.stream().collect(Collectors.toMap(key -> key, List::of)));

  private final JsonText json;
  private final ReadSettings settings;
  private String momentBefore = "";

  TelegramHistory(JsonText json, ReadSettings settings) {
    this.json = json;
    this.settings = settings;
  }

  void read(FactSink sink) throws IOException {
    var sheet = json.sheet(HEADINGS, TelegramHistory::cells, "messages");
    Table table = Table.find(sheet, KEYS, HEADINGS).orElseThrow();
    new PostTable(table, settings, values(), List.of("likes"), List.of())
        .leavingOut(this::leftOut)
        .read(json.head().at("name").text(), sink);
  }

  private static List<String> cells(JsonValue message) {
    return List.of(
        message.at("id").text(),
        moment(message),
        message.at("type").text(),
        text(message.at("text")),
        type(message),
        String.valueOf(message.has("forwarded_from")),
        reactions(message.at("reactions")));
  }

  /** Exports since 2022 say the instant; before, the clock of whoever exported is all there is. */
  private static String moment(JsonValue message) {
    String unix = message.at("date_unixtime").text();
    return unix.matches("\\d{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(unix)).toString()
        : message.at("date").text();
  }

  /** A text is a text, or a list of texts and of marked parts. */
  private static String text(JsonValue text) {
    return text.isArray()
        ? text.items().stream()
            .map(part -> part.isObject() ? part.at("text").text() : part.text())
            .collect(Collectors.joining())
        : text.text();
  }

  private static String type(JsonValue message) {
    if (message.has("media_type")) {
      return message.at("media_type").text();
    }
    return message.has("photo") ? "photo" : message.has("poll") ? "poll" : "text";
  }

  /** Empty where the export has none: those of before 2023 do not know reactions. */
  private static String reactions(JsonValue reactions) {
    if (reactions.isMissing()) {
      return "";
    }
    return reactions.items().stream()
        .map(reaction -> reaction.at("count").number().orElse(BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .toPlainString();
  }

  private static Values values() {
    return new Values()
        .with("post_id", fields -> fields.text("post_id"))
        .with("network", fields -> Telegram.NETWORK)
        .with("post_type", fields -> fields.text("post_type"))
        .with("title", fields -> PostTitle.of(fields.text("title")))
        .with("is_repost", fields -> fields.truth("is_repost"))
        .with("published_at", fields -> fields.time("published_at"))
        .with("likes", fields -> fields.count("likes"));
  }

  /** Each picture of an album is a message; those after the first have no words of their own. */
  private Optional<String> leftOut(Fields fields) {
    String moment = fields.row().cell(1);
    boolean isFurther =
        moment.equals(momentBefore)
            && fields.text("title") == null
            && !"text".equals(fields.text("post_type"));
    momentBefore = moment;
    if (!"message".equals(fields.text("kind"))) {
      return Optional.of("an event of the channel, not a post");
    }
    return isFurther ? Optional.of("a further picture of an album") : Optional.empty();
  }
}
