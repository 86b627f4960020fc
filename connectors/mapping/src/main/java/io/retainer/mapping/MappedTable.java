package io.retainer.mapping;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.UnreadableContent;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads tables by a mapping. Lines that belong together may stand anywhere in the file. */
public final class MappedTable {

  private static final int MOST_GROUPS = 5_000_000;

  private static final String ORDER_ADVICE =
      "Say in the mapping which comes first, in one line: read: {dates: day first}, or read:"
          + " {dates: month first}. Or write the dates as 2026-01-31.";

  /** When a thing was made, which stays as it is: see {@link FactSink#unchanging}. */
  private static final List<String> MOMENTS =
      List.of("ordered_at", "created_at", "sent_at", "answered_at");

  private final Mapping mapping;
  private final ReadSettings settings;
  private final FactSink sink;
  private final List<Column> columns;
  private final LineValues line;
  private final Map<String, RowBuilder> builders = new HashMap<>();
  private final Map<String, RowBuilder.Draft> groups = new LinkedHashMap<>();
  private final Map<String, String> kindOfGroup = new HashMap<>();
  private TableWriter writer;
  private Optional<DateSpan> period = Optional.empty();

  public MappedTable(Mapping mapping, ReadSettings settings, FactSink sink) {
    this.mapping = mapping;
    this.settings = settings;
    this.sink = sink;
    this.columns = mapping.names().stream().map(mapping.dataset()::column).toList();
    this.line = new LineValues(mapping.counted());
    var persons = PersonKey.of(settings);
    mapping
        .kinds()
        .forEach(
            (name, kind) ->
                builders.put(
                    name,
                    new RowBuilder(
                        columns, kind, persons, mapping.hints().zone(), settings.zone())));
  }

  /**
   * Hands the rows of tables over, which all have the mapping's columns.
   *
   * @throws UnreadableContent when a table breaks off, or its rows are made of too many lines
   */
  public void read(List<Table> tables) throws IOException {
    try {
      readAll(tables);
    } catch (TooManyGroups tooMany) {
      throw tooMany.told();
    }
  }

