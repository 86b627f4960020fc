package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The performance of the places of a Google Business Profile. */
public final class GoogleBusinessProfile extends TableConnector {

  static final String ID = "google-business-profile";

  private static final Headings HEADINGS =
      Headings.load(GoogleBusinessProfile.class, "google-business-profile-headings.txt");
  private static final List<List<String>> SIGNATURES =
      List.of(
          List.of("store_code", "name", "address", "views_search_mobile", "website_clicks"),
          List.of("store_code", "name", "address", "total_views", "website_clicks"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Google Business Profile")
        .about("Views of the profiles of places in search and on maps, calls, directions, clicks.")
        .export(
            "Performance",
            "In Google Business Profile Manager tick the places, choose Actions, Insights, and"
                + " download the report of one month.")
        .layout("Performance of 2025, with a second row that explains the headings", Evidence.SEEN)
        .layout("Insights until 2022, with searches and views in all", Evidence.REMEMBERED)
        .fills(Datasets.LOCAL_PROFILE, "each place")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REMEMBERED, "de", "fr", "es", "it", "pt", "nl", "pl", "fi", "ru", "uk")
        .canLiveWithout("Labels", "Bookings", "Food orders")
        .note(
            "The file does not say its days; they are in its name (… - 2025-10-1 - 2025-10-31 …)."
                + " When the name was changed, say the days at the import.")
        .note("A place is known by its name and address.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (places(sheet).isPresent()) {
        return Recognition.as("performance of places");
      }
    }
    return Recognition.refused(
        "No table has the headings Store code, Business name, Address, Google Search - Mobile and"
            + " Website clicks of Google Business Profile's performance report.");
  }

  private static Optional<Table> places(Sheet sheet) throws IOException {
    for (List<String> signature : SIGNATURES) {
      Optional<Table> found = Table.find(sheet, HEADINGS, signature);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> places = places(sheet);
      Optional<DateSpan> days =
          settings
              .period()
              .or(() -> NamedDays.of(sheet.name()))
              .or(() -> NamedDays.of(file.name()));
      if (places.isPresent() && days.isPresent()) {
        new Places(places.get(), days.get(), settings, sink).read();
      } else if (places.isPresent()) {
        sink.issue(
            ReadIssue.ofFile(
                "figures without days: neither the table nor the name of the file has them",
                "the days that the report is about",
                "Say them at the import, or give the file the name again that Google gave it."));
      }
    }
  }
}
