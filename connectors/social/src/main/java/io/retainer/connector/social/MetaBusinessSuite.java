package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
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
    return ConnectorDescription.of("meta-business-suite", "Meta Business Suite")
        .about("Facebook pages and Instagram accounts: daily figures, and posts.")
        .export(
            "daily figures (Follows, Visits, Reach, Views, Interactions, Link clicks)",
            "In Meta Business Suite open Insights, Results, and press Export at each chart.")
        .export(
            "Content, for posts", "Open Insights, Content, choose the days and press Export data.")
        .layout(
            "Daily figures, one or several tables in a file, in UTF-16 with a sep= line",
            Evidence.SEEN)
        .layout("Content of Facebook pages, with whichever figures were ticked", Evidence.SEEN)
        .layout("Content of Instagram accounts", Evidence.SEEN)
        .refuses("Audience: no dataset keeps shares of an audience")
        .refuses("the export of videos: its posts are in Content too")
        .fills(Datasets.SOCIAL_ACCOUNTS, "each day of the daily figures")
        .fills(Datasets.SOCIAL_POSTS, "each post of Content")
        .languages(Evidence.SEEN, "en", "pt-BR", "it")
        .languages(Evidence.REPORTED, "de")
        .note(
            "The daily files name no account and leave out days on which nothing happened; follows are"
                + " new ones, those lost are not taken off.")
        .note(
            "Some titles (Reach, Views, Content interactions) name no network: upload the files of one"
                + " export together, or name the account like instagram/name.")
        .note("Reach is given day by day and is never added up.")
        .note("Headings of further languages are translated, and were never seen.")
        .build();
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
    for (Sheet sheet : content.sheets()) {
      if (MetaInsightTables.isOfAudience(sheet)) {
        return Recognition.notRead(
            "This is Meta's table of an audience, and no dataset keeps shares of an audience. Upload"
                + " Follows, Visits, Reach, Views, Interactions, Link clicks or Content.");
      }
      if (Table.find(sheet, CONTENT, List.of("asset_id", "published_at")).isPresent()) {
        return Recognition.notRead(
            "This is Meta's export of videos. The same posts are in the export of posts, with their"
                + " Post ID: upload that.");
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
