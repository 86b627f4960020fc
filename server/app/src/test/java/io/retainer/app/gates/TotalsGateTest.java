package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.model.report.Tile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TotalsGateTest {

  @Test
  void holdsAReportWhoseRowsDoNotAddUpToTheSourcesTotal() {
    assertThat(texts(Verdict.DIFFERENT))
        .containsExactly(
            "October.csv, web_traffic.sessions: the rows add up to 990, the source states 1,000."
                + " Expected: the same. Export the file anew and import it again, or approve the"
                + " report if you know why they differ.");
    assertThat(new TotalsGate(batch -> Optional.empty()).usual()).isEqualTo(GateLevel.HOLD);
  }

  @Test
  void letsRoundingAndRowsThatTheSourceLeavesOutPass() {
    assertThat(texts(Verdict.EQUAL)).isEmpty();
    assertThat(texts(Verdict.WITHIN_TOLERANCE)).isEmpty();
    assertThat(texts(Verdict.INCOMPLETE)).isEmpty();
  }

  @Test
  void asksOnlyTheImportsBehindTheReport() {
    assertThat(Drafts.texts(gate(Verdict.DIFFERENT), Drafts.of(List.of(), List.of()))).isEmpty();
  }

  private static List<String> texts(Verdict verdict) {
    var figure =
        Drafts.figure(
            Drafts.SESSIONS,
            "990",
            Drafts.coverage(Set.of(), Drafts.input("b"), Drafts.input("b")));
    return Drafts.texts(gate(verdict), Drafts.of(List.of(new Tile(figure, List.of())), List.of()));
  }

  private static TotalsGate gate(Verdict verdict) {
    var result =
        new ImportResult(
            "October.csv",
            "00",
            ImportResult.Status.ACCEPTED,
            Optional.of("b"),
            Optional.of("ga4"),
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            List.of(
                new ImportResult.Reconciliation(
                    "web_traffic.sessions",
                    new BigDecimal("1000"),
                    new BigDecimal("990"),
                    verdict)));
    return new TotalsGate(batch -> Optional.of(result));
  }
}
