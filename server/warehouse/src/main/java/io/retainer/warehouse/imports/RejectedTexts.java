package io.retainer.warehouse.imports;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.warehouse.RejectedRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Hears a file read once more, and keeps the text of rows that were rejected the first time. */
final class RejectedTexts implements FactSink {

  private final Set<Place> wanted;
  private final Map<Place, String> texts = new HashMap<>();

  /** Where a row stands. */
  private record Place(String table, long line) {
    static Place of(RejectedRow row) {
      return new Place(row.table(), row.issue().line());
    }
  }

  RejectedTexts(List<RejectedRow> rows) {
    this.wanted = rows.stream().map(Place::of).collect(Collectors.toSet());
  }

  RejectedRow withText(RejectedRow row) {
    return new RejectedRow(row.table(), texts.getOrDefault(Place.of(row), ""), row.issue());
  }

  @Override
  public TableWriter table(TableHeader header) {
    return new TableWriter() {
      @Override
      public void row(long line, DateSpan period, Object[] values) {
        Place place = new Place(header.title(), line);
        if (wanted.contains(place)) {
          texts.putIfAbsent(place, Arrays.toString(values));
        }
      }

      @Override
      public void rejected(ReadIssue issue, String text) {
        Place place = new Place(header.title(), issue.line());
        if (wanted.contains(place)) {
          texts.put(place, text);
        }
      }
    };
  }

  @Override
  public void issue(ReadIssue issue) {
    // It was told when the file was imported.
  }

  @Override
  public void total(SourceTotal total) {
    // It was compared when the file was imported.
  }

  @Override
  public void passedOver(long line, String reason) {
    // It was noted when the file was imported.
  }
}
