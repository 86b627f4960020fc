package io.retainer.connector.seo;

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

/** The crawler Screaming Frog: links of a site to other sites. */
public final class ScreamingFrog extends TableConnector {

  private static final Headings HEADINGS =
      Headings.load(ScreamingFrog.class, "screaming-frog-headings.txt");
  private static final List<String> KEYS =
      List.of("kind", "source_url", "target_url", "target_code", "follow");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("screaming-frog", "Screaming Frog SEO Spider")
        .about("Links of a site to other sites, as a crawl found them.")
        .export(
            "outlinks", "After a crawl: Bulk Export, Links, All Outlinks (or External, Outlinks).")
        .layout("All Outlinks of 2016, below a line with the title", Evidence.SEEN)
        .layout("All Outlinks since version 14", Evidence.REPORTED)
        .fills(Datasets.OUTBOUND_LINKS, "links to pages of other sites, with their answer")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REMEMBERED, "de", "es", "fr", "it", "ru")
        .note(
            "The table does not say its day: put it into the name of the file, like"
                + " all_outlinks_2026-01-31.csv, or name the period.")
        .note(
            "A page that answers the crawler with 401, 403 or 429 counts as not checked: it keeps"
                + " crawlers out and may well answer people.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (Table.find(sheet, HEADINGS, KEYS).isPresent()) {
        return Recognition.as("outlinks of a crawl");
      }
    }
    return Recognition.refused(
        "No table has the headings Type, Source, Destination, Status Code and Follow, as the"
            + " outlinks of Screaming Frog do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> table = Table.find(sheet, HEADINGS, KEYS);
      if (table.isPresent()) {
        new CrawledLinks(new SeoExport("Screaming Frog", file.name(), table.get(), settings, sink))
            .read();
      }
    }
  }
}
