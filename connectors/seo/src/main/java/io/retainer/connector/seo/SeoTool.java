package io.retainer.connector.seo;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A tool whose exports are plain tables: rankings, links, linking domains, days of an index. */
abstract class SeoTool extends TableConnector {

  private final String provider;
  private final List<SeoLayout> layouts;
  private final String refusal;

  /**
   * @param provider the name of its index
   * @param layouts the first one that fits decides
   * @param refusal what is said of a file that is none of them
   */
  SeoTool(String provider, List<SeoLayout> layouts, String refusal) {
    this.provider = provider;
    this.layouts = layouts;
    this.refusal = refusal;
  }

  @Override
  protected final Recognition recognise(SourceFile file, FileContent content) throws IOException {
    Recognition answer = Recognition.refused(refusal);
    for (Sheet sheet : content.sheets()) {
      Optional<SeoLayout> layout = layout(sheet);
      if (layout.isPresent()) {
        if (layout.get().kind() != SeoLayout.Kind.NOTHING) {
          return Recognition.as(layout.get().words());
        }
        answer =
            Recognition.notRead(
                "This is "
                    + provider
                    + "'s "
                    + layout.get().words()
                    + ": "
                    + layout.get().reason());
      }
    }
    return answer;
  }

  @Override
  protected final void read(
      SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<SeoLayout> layout = layout(sheet);
      if (layout.isPresent()) {
        read(layout.get(), layout.get().in(sheet).orElseThrow(), file.name(), settings, sink);
      }
    }
  }

  private void read(
      SeoLayout layout, Table table, String fileName, ReadSettings settings, FactSink sink)
      throws IOException {
    var export = new SeoExport(provider, fileName, table, settings, sink);
    switch (layout.kind()) {
      case RANKINGS -> new RankTable(export).read();
      case LINKS -> new LinkTable(export).read();
      case DOMAINS -> new DomainTable(export).read();
      case DAYS -> new IndexDays(export).read();
      default -> {
        sink.passedOver(table.columns().line(), layout.words() + ": " + layout.reason());
        table.eachRow(row -> sink.passedOver(row.line(), layout.words()));
      }
    }
  }

  private Optional<SeoLayout> layout(Sheet sheet) throws IOException {
    for (SeoLayout layout : layouts) {
      if (layout.in(sheet).isPresent()) {
        return Optional.of(layout);
      }
    }
    return Optional.empty();
  }
}
