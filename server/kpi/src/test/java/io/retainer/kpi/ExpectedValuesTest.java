package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Honest definitions load, with the kind and unit that they have, and give what was expected. */
class ExpectedValuesTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "expected");

  @TempDir static Path folder;
  private static Map<KpiId, Defined> kpis;

  @BeforeAll
  static void load() {
    kpis = KpiLibrary.open(List.of(FOLDER), folder.resolve("last-good")).inForce(Map.of());
  }

  @Test
  void nothingIsWrongWithThem() {
    assertThat(
            KpiScriptCheck.check(List.of(FOLDER), Computing.in(FOLDER, Authors.none()))
                .scripts()
                .stream()
                .flatMap(script -> script.faults().stream())
                .map(KpiProblem::toString))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "t.best-place, distribution, position",
    "t.worst-place, distribution, position",
    "t.middle-place, distribution, position",
    "t.middle-place-found, distribution, position",
    "t.place-p90, distribution, position",
    "t.places-apart, distribution, count",
    "t.best-query, distribution, position",
    "t.worst-query, distribution, position",
    "t.middle-query, distribution, position",
    "t.won-per-day, ratio, money",
    "t.amount-per-day-of-deal, ratio, money",
    "t.answers-per-hour, ratio, ratio",
    "t.payback-months, ratio, ratio",
    "t.traffic, stock, count",
    "t.mobile-share, ratio, percent",
    "t.keywords-with-traffic, stock, count",
    "t.traffic-by-keyword, ratio, ratio",
    "t.cost-of-traffic, ratio, money",
    "t.ltv-margin, ratio, money",
    "t.ltv-by-cac, ratio, ratio"
  })
  void areOfTheirKindAndUnit(String id, String kind, String unit) {
    KpiDescriptor kpi = kpis.get(new KpiId(id)).definition().descriptor();

    assertThat(kpi.kind().word()).isEqualTo(kind);
    assertThat(kpi.unit().word()).isEqualTo(unit);
  }
}
