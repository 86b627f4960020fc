package io.retainer.warehouse.connector;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;

/** What a connector hands out, on its way to the sink of the importing thread. */
record WatchedSink(FactSink sink, Handover over) implements FactSink {

  @Override
  public TableWriter table(TableHeader header) {
    Writer writer = new Writer(over);
    over.give(() -> writer.table = sink.table(header));
    return writer;
  }

  @Override
  public void issue(ReadIssue issue) {
    over.give(() -> sink.issue(issue));
  }

  @Override
  public void total(SourceTotal total) {
    over.give(() -> sink.total(total));
  }

  @Override
  public void passedOver(long line, String reason) {
    over.give(() -> sink.passedOver(line, reason));
  }

  @Override
  public void assumed(String what) {
    over.give(() -> sink.assumed(what));
  }

  @Override
  public void unchanging(String column) {
    over.give(() -> sink.unchanging(column));
  }

  private static final class Writer implements TableWriter {

    private final Handover over;

    /** Of the importing thread alone. */
    private TableWriter table;

    Writer(Handover over) {
      this.over = over;
    }

    @Override
    public void row(long line, DateSpan period, Object[] values) {
      // The connector may use its array again.
      Object[] own = values.clone();
      over.give(() -> table.row(line, period, own));
    }

    @Override
    public void rejected(ReadIssue issue, String text) {
      over.give(() -> table.rejected(issue, text));
    }
  }
}
