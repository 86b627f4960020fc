package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first sheet of a member's workbook: impressions and members reached over all the days of the
 * export, {@code 10/1/2026 - 10/31/2026}.
 */
record LinkedInDiscovery(Sheet sheet, DateSpan span, long line, Long impressions, Long reached) {

  static Optional<LinkedInDiscovery> in(Sheet sheet) throws IOException {
    DateSpan span = null;
    long line = 0;
    Long impressions = null;
    Long reached = null;
    for (Row row : sheet.head()) {
      span = span == null ? span(row.cell(1)) : span;
      if (LinkedIn.HEADINGS.matches("post_impressions", row.cell(0))) {
        impressions = count(row.cell(1));
      } else if (LinkedIn.HEADINGS.matches("members_reached", row.cell(0))) {
        reached = count(row.cell(1));
        line = row.line();
      }
    }
    return span == null || reached == null
        ? Optional.empty()
        : Optional.of(new LinkedInDiscovery(sheet, span, line, impressions, reached));
  }

  private static DateSpan span(String text) {
    String[] days = text.split(" [-–] ");
    Moment first = days.length == 2 ? DateText.parse(days[0], DateOrder.MONTH_FIRST) : null;
    Moment last = days.length == 2 ? DateText.parse(days[1], DateOrder.MONTH_FIRST) : null;
    return first == null || last == null || last.date().isBefore(first.date())
        ? null
        : DateSpan.ofDays(first.date(), last.date());
  }

  private static Long count(String cell) {
    String digits = cell.strip().replace(",", "");
    return digits.matches("\\d{1,15}") ? Long.valueOf(digits) : null;
  }

  void write(ReadSettings settings, FactSink sink) {
    TableWriter writer =
        sink.table(
            new TableHeader(
                sheet.name(),
                Datasets.SOCIAL_ACCOUNTS,
                List.of("network", "impressions", "reach"),
                Set.of(),
                Grain.PERIOD,
                true,
                Optional.of(span),
                settings.account().orElse(LinkedIn.NETWORK),
                Optional.empty()));
    writer.row(line, span, new Object[] {LinkedIn.NETWORK, impressions, reached});
  }
}
