package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Gap;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the figures of a period lack that a reader would expect: days after the first one that is
 * there, and whole channels that were fed in the three months before, or in the period before where
 * that is longer. A channel that was never fed, or given up before, lacks nothing; nor do the days
 * before a client's first.
 */
final class Gaps {

  private static final Set<Reason.Code> NEVER_THERE =
      Set.of(
          Reason.Code.NOTHING_IMPORTED, Reason.Code.NOT_IN_PERIOD, Reason.Code.COLUMN_NOT_IMPORTED);

  private static final class Found {
    final TreeSet<String> sources = new TreeSet<>();
    final TreeSet<DateSpan> missing = new TreeSet<>();
  }

  private final Period period;
  private final Map<String, Found> found = new TreeMap<>();

  private Gaps(Period period) {
    this.period = period;
  }

  static List<Gap> of(Kpis kpis, Client client, Period period, List<KpiId> ids) {
    // Of one made of several channels it could not be told which of them lacks what.
    List<KpiId> parts = ids.stream().flatMap(id -> kpis.parts(id).stream()).distinct().toList();
    List<KpiFigure> now =
        figures(kpis, client, period, parts).stream().filter(Gaps::mayLack).toList();
    List<KpiFigure> before =
        figures(kpis, client, before(period), now.stream().map(each -> each.kpi().id()).toList());
    Gaps gaps = new Gaps(period);
    for (int i = 0; i < now.size(); i++) {
      gaps.look(now.get(i), before.get(i));
    }
    return gaps.sorted();
  }

  private static boolean mayLack(KpiFigure figure) {
    return figure.current().status() == KpiValue.Status.NO_DATA
        || !figure.coverage().missing().isEmpty();
  }

  /** From the first of a month, as some sources tell months and nothing smaller. */
  private static Period before(Period period) {
    LocalDate end = period.span().start();
    LocalDate months = end.minusDays(Gap.DAYS_UNTIL_GIVEN_UP).withDayOfMonth(1);
    LocalDate own = period.previous().span().start();
    return Period.of(new DateSpan(own.isBefore(months) ? own : months, end));
  }

  private static List<KpiFigure> figures(Kpis kpis, Client client, Period period, List<KpiId> ids) {
    LocalDate over = period.span().end();
    return ids.isEmpty()
        ? List.of()
        : kpis.figures(client, ComparedPeriod.of(period, List.of(), over), ids);
  }

  private void look(KpiFigure now, KpiFigure before) {
    Coverage coverage = now.coverage();
    boolean wasThere = wasThere(before);
    if (now.current().status() == KpiValue.Status.NO_DATA) {
      if (wasThere) {
        add(now, before.coverage(), List.of(period.span()));
      }
    } else {
      List<DateSpan> expected =
          coverage.missing().stream()
              .filter(span -> wasThere || span.start().isAfter(period.span().start()))
              .toList();
      add(now, coverage, expected);
    }
  }

  /** One made of several columns or channels may have had rows, and never what it takes of them. */
  private static boolean wasThere(KpiFigure before) {
    boolean wasLacking =
        before.current().status() == KpiValue.Status.NO_DATA
            && before.current().reason().stream()
                .flatMap(reason -> reason.grounds().stream())
                .anyMatch(ground -> NEVER_THERE.contains(ground.code()));
    return !before.coverage().inputs().isEmpty() && !wasLacking;
  }

  private void add(KpiFigure figure, Coverage fedBy, List<DateSpan> missing) {
    if (!missing.isEmpty()) {
      Found gap = found.computeIfAbsent(figure.kpi().dataset(), any -> new Found());
      gap.missing.addAll(missing);
      fedBy.inputs().forEach(input -> gap.sources.add(input.source()));
    }
  }

  private List<Gap> sorted() {
    List<Gap> gaps = new ArrayList<>();
    found.forEach(
        (dataset, gap) ->
            gaps.add(new Gap(dataset, List.copyOf(gap.sources), List.copyOf(gap.missing))));
    return gaps;
  }
}