  private void readAll(List<Table> tables) throws IOException {
    period = mapping.period().or(settings::period);
    if (mapping.grain() == Grain.PERIOD && period.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "a table without dates",
              "the days it is about",
              "Add \"day: <column>\" or \"period: 2026-10-01..2026-10-31\" to the mapping, or name"
                  + " the period (--period)."));
      return;
    }
    var forms = new HashMap<Table, Forms>();
    for (Table table : tables) {
      Optional<Forms> decided = forms(table);
      if (decided.isEmpty()) {
        return;
      }
      forms.put(table, decided.get());
    }
    writer = sink.table(header());
    MOMENTS.stream().filter(mapping.names()::contains).findFirst().ifPresent(sink::unchanging);
    for (Table table : tables) {
      table.read(forms.get(table), settings, this::take);
    }
    groups.forEach((key, draft) -> write(builders.get(kindOfGroup.get(key)), draft, null));
  }

  private Optional<Forms> forms(Table table) throws IOException {
    var decision =
        new FormsDecision(table.columns(), table.sheet().delimiter())
            .dates(mapping.dated())
            .decimals(mapping.counted());
    mapping.hints().dates().ifPresent(decision::ordinarily);
    if (mapping.hints().numbers().isPresent()) {
      decision =
          new FormsDecision(table.columns(), table.sheet().delimiter()).dates(mapping.dated());
      mapping.hints().dates().ifPresent(decision::ordinarily);
    }
    decision.answeredBy(ORDER_ADVICE);
    Optional<Forms> decided = table.forms(decision, sink);
    mapping
        .hints()
        .numbers()
        .ifPresent(
            form ->
                decided.ifPresent(
                    it ->
                        mapping
                            .counted()
                            .forEach(name -> it.with(table.columns().index(name), form))));
    return decided;
  }

  private TableHeader header() {
    Set<String> cut = new LinkedHashSet<>();
    if (mapping.dataset().key().isEmpty()) {
      columns.stream()
          .filter(column -> column.additivity() == Additivity.DIMENSION)
          .forEach(column -> cut.add(column.name()));
    }
    return new TableHeader(
        mapping.title(),
        mapping.dataset(),
        mapping.names(),
        cut,
        mapping.grain(),
        mapping.complete(),
        mapping.grain() == Grain.PERIOD ? period : mapping.period(),
        settings.account().or(mapping::account).orElse(mapping.title()),
        mapping.currency().or(this::assumedCurrency));
  }

  /** Where a column of codes says the currency of each row, one without a code has none. */
  private Optional<String> assumedCurrency() {
    return mapping.names().contains("currency")
        ? Optional.empty()
        : Optional.of(AssumedCurrency.of(mapping.dataset(), mapping.names(), settings, sink));
  }

  private void take(Fields fields) {
    line.turnTo(fields);
    String kind = Mapping.ORDINARY;
    for (Mapping.LineRule rule : mapping.rules()) {
      boolean fits = fields.isSound() && line.isTrue(rule.when());
      if (fits && rule.kind().isEmpty() && fields.isSound()) {
        sink.passedOver(fields.row().line(), rule.reason());
        return;
      }
      if (fits) {
        kind = rule.kind().orElse(kind);
        break;
      }
    }
    RowBuilder builder = builders.get(kind);
    if (mapping.groupBy().isEmpty()) {
      var draft = builder.draft(fields.row().line());
      builder.take(draft, fields, line, mapping.day());
      if (fields.isSound()) {
        write(builder, draft, fields);
      } else {
        fields.rejectTo(writer);
      }
      return;
    }
    takeIntoGroup(fields, kind, builder);
  }

  private void takeIntoGroup(Fields fields, String kind, RowBuilder builder) {
    String group = mapping.groupBy().get();
    String key = fields.required(group, fields.text(group));
    if (key == null) {
      fields.rejectTo(writer);
      return;
    }
    String name = kind + '\n' + key;
    var draft = groups.computeIfAbsent(name, it -> builder.draft(fields.row().line()));
    kindOfGroup.putIfAbsent(name, kind);
    if (groups.size() > MOST_GROUPS) {
      throw new TooManyGroups();
    }
    builder.take(draft, fields, line, mapping.day());
    if (!fields.isSound()) {
      fields.rejectTo(writer);
      draft.trouble =
          new ReadIssue(
              draft.line,
              fields.columns().heading(group),
              key,
              "a row all of whose lines can be read",
              "Line " + fields.row().line() + " of it was left out: correct that line first.");
    }
  }

  /** Ends the reading. */
  private static final class TooManyGroups extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableContent told() {
      return UnreadableContent.of(
          "more than " + MOST_GROUPS + " rows made of several lines",
          "fewer in one file",
          "Split the file by year.");
    }
  }

  private void write(RowBuilder builder, RowBuilder.Draft draft, Fields fields) {
    String text = fields == null ? "line " + draft.line : fields.row().text();
    Optional<ReadIssue> problem =
        Optional.ofNullable(draft.trouble).or(() -> builder.finish(draft));
    LocalDate day = mapping.grain() == Grain.PERIOD ? null : builder.dayOf(draft);
    if (problem.isEmpty() && day == null && mapping.grain() != Grain.PERIOD) {
      problem =
          Optional.of(
              new ReadIssue(
                  draft.line, "", "a row without a date", "a date", "Complete the cell."));
    }
    if (problem.isEmpty() && !mapping.dataset().key().isEmpty() && isKeyless(draft)) {
      problem =
          Optional.of(
              new ReadIssue(
                  draft.line,
                  mapping.dataset().key().get(0),
                  "",
                  "what tells this row from others",
                  "Complete the cell."));
    }
    if (problem.isPresent()) {
      writer.rejected(problem.get(), text);
    } else {
      writer.row(draft.line, span(day), draft.values);
    }
  }

  private boolean isKeyless(RowBuilder.Draft draft) {
    for (int i = 0; i < columns.size(); i++) {
      if (mapping.dataset().key().contains(columns.get(i).name()) && draft.values[i] == null) {
        return true;
      }
    }
    return false;
  }

  private DateSpan span(LocalDate day) {
    return switch (mapping.grain()) {
      case PERIOD -> period.orElseThrow();
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        yield new DateSpan(monday, monday.plusWeeks(1));
      }
      case MONTH -> {
        LocalDate first = day.withDayOfMonth(1);
        yield new DateSpan(first, first.plusMonths(1));
      }
      default -> DateSpan.ofDay(day);
    };
  }
}
