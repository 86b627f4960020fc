package io.retainer.connector.reputation;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * HubSpot's answers to all surveys of an account: one column of ratings, and beside it a word in
 * the column of the scale that the rating is on, {@code 9 … Promoter} or {@code 2 … Positive}.
 */
final class HubSpotFeedback {

  private static final Headings HEADINGS =
      Headings.load(HubSpotFeedback.class, "hubspot-feedback-headings.txt");
  private static final List<String> OWN =
      List.of("answer_id", "rating", "answered_at", "survey", "nps");
  private static final long MOST = 10;

  private final Table table;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;

  private HubSpotFeedback(Table table, ReadSettings settings, FactSink sink) {
    PersonKey people = PersonKey.of(settings);
    this.table = table;
    this.settings = settings;
    this.sink = sink;
    this.values =
        new Values()
            .with("answer_id", row -> row.required("answer_id", row.id("answer_id")))
            .with(
                table.columns().has("contact"),
                "customer_key",
                row -> people.key(row.text("contact")))
            .texts(table.columns(), "survey")
            .with("answered_at", row -> row.time("answered_at"))
            .with("nps", HubSpotFeedback::rating);
  }

  static boolean isIn(Sheet sheet) throws IOException {
    return in(sheet).isPresent();
  }

  private static Optional<Table> in(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, OWN);
  }

  /** Whether there is one to read in the sheet. */
  static boolean read(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    Optional<Table> table = in(sheet);
    if (table.isPresent()) {
      new HubSpotFeedback(table.get(), settings, sink).read();
    }
    return table.isPresent();
  }

  private void read() throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("answered_at"), List.of("rating"), List.of());
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer =
        sink.table(
            values.header(
                table,
                Datasets.SURVEY_ANSWERS,
                Grain.EVENT,
                settings.account().orElse(Surveys.ID)));
    table.read(
        forms.get(),
        settings,
        row -> {
          if (row.text("nps") == null) {
            sink.passedOver(row.row().line(), "an answer on another scale than 0 to 10");
          } else {
            values.write(row, row.required("answered_at", row.time("answered_at")), writer);
          }
        });
  }

  private static Long rating(Fields row) {
    Long rating = row.required("rating", row.count("rating"));
    return rating == null || rating <= MOST
        ? rating
        : row.refuse("rating", "a number from 0 to " + MOST, "Correct the cell.");
  }
}
