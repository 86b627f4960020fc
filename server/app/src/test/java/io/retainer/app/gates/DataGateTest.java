package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.report.Gap;
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
}
