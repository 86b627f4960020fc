package io.retainer.kpi.script;

import io.retainer.model.time.Period;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads {@code example 'what it shows', rows: [[…], […]], expect: 0.07}. */
final class ExampleReader {

  /** Columns that rows of every dataset may have besides its own. */
  static final List<String> ROW_WORDS = List.of("day", "account", "source", "currency");

  private static final String PERIOD = "2026-10";
  private static final int MOST_ROWS = 500;
  private static final String SUPPRESSED = "suppressed";

  private final Optional<Dataset> dataset;
  private final List<String> dimensions;
  private final Map<String, Parameter> defaults;
  private final Problems problems;

  /**
   * @param dimensions what the KPI is broken down by
   */
  ExampleReader(
      List<Draft.Way> ways,
      List<String> dimensions,
      Map<String, Parameter> defaults,
      Problems problems) {
    this.dimensions = dimensions;
    this.defaults = defaults;
    this.dataset =
        ways.stream().flatMap(way -> way.rows().stream()).map(rows -> rows.dataset()).findFirst();
    this.problems = problems;
  }

  List<Draft.Example> all(List<Node.Call> calls) {
    return calls.stream().flatMap(call -> read(call).stream()).toList();
  }

  private Optional<Draft.Example> read(Node.Call call) {
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof Node.Text title)) {
      problems.add(
          call.at(),
          "an example without a title",
          "write example 'what it shows', rows: [[…]], expect: 1");
      return Optional.empty();
    }
    int before = problems.size();
    PrintedText.check("example", title, problems);
    Map<Dataset, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    Node expect = null;
    Map<String, String> parameters = Map.of();
    Period period = Period.parse(PERIOD);
    List<BigDecimal> mistakes = List.of();
    Optional<Draft.Example.Group> group = Optional.empty();
    for (Node.Entry entry : call.named()) {
      switch (entry.key()) {
        case "expect" -> expect = entry.value();
        case "period" -> period = period(entry).orElse(period);
        case "with" -> parameters = parameters(entry);
        case "group" -> group = group(entry);
        case Mistakes.WORD -> mistakes = Mistakes.read(entry, problems);
        default -> rows(entry, rows);
      }
    }
    if (expect == null) {
      problems.add(call.at(), "the example expects nothing", "add expect: 0.07");
      return Optional.empty();
    }
    Optional<Expected> expected = Expected.read(expect, problems);
    Mistakes.check(call, expected.flatMap(Expected::number), mistakes, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Draft.Example(
            call.at(),
            title.text(),
            rows,
            period.span().start(),
            period.span().lastDay(),
            parameters,
            expected.orElseThrow(),
            group,
            mistakes));
  }

  private Map<String, String> parameters(Node.Entry entry) {
    Map<String, String> values = new LinkedHashMap<>();
    if (entry.value() instanceof Node.Entries entries) {
      for (Node.Entry value : entries.entries()) {
        Parameter known = known(value).orElse(null);
        if (known == null) {
          return Map.of();
        }
        values.put(known.name(), known.text());
      }
      return values;
    }
    problems.add(entry.at(), "these are no parameters", "write with: [notRankedAs: 31]");
    return values;
  }

  private Optional<Parameter> known(Node.Entry value) {
    if (!defaults.containsKey(value.key())) {
      problems.unknown(value.at(), "parameter", value.key(), defaults.keySet());
      return Optional.empty();
    }
    Optional<Parameter> given = Parameter.of(value.key(), value.value());
    if (given.isEmpty()) {
      problems.add(value.at(), "this is no value of a parameter", "write with: [notRankedAs: 31]");
      return given;
    }
    Parameter own = defaults.get(value.key());
    if (!own.holds().equals(given.get().holds())) {
      problems.add(
          value.at(),
          "'" + value.key() + "' is " + Shown.of(value.value()) + ", and is " + own.holds(),
          "write it as the parameter has it: " + own.written());
      return Optional.empty();
    }
    return given;
  }

  private Optional<Draft.Example.Group> group(Node.Entry entry) {
    if (entry.value() instanceof Node.Entries entries
        && entries.entries().size() == 1
        && entries.entries().get(0).value() instanceof Node.Text text) {
      Node.Entry only = entries.entries().get(0);
      if (dimensions.contains(only.key())) {
        return Optional.of(new Draft.Example.Group(only.key(), text.text()));
      }
      problems.unknown(only.at(), "dimension", only.key(), dimensions);
    } else {
      problems.add(entry.at(), "this is no group", "write group: [channel: 'Direct']");
    }
    return Optional.empty();
  }

  private Optional<Period> period(Node.Entry entry) {
    try {
      if (entry.value() instanceof Node.Text text) {
        return Optional.of(Period.parse(text.text()));
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    problems.add(entry.at(), "this is no period", "write period: '2026-10'");
    return Optional.empty();
  }

  private void rows(Node.Entry entry, Map<Dataset, List<Map<String, Object>>> rows) {
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
    for (Node.Entry entry : entries.entries()) {
      Object value = value(entry, of);
      if (value != null) {
        row.put(entry.key(), value);
      } else if (entry.value() instanceof Node.Nothing) {
        row.put(entry.key(), null);
      }
    }
    return row;
  }

  private Object value(Node.Entry entry, Dataset of) {
    if (entry.value() instanceof Node.Nothing && of.find(entry.key()).isPresent()) {
      return null;
    }
    Optional<Column> column = of.find(entry.key());
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
          case TEXT -> entry.value() instanceof Node.Text text ? text.text() : null;
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
      return node instanceof Node.Text text
          ? Optional.of(LocalDate.parse(text.text()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day alone is its first moment. */
  private static Optional<LocalDateTime> moment(Node node) {
    try {
      return node instanceof Node.Text text && text.text().contains("T")
          ? Optional.of(LocalDateTime.parse(text.text()))
          : day(node).map(LocalDate::atStartOfDay);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
