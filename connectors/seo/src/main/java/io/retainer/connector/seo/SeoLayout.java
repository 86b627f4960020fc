package io.retainer.connector.seo;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that a tool exports, told by its headings.
 *
 * @param words what it is called
 * @param keys headings that must be there
 * @param absent headings of another tool whose table has all the keys too
 * @param telling headings of which one has to be there, as the keys are any tool's words; empty for
 *     none
 * @param reason why it is refused, for {@link Kind#NOTHING}
 */
record SeoLayout(
    String words,
    Kind kind,
    Headings headings,
    List<String> keys,
    List<String> absent,
    List<String> telling,
    String reason) {

  /** What a table of one site on one day has not: other days, engines or sites in its rows. */
  private static final Headings APART = Headings.load(SeoLayout.class, "rank-apart.txt");

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
    return new SeoLayout(words, kind, headings, List.of(keys), List.of(), List.of(), "");
  }

  static SeoLayout refused(String words, String reason, Headings headings, String... keys) {
    return new SeoLayout(
        words, Kind.NOTHING, headings, List.of(keys), List.of(), List.of(), reason);
  }

  /** The same, unless the table has these headings. */
  SeoLayout without(String... others) {
    return new SeoLayout(words, kind, headings, keys, List.of(others), telling, reason);
  }

  /** The same, if the table has one of these headings. */
  SeoLayout told(String... ones) {
    return new SeoLayout(words, kind, headings, keys, absent, List.of(ones), reason);
  }

  Optional<Table> in(Sheet sheet) throws IOException {
    return Table.find(sheet, headings, keys).filter(table -> is(table.columns()));
  }

  private boolean is(Columns columns) {
    Headings own = Headings.of(Map.of("telling", telling));
    boolean isTold =
        telling.isEmpty()
            || columns.row().cells().stream().anyMatch(cell -> own.matches("telling", cell));
    boolean isParted =
        kind == Kind.RANKINGS
            && columns.unknown().stream().anyMatch(cell -> APART.matches("apart", cell));
    return isTold && !isParted && absent.stream().noneMatch(columns::has);
  }
}
