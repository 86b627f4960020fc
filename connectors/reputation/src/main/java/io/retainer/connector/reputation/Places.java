package io.retainer.connector.reputation;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places of a profile, each with its counts of the same days. */
final class Places {

  private static final String[] COUNTS = {
    "views_search_mobile",
    "views_search_desktop",
    "views_maps_mobile",
    "views_maps_desktop",
    "calls",
    "messages",
    "bookings",
    "directions",
    "website_clicks"
  };

  private final Table table;
  private final Columns columns;
  private final DateSpan days;
  private final ReadSettings settings;
  private final FactSink sink;
  private final Values values;

  Places(Table table, DateSpan days, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.columns = table.columns();
    this.days = days;
    this.settings = settings;
    this.sink = sink;
    this.values =
        new Values()
            .with("site", fields -> "google")
            .with("location", Places::location)
            .counts(columns, COUNTS);
  }

  /** Places without a store code are told apart by where they are. */
  private static String location(Fields fields) {
    String location =
        Stream.of("name", "address")
            .map(fields::text)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return location.isEmpty() ? fields.required("name", null) : location;
  }

  void read() throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of(), List.of(COUNTS), List.of());
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer = sink.table(header());
    var repeats = new Repeats(sink, columns.index("name"), columns.index("address"));
    table.read(
        forms.get(),
        settings,
        fields -> {
          if (isExplanation(fields.row())) {
            sink.passedOver(fields.row().line(), "explains the headings");
          } else if (!repeats.passes(fields)) {
            values.write(fields, days, writer);
          }
        });
  }

  private boolean isExplanation(Row row) {
    return row.cell(columns.index("name")).isBlank()
        && row.cell(columns.index("website_clicks")).chars().filter(Character::isLetter).count()
            > 10;
  }

  private TableHeader header() {
    return new TableHeader(
        table.sheet().name(),
        Datasets.LOCAL_PROFILE,
        values.columns(),
        Set.of("location"),
        Dates.isMonth(days) ? Grain.MONTH : Grain.PERIOD,
        true,
        Optional.of(days),
        settings.account().orElse(GoogleBusinessProfile.ID),
        Optional.empty());
  }
}
