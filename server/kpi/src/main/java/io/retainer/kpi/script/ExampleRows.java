package io.retainer.kpi.script;

import io.retainer.model.fact.BareText;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Suppressed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the rows of an example: {@code rows: [[clicks: 1], [clicks: 2]]}.
 *
 * @param dataset that {@code rows} are of; others are named
 */
record ExampleRows(Optional<Dataset> dataset, Problems problems) {

  /** Columns that rows of every dataset may have besides its own. */
  static final List<String> ROW_WORDS = List.of("day", "account", "source", "currency");

  private static final int MOST_ROWS = 500;
  private static final String SUPPRESSED = "suppressed";

  /** Of the years that people count in. */
  private static final Pattern OF_FOUR_DIGITS = Pattern.compile("[0-9]{4}-");

  void read(Node.Entry entry, Map<Dataset, List<Map<String, Object>>> rows) {
    Optional<Dataset> of = entry.key().equals("rows") ? dataset : Datasets.find(entry.key());
    if (of.isEmpty() && entry.key().equals("rows")) {
      problems.add(
          entry.at(),
          "'rows' of a KPI that has no 'from'",
          "give the rows under the name of their dataset, like orders: [[total: 10]]");
      return;
    }
    if (of.isEmpty()) {
      TreeSet<String> known =
          new TreeSet<>(List.of("rows", "expect", "group", Mistakes.WORD, "period", "with"));
      Datasets.all().forEach(d -> known.add(d.name()));
      problems.unknown(entry.at(), "word", entry.key(), known);
      return;
    }
    if (!(entry.value() instanceof Node.Items items) || items.nodes().size() > MOST_ROWS) {
      problems.add(entry.at(), "these are no rows", "write rows: [[clicks: 1], [clicks: 2]]");
      return;
    }
    List<Map<String, Object>> read = new ArrayList<>();
    for (Node row : items.nodes()) {
      if (row instanceof Node.Entries entries) {
        read.add(row(entries, of.get()));
      } else {
        problems.add(row.at(), "this is no row", "write [column: value, …]");
      }
    }
    rows.merge(
        of.get(),
        read,
        (a, b) -> {
          List<Map<String, Object>> both = new ArrayList<>(a);
          both.addAll(b);
          return both;
        });
  }

  private Map<String, Object> row(Node.Entries entries, Dataset of) {
    Map<String, Object> row = new LinkedHashMap<>();
    Set<String> named = new HashSet<>();
    for (Node.Entry entry : entries.entries()) {
      if (!named.add(entry.key())) {
        problems.add(entry.at(), "'" + entry.key() + "' stands here twice", "keep one of them");
      }
      Object value = value(entry, of);
      if (value != null) {
        row.put(entry.key(), value);
      } else if (entry.value() instanceof Node.Nothing || isBlank(entry.value())) {
        row.put(entry.key(), null);
      }
    }
    return row;
  }

  /** As an import takes it: a text of nothing but blanks is none. */
  private static boolean isBlank(Node node) {
    return node instanceof Node.Text text && BareText.of(text.text()).isEmpty();
  }

  private Object value(Node.Entry entry, Dataset of) {
    Optional<Column> column = of.find(entry.key());
    boolean isOfText = column.filter(known -> known.type() == ColumnType.TEXT).isPresent();
    if (entry.value() instanceof Node.Nothing && column.isPresent()
        || isOfText && isBlank(entry.value())) {
      return null;
    }
    if (entry.key().equals("day")) {
      return day(entry);
    }
    if (column.isEmpty() && !ROW_WORDS.contains(entry.key())) {
      List<String> known = new ArrayList<>(ROW_WORDS);
      of.columns().forEach(c -> known.add(c.name()));
      problems.unknown(entry.at(), "column of " + of.name(), entry.key(), known);
      return null;
    }
    if (entry.value() instanceof Node.Name name && name.name().equals(SUPPRESSED)) {
      if (column.isEmpty() || !Suppressed.fits(column.get())) {
        problems.add(
            entry.at(),
            "'" + entry.key() + "' is never suppressed",
            "sources keep back what they count; write a value");
      }
      return Suppressed.unstated();
    }
    ColumnType type = column.map(Column::type).orElse(ColumnType.TEXT);
    Object value =
        switch (type) {
          case TEXT -> entry.value() instanceof Node.Text text ? BareText.of(text.text()) : null;
          case INTEGER, DECIMAL -> Numbers.literal(entry.value()).orElse(null);
          case BOOLEAN -> entry.value() instanceof Node.Truth truth ? truth.value() : null;
          case DATE -> day(entry.value()).orElse(null);
          case TIMESTAMP -> moment(entry.value()).orElse(null);
        };
    if (value == null) {
      problems.add(
          entry.at(),
          "'" + entry.key() + "' is " + Shown.of(entry.value()) + ", and holds " + holds(type),
          switch (type) {
            case TIMESTAMP -> "write '2026-10-05' or '2026-10-05T14:30'";
            case DATE -> "write '2026-10-05'";
            case INTEGER, DECIMAL -> "write it without quotes, like " + entry.key() + ": 3";
            case BOOLEAN -> "write true or false";
            case TEXT -> "write it in quotes: '…'";
          });
    }
    return value;
  }

  private static String holds(ColumnType type) {
    return switch (type) {
      case TEXT -> "texts";
      case INTEGER, DECIMAL -> "numbers";
      case BOOLEAN -> "true or false";
      case DATE -> "days";
      case TIMESTAMP -> "moments";
    };
  }

  private LocalDate day(Node.Entry entry) {
    Optional<LocalDate> day = day(entry.value());
    if (day.isEmpty()) {
      problems.add(entry.at(), "this is no day", "write day: '2026-10-05'");
    }
    return day.orElse(null);
  }

  private static Optional<LocalDate> day(Node node) {
    try {
      return node instanceof Node.Text text && OF_FOUR_DIGITS.matcher(text.text()).lookingAt()
          ? Optional.of(LocalDate.parse(text.text()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day alone is its first moment. */
  private static Optional<LocalDateTime> moment(Node node) {
    try {
      return node instanceof Node.Text text
              && text.text().contains("T")
              && OF_FOUR_DIGITS.matcher(text.text()).lookingAt()
          ? Optional.of(LocalDateTime.parse(text.text()))
          : day(node).map(LocalDate::atStartOfDay);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
