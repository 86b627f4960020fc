package io.retainer.connector.reputation;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of a survey, an event each, dated by the answer. */
final class SurveyTable {

  /** One in so many. */
  private static final long MOST_MISTAKES = 20;

  private final Table table;
  private final Columns columns;
  private final List<Scale> scales;
  private final List<String> otherScales;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;
  private final Map<String, Integer> ids = new HashMap<>();

  SurveyTable(SurveyColumns answers, ReadSettings settings, FactSink sink) {
    this.table = answers.table();
    this.columns = table.columns();
    this.scales = answers.scales();
    this.otherScales = answers.otherScales();
    this.settings = settings;
    this.sink = sink;
    String survey = table.sheet().title();
    PersonKey people = PersonKey.of(settings);
    this.values =
        new Values()
            .with("answer_id", this::id)
            .with(columns.has("email"), "customer_key", fields -> people.key(fields.text("email")))
            .with("survey", fields -> survey)
            .with("answered_at", fields -> Times.of(fields, "answered_at"));
    scales.forEach(scale -> values.with(scale.column(), scale::mark));
  }

  /** The tool's own number, else the moment of the answer and, within it, its place. */
  private String id(Fields fields) {
    String own = columns.has("answer_id") ? fields.id("answer_id") : null;
    LocalDateTime at = own == null && fields.isSound() ? Times.of(fields, "answered_at") : null;
    if (at == null) {
      return own;
    }
    int time = ids.merge(at.toString(), 1, Integer::sum);
    return time == 1 ? at.toString() : at + " · " + time;
  }

  void read() throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("answered_at"), List.of(), List.of());
    if (forms.isEmpty()) {
      return;
    }
    if (isOnAnotherScale()) {
      return;
    }
    otherScales.forEach(
        question ->
            sink.passedOver(columns.line(), "a question on another scale: \"" + question + "\""));
    TableWriter writer =
        sink.table(
            values.header(
                table,
                Datasets.SURVEY_ANSWERS,
                Grain.EVENT,
                settings.account().orElse(Surveys.ID)));
    sink.unchanging("answered_at");
    table.read(forms.get(), settings, fields -> answer(fields, writer));
  }

  /**
   * Of a question from 1 to 10 the answers up to 5 would be left as those of one from 1 to 5, and
   * be the worst ones. A few numbers that fit no scale are mistakes of their rows.
   */
  private boolean isOnAnotherScale() throws IOException {
    Map<Scale, long[]> counts = new EnumMap<>(Scale.class);
    table.eachRow(
        row ->
            scales.forEach(
                scale -> {
                  Long mark = Scale.numberIn(row.cell(columns.index(scale.column())));
                  if (mark != null) {
                    long[] count = counts.computeIfAbsent(scale, any -> new long[2]);
                    count[0]++;
                    count[1] += scale.has(mark) ? 0 : 1;
                  }
                }));
    boolean isAny = false;
    for (Map.Entry<Scale, long[]> each : counts.entrySet()) {
      long answers = each.getValue()[0];
      long others = each.getValue()[1];
      if (others * MOST_MISTAKES > answers) {
        isAny = true;
        sink.issue(
            new ReadIssue(
                columns.line(),
                columns.heading(each.getKey().column()),
                "%,d of %,d answers outside of the scale".formatted(others, answers),
                "answers " + each.getKey().words(),
                "The question was asked on another scale, so that its answers are another number here:"
                    + " leave the column out of the export."));
      }
    }
    return isAny;
  }

  private void answer(Fields fields, TableWriter writer) {
    long line = fields.row().line();
    if (isSecondHeading(fields.row())) {
      sink.passedOver(line, "explains the headings");
    } else if (scales.stream().allMatch(scale -> fields.text(scale.column()) == null)) {
      sink.passedOver(line, "an answer without a number");
    } else {
      values.write(fields, fields.required("answered_at", Times.of(fields, "answered_at")), writer);
    }
  }

  /** SurveyMonkey writes {@code Response} below the questions. */
  private boolean isSecondHeading(Row row) {
    return row.line() <= columns.line() + 2
        && row.cell(columns.index("answered_at")).isBlank()
        && scales.stream()
            .allMatch(
                scale ->
                    row.cell(columns.index(scale.column())).chars().noneMatch(Character::isDigit));
  }
}
