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
 * the column of the scale that the rating is on, {@code 9 … Promoter} or {@code 2 … Positive}, or
 * the kind of the survey. A rating is none of a scale that nothing names.
 */
final class HubSpotFeedback {

  private static final Headings HEADINGS =
      Headings.load(HubSpotFeedback.class, "hubspot-feedback-headings.txt");
  private static final List<String> OWN = List.of("answer_id", "rating", "answered_at", "survey");
  private static final List<String> NAMING = List.of("nps", "ces", "csat", "kind");

  /** What HubSpot calls the answers from 0 to 10, and from where to where each is. */
  private static final Headings GROUPS = Headings.load(HubSpotFeedback.class, "nps-groups.txt");

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
            .with(names("nps"), "nps", row -> rating(row, Scale.NPS))
            .with(names("ces"), "ces", row -> rating(row, Scale.CES));
  }

  private boolean names(String scale) {
    return table.columns().has(scale) || table.columns().has("kind");
  }

  static boolean isIn(Sheet sheet) throws IOException {
    return in(sheet).isPresent();
  }

  private static Optional<Table> in(Sheet sheet) throws IOException {
    return Table.find(sheet, HEADINGS, OWN)
        .filter(table -> NAMING.stream().anyMatch(table.columns()::has));
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
          if (scale(row).isEmpty()) {
            sink.passedOver(
                row.row().line(),
                "an answer that is neither from 0 to 10 (NPS) nor from 1 to 7 (CES)");
          } else {
            values.write(row, row.required("answered_at", row.time("answered_at")), writer);
          }
        });
  }

  /** As the kind of the survey says, else the column that has a word. */
  private static Optional<Scale> scale(Fields row) {
    String kind = row.text("kind");
    if (kind != null) {
      return Scale.named(kind);
    }
    boolean isOfGroups = GROUPS.key(text(row, "nps")).isPresent();
    if (isOfGroups) {
      return Optional.of(Scale.NPS);
    }
    return text(row, "ces").isEmpty() ? Optional.empty() : Optional.of(Scale.CES);
  }

  private static String text(Fields row, String key) {
    String text = row.text(key);
    return text == null ? "" : text;
  }

  private static Long rating(Fields row, Scale scale) {
    if (!scale(row).equals(Optional.of(scale))) {
      return null;
    }
    Long rating = row.required("rating", row.count("rating"));
    if (rating == null) {
      return null;
    }
    if (!scale.has(rating)) {
      return row.refuse("rating", "a number " + scale.words(), "Correct the cell.");
    }
    Optional<String> group = GROUPS.key(text(row, "nps"));
    boolean isOfGroup =
        scale != Scale.NPS || group.isEmpty() || group.get().equals(Scale.groupOf(rating));
    return isOfGroup
        ? rating
        : row.refuse(
            "rating",
            "a number from 0 to 10 that makes somebody a " + text(row, "nps"),
            "The rating may be on another scale: correct it, or leave the survey out of the export.");
  }
}
