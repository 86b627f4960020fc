package io.retainer.app.kpis;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.stream.Stream;

/** What an address asks of KPIs: {@code ?period=2026-10&kpi=web.sessions,search.ctr}. */
final class KpiQuery {

  private KpiQuery() {}

  static Period period(String text) {
    if (text == null) {
      throw Problem.invalid("The period is missing; write ?period=2026-10.");
    }
    return Input.value(text, Period::parse);
  }

  static List<KpiId> kpis(List<String> texts) {
    return texts.stream()
        .flatMap(words -> Stream.of(words.split(",")))
        .map(id -> Input.value(id, KpiId::new))
        .toList();
  }
}
