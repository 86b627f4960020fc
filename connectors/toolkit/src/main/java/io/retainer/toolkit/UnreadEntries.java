package io.retainer.toolkit;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.util.HashSet;
import java.util.Set;

/**
 * Hears what a connector says of an archive, and says itself which files in it the connector did
 * not even open: they may be another platform's.
 */
final class UnreadEntries implements FactSink {

  private final FactSink sink;
  private final Set<String> said = new HashSet<>();

  UnreadEntries(FactSink sink) {
    this.sink = sink;
  }

  /** To be called when the connector has done. */
  void tell(FileContent content) {
    for (String name : content.unopened()) {
      if (said.stream().noneMatch(words -> words.contains(name))) {
        sink.passedOver(0, "file " + name + " of the archive, of which nothing was read");
      }
    }
  }

  @Override
  public TableWriter table(TableHeader header) {
    said.add(header.title());
    return sink.table(header);
  }

  @Override
  public void issue(ReadIssue issue) {
    said.add(issue.saw());
    sink.issue(issue);
  }

  @Override
  public void total(SourceTotal total) {
    sink.total(total);
  }

  @Override
  public void passedOver(long line, String reason) {
    if (said.size() < Limits.ENTRIES) {
      said.add(reason);
    }
    sink.passedOver(line, reason);
  }

  @Override
  public void assumed(String what) {
    sink.assumed(what);
  }

  @Override
  public void unchanging(String column) {
    sink.unchanging(column);
  }
}
