package io.retainer.connector.search;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What part of the property's results an export is about, as its sheet of filters says.
 *
 * @param searchType {@code web}, {@code image}, {@code video}, {@code news} or {@code discover};
 *     another filter is written behind it
 * @param isWhole whether it is all web results, narrowed by nothing but dates
 * @param dates the dates, when they are written out
 */
record Part(String searchType, boolean isWhole, Optional<DateSpan> dates) {

  private static final Headings WORDS = Headings.load(Part.class, "filters.txt");
  private static final List<String> TYPES = List.of("web", "image", "video", "news", "discover");

  static final Part WEB = new Part("web", true, Optional.empty());
  static final Part DISCOVER = new Part("discover", false, Optional.empty());
  static final Part NEWS = new Part("google news", false, Optional.empty());

  /** The same part, of these days. */
  Part during(DateSpan days) {
    return new Part(searchType, isWhole, Optional.of(days));
  }

  /**
   * Reads the rows below the headings "Filter, Value": the type comes first, then the dates.
   *
   * @param otherwise what the export is about when no row says so, as those of Discover
   */
  static Part of(List<Row> rows, Part otherwise) {
    String type = otherwise.searchType();
    Optional<DateSpan> dates = Optional.empty();
    var others = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      String name = rows.get(i).cell(0).strip();
      String value = rows.get(i).cell(1).strip();
      boolean hasType = rows.size() > 1;
      String byPlace = i == 0 && hasType ? "search_type" : i <= 1 ? "date" : name;
      String key = WORDS.key(name).orElse(byPlace);
      if (key.equals("search_type")) {
        type = WORDS.key(value).filter(TYPES::contains).orElse(value.toLowerCase(Locale.ROOT));
      } else if (key.equals("date")) {
        dates = Dates.span(value);
      } else {
        others.add(key + " " + value);
      }
    }
    String words = others.isEmpty() ? type : type + ", " + String.join(", ", others);
    return new Part(words, type.equals("web") && others.isEmpty(), dates);
  }
}
