package io.retainer.connector.search;

import java.util.List;

/** The sheets of an export, in the order in which an archive holds them. */
enum SheetKind {
  DATES("date", true),
  QUERIES("query", false),
  PAGES("page", false),
  COUNTRIES("country", true),
  DEVICES("device", true),
  APPEARANCES("appearance", false),
  FILTERS("filter", false);

  /** Without the sheet of queries, which Discover and News do not have. */
  static final List<SheetKind> OF_DISCOVER = List.of(DATES, PAGES, COUNTRIES, APPEARANCES, FILTERS);

  /** Without the sheet of appearances, which some exports of results do not have. */
  static final List<SheetKind> OF_PLAIN_RESULTS =
      List.of(DATES, QUERIES, PAGES, COUNTRIES, DEVICES, FILTERS);

  /** In their order, which is always the same. */
  static List<SheetKind> ofExport(int sheets) {
    return switch (sheets) {
      case 7 -> List.of(values());
      case 6 -> OF_PLAIN_RESULTS;
      case 5 -> OF_DISCOVER;
      default -> List.of();
    };
  }

  private final String key;
  private final boolean complete;

  SheetKind(String key, boolean complete) {
    this.key = key;
    this.complete = complete;
  }

  /** Key of the first heading. */
  String key() {
    return key;
  }

  /** The canonical dimension. */
  String dimension() {
    return this == APPEARANCES ? "search_appearance" : key;
  }

  /** Whether the rows add up to the whole: long lists stop at 1,000, rare queries are left out. */
  boolean isComplete() {
    return complete;
  }
}
