package io.retainer.connector.reputation;

import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Crazy Egg's list of the elements of a page that were clicked. */
public final class CrazyEgg extends ListConnector {

  static final String ID = "crazy-egg";
  static final String PAGE = "page";

  public CrazyEgg() {
    super(ID, "crazy-egg-headings.txt", List.of(List.of("element", "clicks", "share")));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Crazy Egg")
        .about("Clicks by element of a page, as a snapshot counted them.")
        .export("List report", "In Crazy Egg open a snapshot, the list report, and export it.")
        .layout("List of elements with clicks and their share", Evidence.REMEMBERED)
        .fills(Datasets.CLICK_MAPS, "each element of the page")
        .languages(Evidence.REMEMBERED, "en")
        .setting(
            PAGE,
            "The page of the snapshot; else the name of the file stands for it",
            ColumnType.TEXT)
        .note(
            "The list does not say its days: they are in the name of the file, or said at the"
                + " import.")
        .build();
  }

  @Override
  protected String layout(Table elements) {
    return "list of elements";
  }

  @Override
  protected String expected() {
    return "No table has the headings Element, Clicks and % of clicks of Crazy Egg's list report.";
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    Optional<DateSpan> days = settings.period().or(() -> NamedDays.of(list.sheet().name()));
    if (days.isPresent()) {
      new Elements(list, days.get(), settings, sink).read();
    } else {
      sink.issue(
          ReadIssue.ofFile(
              "clicks without days: neither the table nor the name of the file has them",
              "the days of the snapshot",
              "Say them at the import."));
    }
  }
}
