package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CutSpansTest {

  private final List<String> handed = new ArrayList<>();

  private final FactSink sink =
      new FactSink() {
        @Override
        public TableWriter table(TableHeader header) {
          handed.add("table by " + header.grain());
          return new TableWriter() {
            @Override
            public void row(long line, DateSpan period, Object[] values) {
              handed.add(period + " " + values[0]);
            }

            @Override
            public void rejected(ReadIssue issue, String text) {
              handed.add("rejected " + text);
            }
          };
        }

        @Override
        public void issue(ReadIssue issue) {
          handed.add(issue.saw());
        }

        @Override
        public void total(SourceTotal total) {
          handed.add("total " + total.value());
        }

        @Override
        public void passedOver(long line, String reason) {
          handed.add(reason);
        }
      };

  private CutSpans spans(Grain grain) {
    return new CutSpans(
        sink,
        new TableHeader(
            "t",
            Datasets.WEB_TRAFFIC,
            List.of("sessions"),
            Set.of(),
            grain,
            true,
            Optional.empty(),
            "",
            Optional.empty()));
  }

  private static DateSpan october(int first, int last) {
    return DateSpan.ofDays(LocalDate.of(2026, 10, first), LocalDate.of(2026, 10, last));
  }

  @Test
  void partsOfMonthsStandInATableOfPeriodsAndTheirCommonTotalInNone() {
    var spans = spans(Grain.MONTH);
    var values = new Object[] {1L};
    spans.total(new SourceTotal("sessions", BigDecimal.TEN, 2));
    spans.row(3, october(1, 30), values);
    values[0] = 2L;
    spans.row(4, october(1, 31), values);
    spans.finish();

    assertThat(handed)
        .containsExactly(
            "table by MONTH",
            "2026-10-01..2026-10-31 2",
            "table by PERIOD",
            "2026-10-01..2026-10-30 1");
  }

  @Test
  void wholeSpansAndOtherTablesStayAsTheyAre() {
    var weeks = spans(Grain.WEEK);
    weeks.total(new SourceTotal("sessions", BigDecimal.TEN, 2));
    weeks.row(3, october(4, 10), new Object[] {1L});
    weeks.finish();
    var days = spans(Grain.DAY);
    days.row(3, october(4, 4), new Object[] {5L});
    days.finish();

    assertThat(handed)
        .containsExactly(
            "table by WEEK",
            "2026-10-04..2026-10-10 1",
            "total 10",
            "table by DAY",
            "2026-10-04..2026-10-04 5");
  }
}
