package io.retainer.connector.crm;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When deals entered and left their stages, where the list has a pair of columns for each stage:
 * {@code Date entered "Closed won (Sales Pipeline)"}.
 */
final class StageEntries {

  static final List<String> COLUMNS =
      List.of("entry_id", "deal_id", "pipeline", "stage", "entered_at", "left_at");

  private static final Pattern HEADING =
      Pattern.compile(
          "\\s*Date (entered|exited) [\"'“]?(.+?)[\"'”]?\\s*", Pattern.CASE_INSENSITIVE);
  private static final List<String> ID = List.of("Record ID", "Deal ID", "Record ID - Deal");

  private final Sheet sheet;
  private final String source;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Map<String, StageName> stages = new LinkedHashMap<>();

  StageEntries(Sheet sheet, String source, ReadSettings settings, FactSink sink) {
    this.sheet = sheet;
    this.source = source;
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    Optional<Table> table = Table.find(sheet, headings(), List.of("deal_id"));
    if (table.isEmpty() || stages.isEmpty()) {
      return;
    }
    Columns columns = table.get().columns();
    var decision =
        new FormsDecision(columns, sheet.delimiter())
            .dates(columns.keys().stream().filter(key -> !key.equals("deal_id")).toList());
    Optional<Forms> forms = table.get().forms(decision, sink);
    if (forms.isPresent()) {
      TableWriter writer = sink.table(header(sheet, source, settings));
      table.get().read(forms.get(), settings, fields -> entries(fields, writer));
    }
  }

  private Headings headings() throws IOException {
    Map<String, List<String>> keys = new HashMap<>(Map.of("deal_id", ID));
    for (Row row : sheet.head().subList(0, Math.min(1, sheet.head().size()))) {
      for (String heading : row.cells()) {
        Matcher matcher = HEADING.matcher(heading);
        if (matcher.matches() && !matcher.group(2).equalsIgnoreCase("current stage")) {
          StageName name = StageName.of(matcher.group(2));
          String stage = name.stage() + " · " + name.pipeline();
          stages.put(stage, name);
          keys.put(
              matcher.group(1).toLowerCase(java.util.Locale.ROOT) + " " + stage, List.of(heading));
        }
      }
    }
    return Headings.of(keys);
  }

  static TableHeader header(Sheet sheet, String source, ReadSettings settings) {
    return new TableHeader(
        sheet.name(),
        Datasets.DEAL_STAGES,
        COLUMNS,
        Set.of(),
        Grain.EVENT,
        true,
        Optional.empty(),
        settings.account().orElse(source),
        Optional.empty());
  }

  private void entries(Fields fields, TableWriter writer) {
    String deal = fields.required("deal_id", fields.id("deal_id"));
    Map<String, LocalDateTime[]> times = new LinkedHashMap<>();
    stages.forEach(
        (stage, names) -> {
          LocalDateTime entered = fields.time("entered " + stage);
          if (entered != null) {
            times.put(stage, new LocalDateTime[] {entered, fields.time("exited " + stage)});
          }
        });
    if (!fields.isSound()) {
      fields.rejectTo(writer);
      return;
    }
    times.forEach(
        (stage, at) -> {
          StageName name = stages.get(stage);
          writer.row(
              fields.row().line(),
              DateSpan.ofDay(at[0].toLocalDate()),
              new Object[] {
                deal + " · " + stage, deal, name.pipeline(), name.stage(), at[0], at[1]
              });
        });
  }
}
