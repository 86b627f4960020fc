package io.retainer.connector.seo;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Optional;

/** Position Tracking of Semrush. */
public final class SemrushPositionTracking extends TableConnector {

  static final String ID = "semrush-position-tracking";

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Semrush Position Tracking")
        .about("Positions of the keywords of a campaign.")
        .export(
            "the overview of rankings of a campaign",
            "In Semrush open Position Tracking, Overview, and press Export, CSV.")
        .layout(
            "Rankings overview with semicolons and a dashed preamble, also when it is named .xls",
            Evidence.SEEN)
        .layout("The same with commas", Evidence.REPORTED)
        .fills(Datasets.RANKINGS, "each keyword on the day of each check")
        .languages(Evidence.SEEN, "en")
        .canLiveWithout("Tags")
        .note(
            "The campaign's own site is read, which stands first; the columns of competitors are left"
                + " out.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (headings(sheet).isPresent()) {
        return Recognition.as("rankings overview of Position Tracking");
      }
    }
    return Recognition.refused(
        "No table has a heading Keyword and headings like *.example.com/*_20260131, as Semrush's"
            + " Position Tracking does.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<SemrushHeadings> headings = headings(sheet);
      if (headings.isPresent()) {
        new SemrushPositions(sheet, headings.get(), settings, sink).read();
      }
    }
  }

  private static Optional<SemrushHeadings> headings(Sheet sheet) throws IOException {
    for (Row row : sheet.head()) {
      Optional<SemrushHeadings> headings = SemrushHeadings.of(row);
      if (headings.isPresent()) {
        return headings;
      }
    }
    return Optional.empty();
  }
}
