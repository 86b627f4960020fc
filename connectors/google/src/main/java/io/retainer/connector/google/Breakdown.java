package io.retainer.connector.google;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.util.List;
import java.util.function.Function;

/**
 * A dimension of GA4 as canonical columns.
 *
 * @param key of the heading
 */
record Breakdown(String key, Function<Columns, List<Value>> of) {

  private static final String BETWEEN = " / ";

  static final List<Breakdown> ALL =
      List.of(
          plain("event_name", "event_name"),
          plain("landing_page", "page"),
          plain("page", "page"),
          plain("page_title", "page"),
          plain("host", "host"),
          new Breakdown("channel", columns -> List.of(channel(columns.index("channel")))),
          new Breakdown("source_medium", Breakdown::sourceAndMedium),
          plain("source_name", "source_name"),
          plain("medium", "medium"),
          plain("campaign", "campaign"),
          plain("device", "device"),
          new Breakdown("visitor_type", columns -> List.of(visitorType())),
          plain("country", "country"),
          plain("city", "city"));

  /** The channel of the session, by the place of its column. */
  static Value channel(int index) {
    return new Value(
        "channel",
        fields -> {
          String cell = fields.row().cell(index).strip();
          return cell.isEmpty() ? null : Channels.name(cell);
        },
        false);
  }

  /** {@code established} are those who first came more than a week ago. */
  private static Value visitorType() {
    return new Value(
        "visitor_type",
        fields -> {
          String text = fields.text("visitor_type");
          return text == null || !text.equalsIgnoreCase("established") ? text : "returning";
        },
        false);
  }

  List<Value> values(Columns columns) {
    return of.apply(columns);
  }

  private static Breakdown plain(String key, String column) {
    return new Breakdown(key, columns -> List.of(Value.text(column, key)));
  }

  /** {@code google / organic} in one cell. */
  private static List<Value> sourceAndMedium(Columns columns) {
    return List.of(
        new Value("source_name", fields -> part(fields, 0), false),
        new Value("medium", fields -> part(fields, 1), false));
  }

  private static String part(Fields fields, int which) {
    String both = fields.text("source_medium");
    if (both == null) {
      return null;
    }
    int between = both.lastIndexOf(BETWEEN);
    if (between < 0) {
      return both;
    }
    return which == 0 ? both.substring(0, between) : both.substring(between + BETWEEN.length());
  }
}
