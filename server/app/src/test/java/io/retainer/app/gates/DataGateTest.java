package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Gap;
import io.retainer.model.report.Tile;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataGateTest {

  @Test
  void saysWhichDaysOfWhichSourceAreMissing() {
    var days = new DateSpan(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 1));
    var gate =
        new DataGate(
            (client, report, period) ->
                List.of(new Gap("email_campaigns", List.of("klaviyo"), List.of(days))),
            id -> "Klaviyo");

    assertThat(Drafts.texts(gate, Drafts.by("maria")))
        .singleElement()
        .asString()
        .contains("(Klaviyo): nothing is imported for 30–31 October 2026")
        .contains("Expected: every day up to 31 October 2026")
        .contains("Import the missing days");
    assertThat(gate.usual()).isEqualTo(GateLevel.WARN);
  }

  @Test
  void saysNothingWhenAllIsThere() {
    var gate = new DataGate((client, report, period) -> List.of(), id -> id);

    assertThat(Drafts.texts(gate, Drafts.by("maria"))).isEmpty();
  }

  /** A client of whom only mails were ever imported has a report of empty tiles. */
  @Test
  void saysThatMostOfAScorecardIsEmpty() {
    var gate = new DataGate((client, report, period) -> List.of(), id -> id);
    Tile there = Drafts.tile("3100");
    Tile none =
        new Tile(
            new KpiFigure(
                there.figure().kpi(),
                there.figure().period(),
                KpiValue.noData(
                    new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing was imported.")),
                List.of(),
                there.figure().coverage()),
            List.of());

    assertThat(Drafts.texts(gate, Drafts.of(List.of(there, there, none, none), List.of())))
        .singleElement()
        .asString()
        .startsWith("Only 2 of 4 figures of the scorecard have data for the whole period.");
    assertThat(Drafts.texts(gate, Drafts.of(List.of(there, there, none), List.of()))).isEmpty();
    assertThat(Drafts.texts(gate, Drafts.of(List.of(none, none), List.of()))).isEmpty();
  }
}
