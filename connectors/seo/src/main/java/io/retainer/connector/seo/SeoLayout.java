package io.retainer.connector.seo;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A table that a tool exports, told by its headings.
 *
 * @param words what it is called
 * @param keys headings that must be there
 * @param absent headings of another tool whose table has all the keys too
 * @param reason why it is refused, for {@link Kind#NOTHING}
 */
record SeoLayout(
    String words,
    Kind kind,
    Headings headings,
    List<String> keys,
    List<String> absent,
    String reason) {

  /** What becomes of the rows. */
  enum Kind {
    RANKINGS,
    LINKS,
    DOMAINS,
    DAYS,
    /** No dataset keeps them. */
    NOTHING
  }

  static SeoLayout of(String words, Kind kind, Headings headings, String... keys) {
    return new SeoLayout(words, kind, headings, List.of(keys), List.of(), "");
  }

  static SeoLayout refused(String words, String reason, Headings headings, String... keys) {
    return new SeoLayout(words, Kind.NOTHING, headings, List.of(keys), List.of(), reason);
  }

  /** The same, unless the table has these headings. */
  SeoLayout without(String... others) {
    return new SeoLayout(words, kind, headings, keys, List.of(others), reason);
  }

  Optional<Table> in(Sheet sheet) throws IOException {
    return Table.find(sheet, headings, keys)
        .filter(table -> absent.stream().noneMatch(table.columns()::has));
  }
}
