package io.retainer.connector.email;

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

/**
 * A platform whose export lists campaigns, one row each. What makes a list the platform's are the
 * headings it must have; other platforms' lists lack at least one of them.
 */
abstract class CampaignListConnector extends TableConnector {

  private final String id;
  private final Headings headings;
  private final List<List<String>> signatures;

  /**
   * @param signatures keys of headings: a list that has all of one of them is the platform's
   */
  CampaignListConnector(String id, String headings, List<List<String>> signatures) {
    this.id = id;
    this.headings = Headings.load(getClass(), headings);
    this.signatures = signatures;
  }

  /** The campaigns of a sheet, when it holds the platform's list. */
  final Optional<Table> campaigns(Sheet sheet) throws IOException {
    for (List<String> signature : signatures) {
      Optional<Table> found = Table.find(sheet, headings, signature);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Names the layout of a list. */
  abstract String layout(Table campaigns);

  /** Says in words which headings a list of the platform has. */
  abstract String expected();

  /** Another layout of the platform; empty when the sheet is none of its. */
  Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    return Optional.empty();
  }

  /** Reads a sheet that is no list, if it is another layout of the platform. */
  void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {}

  @Override
  protected final Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Recognition> other = otherLayout(sheet);
      if (other.isPresent()) {
        return other.get();
      }
      Optional<Table> campaigns = campaigns(sheet);
      if (campaigns.isPresent()) {
        return Recognition.as(layout(campaigns.get()));
      }
    }
    return Recognition.refused(expected());
  }

  @Override
  protected final void read(
      SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> campaigns =
          otherLayout(sheet).isPresent() ? Optional.empty() : campaigns(sheet);
      if (campaigns.isPresent()) {
        new CampaignTable(campaigns.get(), id, settings, sink).read();
      } else {
        readOther(sheet, settings, sink);
      }
    }
  }
}
