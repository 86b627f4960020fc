package io.retainer.connector.google;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.JsonValues;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.UnreadableContent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads events one by one; visitors and sessions are hashed before anything is handed over. */
final class EventReader {

  private static final List<String> COLUMNS =
      List.of(
          "event_name",
          "channel",
          "page",
          "device",
          "visitor_key",
          "session_key",
          "happened_at",
          "events",
          "revenue");
  private static final Set<String> CUT = Set.of("event_name", "channel", "page", "device");
  private static final String PURCHASE = "purchase";

  private final JsonText json;
  private final ReadSettings settings;
  private final FactSink sink;
  private final PersonKey keys;
  private final Object[] values = new Object[COLUMNS.size()];
  private TableWriter writer;
  private String currency;
  private boolean isNamed;

  EventReader(JsonText json, ReadSettings settings, FactSink sink) {
    this.json = json;
    this.settings = settings;
    this.sink = sink;
    this.keys = PersonKey.of(settings);
  }

  void read() throws IOException {
    Optional<String> named = named();
    isNamed = named.isPresent();
    currency = named.orElse(settings.currency().getCurrencyCode());
    writer =
        sink.table(
            new TableHeader(
                json.name(),
                Datasets.WEB_EVENTS,
                COLUMNS,
                CUT,
                Grain.DAY,
                true,
                Optional.empty(),
                settings.account().orElseGet(this::stream),
                Optional.of(currency)));
    try (var events = json.values()) {
      JsonValue event;
      while ((event = next(events, broken -> writer.rejected(broken.issue(), ""))) != null) {
        take(event);
      }
    }
  }

  /** A line that is no JSON is left out, and the next one read. */
  private JsonValue next(JsonValues events, Consumer<UnreadableContent> leftOut)
      throws IOException {
    while (true) {
      try {
        return events.next();
      } catch (UnreadableContent broken) {
        if (!json.isLines()) {
          throw broken;
        }
        leftOut.accept(broken);
      }
    }
  }

  private void sayWhatIsAssumed() {
    if (isNamed) {
      sink.assumed(
          "Some purchases do not name their currency, so they count as "
              + currency
              + ", that of the first purchase. If they are in another one, have the site send the"
              + " parameter currency with each purchase.");
    } else {
      AssumedCurrency.of(settings, sink);
    }
  }

  /** Of the first purchase that names one, wherever it stands: events come in no order. */
  private Optional<String> named() throws IOException {
    try (var events = json.values()) {
      JsonValue event;
      while ((event = next(events, broken -> {})) != null) {
        String code = isPurchase(event) ? EventParameters.value(event, "currency") : "";
        if (code.matches("[A-Z]{3}")) {
          return Optional.of(code);
        }
      }
    } catch (UnreadableContent broken) {
      return Optional.empty(); // The rows are read no further than this either.
    }
    return Optional.empty();
  }

  private static boolean isPurchase(JsonValue event) {
    return event.at("event_name").text().equals(PURCHASE) || revenue(event).isPresent();
  }

  private static Optional<BigDecimal> revenue(JsonValue event) {
    return event.at("ecommerce", "purchase_revenue").number();
  }

  private String stream() {
    try {
      return json.head().at("stream_id").text();
    } catch (IOException unread) {
      return "";
    }
  }

  private void take(JsonValue event) {
    LocalDate day = day(event);
    String name = event.at("event_name").text();
    if (day == null || name.isEmpty()) {
      reject(event, day == null ? "event_date" : "event_name", "an event with its day and name");
      return;
    }
    String paid = EventParameters.value(event, "currency");
    Optional<BigDecimal> revenue = revenue(event);
    boolean isForeign = revenue.isPresent() && !paid.isEmpty() && !paid.equals(currency);
    if (isForeign) {
      reject(event, "currency", "purchases in " + currency + ", as the first one");
      return;
    }
    if (paid.isEmpty() && revenue.filter(amount -> amount.signum() != 0).isPresent()) {
      sayWhatIsAssumed();
    }
    String visitor = event.at("user_pseudo_id").text();
    String session = EventParameters.value(event, "ga_session_id");
    boolean isKnown = !visitor.isEmpty() && !session.isEmpty();
    int i = 0;
    values[i++] = name;
    values[i++] = channel(event);
    values[i++] = address(EventParameters.value(event, "page_location"));
    values[i++] = blank(event.at("device", "category").text());
    values[i++] = keys.key(visitor);
    values[i++] = isKnown ? keys.key(visitor + "." + session) : null;
    values[i++] = moment(event);
    values[i++] = 1L;
    values[i] = revenue.orElse(null);
    writer.row(Math.max(1, event.line()), DateSpan.ofDay(day), values);
  }

  /** The property's day, or that of the moment on the client's clock. */
  private LocalDate day(JsonValue event) {
    var said = DateText.parse(event.at("event_date").text(), null);
    if (said != null) {
      return said.date();
    }
    LocalDateTime moment = moment(event);
    return moment == null ? null : moment.toLocalDate();
  }

  private LocalDateTime moment(JsonValue event) {
    String micros = event.at("event_timestamp").text();
    if (!micros.matches("\\d{10,17}")) {
      return null;
    }
    long all = Long.parseLong(micros);
    return LocalDateTime.ofInstant(
        Instant.ofEpochSecond(all / 1_000_000, all % 1_000_000 * 1_000), settings.zone());
  }

  private static String channel(JsonValue event) {
    JsonValue last = event.at("session_traffic_source_last_click", "cross_channel_campaign");
    String group = last.at("default_channel_group").text();
    return group.isEmpty() ? null : Channels.name(group);
  }

  /** People's addresses may stand behind the question mark. */
  private static String address(String url) {
    return blank(url.split("[?#]", 2)[0]);
  }

  private static String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  private void reject(JsonValue event, String column, String expected) {
    writer.rejected(
        new ReadIssue(
            Math.max(1, event.line()),
            column,
            event.at(column).text(),
            expected,
            "Export the table again."),
        event.toString());
  }
}
