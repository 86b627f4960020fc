package io.retainer.toolkit;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A connector for a platform whose export is a list: of campaigns, deals, orders, requests, one row
 * each. What makes a list the platform's are the headings it must have; lists of other platforms
 * lack at least one of them.
 */
public abstract class ListConnector extends TableConnector {

  private final String id;
  private final Headings headings;
  private final List<List<String>> signatures;

  /**
   * @param headings the resource beside the class, as {@link Headings} wants it
   * @param signatures keys of headings: a list that has all of one of them is the platform's
   */
  protected ListConnector(String id, String headings, List<List<String>> signatures) {
    this.id = id;
    this.headings = Headings.load(getClass(), headings);
    this.signatures = List.copyOf(signatures);
  }

  protected final String id() {
    return id;
  }

  /** The list of a sheet, when it is the platform's. */
  protected final Optional<Table> list(Sheet sheet) throws IOException {
    for (List<String> signature : signatures) {
      Optional<Table> found = Table.find(sheet, headings, signature);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Names the layout of a list. */
  protected abstract String layout(Table list);

  /** Says in words which headings a list of the platform has. */
  protected abstract String expected();

  protected abstract void read(Table list, ReadSettings settings, FactSink sink) throws IOException;

  /** Another layout of the platform, which takes precedence; empty when the sheet is none. */
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    return Optional.empty();
  }

  /** Reads a sheet of another layout that was recognised. */
  protected void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {}

  @Override
  protected final Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Recognition> other = otherLayout(sheet);
      if (other.isPresent()) {
        return other.get();
      }
      Optional<Table> list = list(sheet);
      if (list.isPresent()) {
        return Recognition.as(layout(list.get()));
      }
    }
    return Recognition.refused(expected());
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Recognition> other = otherLayout(sheet);
      Optional<Table> list = other.isPresent() ? Optional.empty() : list(sheet);
      if (list.isPresent()) {
        read(list.get(), settings, sink);
      } else if (other.filter(Recognition.Recognised.class::isInstance).isPresent()) {
        readOther(sheet, settings, sink);
      }
    }
  }
}
