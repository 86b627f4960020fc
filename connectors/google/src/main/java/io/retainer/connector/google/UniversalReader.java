package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a sheet twice: once to learn how its tables write numbers and days, as Universal
 * Analytics wrote them in the language of its page, and once to read them.
 */
final class UniversalReader {

  private static final List<String> COUNTS =
      List.of(
          "sessions",
          "users",
          "new_users",
          "pageviews",
          "unique_pageviews",
          "entrances",
          "exits",
          "goal_completions",
          "transactions");
  private static final List<String> DECIMALS = List.of("bounce_rate", "telling", "revenue");
  private static final List<String> DAYS = List.of("day_index", "date");

  /** A row of headings, and what the rows below it show. */
  private record Section(Columns columns, FormsDecision decision, List<String> days) {}

  private final Sheet sheet;
  private final Preamble preamble;
  private final ReadSettings settings;
  private final FactSink sink;
  private final List<Section> sections = new ArrayList<>();

  UniversalReader(Sheet sheet, Preamble preamble, ReadSettings settings, FactSink sink) {
    this.sheet = sheet;
    this.preamble = preamble;
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    survey();
    int next = 0;
    UniversalRows table = null;
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (next < sections.size() && row.line() == sections.get(next).columns().line()) {
          table = open(sections.get(next++));
        } else if (Preamble.isLine(row) && row.width() == 1) {
          table = null;
          sink.passedOver(row.line(), "preamble");
        } else if (table != null && !row.isBlank()) {
          table.take(row);
        }
      }
    }
  }

  private void survey() throws IOException {
    boolean inTable = false;
    Section section = null;
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (row.isBlank()) {
          inTable = false;
        } else if (Preamble.isLine(row) && row.width() == 1) {
          inTable = false;
          preamble.take(row);
        } else if (!inTable || isIndex(row)) {
          inTable = true;
          section = section(row);
          sections.add(section);
        } else {
          section.decision().see(row);
          seeDay(section, row);
        }
      }
    }
  }

  private static boolean isIndex(Row row) {
    return UniversalAnalytics.HEADINGS.matches("day_index", row.cell(0));
  }

  private Section section(Row headings) {
    Columns columns = UniversalAnalytics.HEADINGS.match(headings);
    // Numbers are written as the page's language does, whatever stands between the cells.
    var decision = new FormsDecision(columns, ',').dates(DAYS).counts(COUNTS).decimals(DECIMALS);
    return new Section(columns, decision, new ArrayList<>());
  }

  private static void seeDay(Section section, Row row) {
    for (String key : DAYS) {
      if (section.columns().has(key)) {
        section.days().add(row.cell(section.columns().index(key)));
      }
    }
  }

  private UniversalRows open(Section section) throws IOException {
    UniversalPlan plan = UniversalPlan.of(section.columns());
    if (plan.impossible().isPresent()) {
      sink.passedOver(section.columns().line(), plan.impossible().get());
      return null;
    }
    Optional<DateSpan> period = preamble.period().or(settings::period);
    order(section.days(), period).ifPresent(section.decision()::ordinarily);
    Optional<Forms> forms = section.decision().decide(sink);
    return forms.isEmpty()
        ? null
        : UniversalRows.open(plan, section.columns(), forms.get(), sheet, preamble, settings, sink);
  }

  /** The order in which all days lie within the days that the file says it is about. */
  private static Optional<DateOrder> order(List<String> days, Optional<DateSpan> period) {
    if (period.isEmpty()) {
      return Optional.empty();
    }
    List<DateOrder> fitting = new ArrayList<>();
    for (DateOrder order : DateOrder.values()) {
      boolean allWithin =
          days.stream()
              .filter(day -> !day.isBlank())
              .map(day -> DateText.parse(day, order))
              .allMatch(moment -> moment != null && period.get().contains(moment.date()));
      if (allWithin) {
        fitting.add(order);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }
}
