package io.retainer.connector.seo;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;

/** The rank tracker of SE Ranking. */
public final class SeRanking extends TableConnector {

  static final String ID = "se-ranking";

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        ID,
        "SE Ranking",
        "The detailed positions of a project: in SE Ranking open Rankings, Detailed, choose the"
            + " days and press Export, CSV. The site is told from the account you name, else from"
            + " the pages in the file. Each search engine is an account of its own.",
        List.of(
            "Positions, one column for each check, with or without tags and groups",
            "The same with headings of another language: translated, never seen"),
        List.of(Datasets.RANKINGS.name()));
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      for (Row row : sheet.head()) {
        if (WideRanks.headings(row).isPresent()) {
          return Recognition.as("detailed positions");
        }
      }
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
