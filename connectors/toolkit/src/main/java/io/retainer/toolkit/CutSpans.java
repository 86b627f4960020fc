package io.retainer.toolkit;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table by week or month whose first and last one may be cut off by the days that the
 * report is about. A part of a month is no month: such rows stand in a table of their own, of
 * periods, which comes when the table is finished.
 */
public final class CutSpans implements TableWriter {

  private static final int DAYS_OF_A_WEEK = 7;

  private final FactSink sink;
  private final TableHeader header;
  private final List<Cut> cut = new ArrayList<>();
  private final List<SourceTotal> totals = new ArrayList<>();
  private TableWriter whole;

  private record Cut(long line, DateSpan period, Object[] values) {}

  /**
   * @param header of a table by week or month; rows of other tables are handed on as they are
   */
  public CutSpans(FactSink sink, TableHeader header) {
    this.sink = sink;
    this.header = header;
    if (header.grain() != Grain.WEEK && header.grain() != Grain.MONTH) {
      whole = sink.table(header);
    }
  }

  @Override
  public void row(long line, DateSpan period, Object[] values) {
    if (isWhole(period)) {
      whole().row(line, period, values);
    } else {
      cut.add(new Cut(line, period, values.clone()));
    }
  }

  @Override
  public void rejected(ReadIssue issue, String text) {
    whole().rejected(issue, text);
  }

  /** A total that the source states: of the whole spans and the cut ones together. */
  public void total(SourceTotal total) {
    totals.add(total);
  }

  /** Hands over what was kept back. A total of two tables is the total of neither. */
  public void finish() {
    if (cut.isEmpty()) {
      whole();
      totals.forEach(sink::total);
      return;
    }
    TableWriter periods =
        sink.table(
            new TableHeader(
                header.title(),
                header.dataset(),
                header.columns(),
                header.cut(),
                Grain.PERIOD,
                header.complete(),
                Optional.empty(),
                header.account(),
                header.currency()));
    cut.forEach(row -> periods.row(row.line(), row.period(), row.values()));
  }

  private TableWriter whole() {
    if (whole == null) {
      whole = sink.table(header);
    }
    return whole;
  }

  private boolean isWhole(DateSpan span) {
    return switch (header.grain()) {
      case WEEK -> span.days() == DAYS_OF_A_WEEK;
      case MONTH -> Dates.isMonth(span);
      default -> true;
    };
  }
}
