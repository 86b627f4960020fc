package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.Tile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurrencyGateTest {

  private final CurrencyGate gate = new CurrencyGate();

  @Test
  void holdsAFigureWhoseAmountsAreInTwoCurrencies() {
    assertThat(texts(Drafts.REVENUE, Set.of("USD", "EUR")))
        .containsExactly(
            "Revenue: the amounts are in EUR, USD, which cannot be added up. Expected: one"
                + " currency, as a rule EUR. Have amounts converted (on the page where the client is"
                + " edited; there have to be exchange rates of all its days), undo the import in"
                + " the other currency, or import it for a client of its own.");
    assertThat(gate.usual()).isEqualTo(GateLevel.HOLD);
  }

  @Test
  void letsOneCurrencyPassAndCountsThatHaveNone() {
    assertThat(texts(Drafts.REVENUE, Set.of("USD"))).isEmpty();
    assertThat(texts(Drafts.SESSIONS, Set.of("USD", "EUR"))).isEmpty();
  }

  private List<String> texts(KpiDescriptor kpi, Set<String> currencies) {
    var figure = Drafts.figure(kpi, "10", Drafts.coverage(currencies));
    return Drafts.texts(gate, Drafts.of(List.of(new Tile(figure, List.of())), List.of()));
  }
}
