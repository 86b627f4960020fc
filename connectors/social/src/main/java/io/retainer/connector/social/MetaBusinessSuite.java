package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
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

/** Meta's Business Suite: Facebook pages and Instagram accounts. */
public final class MetaBusinessSuite extends TableConnector {

  private static final Headings CONTENT =
      Headings.load(MetaBusinessSuite.class, "meta-content-headings.txt");
  private static final List<String> POSTS = List.of("post_id", "published_at", "url");

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "meta-business-suite",
        "Meta Business Suite",
        "The exports of Insights for Facebook and Instagram: the daily figures (Follows, Visits,"
            + " Reach, Views, Interactions, Link clicks) and Content, for posts. The daily files"
            + " name no account and leave out days on which nothing happened; follows are new"
            + " ones, those lost are not taken off. Reach is given day by day and is never"
            + " added up.",
        List.of(
            "Daily figures, one or several tables in a file, in UTF-16 with a sep= line",
            "Content of Facebook pages, with whichever figures were ticked",
            "Content of Instagram accounts: read in others' code, never seen",
            "Titles and headings in Portuguese and German: read in others' code; in other"
                + " languages: translated, never seen"),
        List.of(Datasets.SOCIAL_ACCOUNTS.name(), Datasets.SOCIAL_POSTS.name()));
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (posts(sheet).isPresent()) {
        return Recognition.as("content");
      }
      if (MetaInsightTables.isIn(sheet)) {
        return Recognition.as("daily figures");
      }
    }
    return Recognition.refused(
        "No table has the headings Post ID, Publish time and Permalink, and no titled table has"
            + " the headings Date and Primary, as the exports of Meta Business Suite do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> posts = posts(sheet);
      if (posts.isPresent()) {
        new MetaPosts(posts.get(), settings).read(sink);
      } else if (MetaInsightTables.isIn(sheet)) {
        new MetaInsightTables(sheet, file, settings, sink).read();
      }
    }
  }

  private static Optional<Table> posts(Sheet sheet) throws IOException {
    return Table.find(sheet, CONTENT, POSTS)
        .filter(table -> table.columns().has("facebook") || table.columns().has("instagram"));
  }
}
