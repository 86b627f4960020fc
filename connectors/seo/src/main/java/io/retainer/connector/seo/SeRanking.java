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

/** The rank tracker of SE Ranking. */
public final class SeRanking extends TableConnector {

  static final String ID = "se-ranking";

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "SE Ranking")
        .about("Positions of a project's keywords, one for each check.")
        .export(
            "the detailed positions of a project",
            "In SE Ranking open Rankings, Detailed, choose the days and press Export, CSV.")
        .layout(
            "Positions, one column for each check, with or without tags and groups", Evidence.SEEN)
        .fills(Datasets.RANKINGS, "each keyword on the day of each check")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REMEMBERED, "ru", "uk", "be", "fi", "de", "fr", "es")
        .refuses(
            "Such tables of other rank trackers, as of Topvisor: their search engine is unknown")
        .canLiveWithout("Tags")
        .note("The site is told from the account you name, else from the pages in the file.")
        .note("Each search engine is an account of its own.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    boolean isAnothers = false;
    for (Sheet sheet : content.sheets()) {
      boolean isTitled = false;
      for (Row row : sheet.head()) {
        isTitled |= row.width() == 1 && SearchEngine.isNamed(row.cell(0));
        Optional<WideRanks> headings = WideRanks.headings(row);
        if (headings.isPresent() && (isTitled || headings.get().columns().has("dynamics"))) {
          return Recognition.as("detailed positions");
        }
        isAnothers |= headings.isPresent();
      }
    }
    if (isAnothers) {
      return Recognition.notRead(
          "These are positions of keywords with a column for each day, as Topvisor and other rank trackers have"
              + " them; of SE Ranking they have a title with the search engine or columns of Dynamics. Rank"
              + " trackers that are read: SE Ranking, Semrush, Ahrefs, Moz and Serpstat.");
    }
    return Recognition.refused(
        "No table has a heading Keyword, a heading Search vol. or Dynamics and days as further"
            + " headings, as SE Ranking's detailed positions do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      new SeRankingPositions(sheet, file.name(), settings, sink).read();
    }
  }
}
