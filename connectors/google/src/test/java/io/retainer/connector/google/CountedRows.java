package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;

/** Counts rows and throws them away, for the benchmarks; a row that cannot be read ends them. */
final class CountedRows implements FactSink, TableWriter {

  private long rows;

  long rows() {
    return rows;
  }

  @Override
  public TableWriter table(TableHeader header) {
    return this;
  }

  @Override
  public void row(long line, DateSpan period, Object[] values) {
    rows++;
  }

  @Override
  public void rejected(ReadIssue issue, String text) {
    throw new IllegalStateException(issue.toString());
  }

  @Override
  public void issue(ReadIssue issue) {
    throw new IllegalStateException(issue.toString());
  }

  @Override
  public void total(SourceTotal total) {}

  @Override
  public void passedOver(long line, String reason) {}
}
