package io.retainer.rendering.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure a number is, is seen beside it. */
class FigureTextTest {

  private static final Formats ENGLISH = Formats.of(Locale.ENGLISH);

  private static KpiValue value(Status status, Reason.Code why) {
    return new KpiValue(
        status,
        Optional.of(BigDecimal.valueOf(120)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Reason(why, List.of(), "Said.")));
  }

  @ParameterizedTest
  @CsvSource({
    "PARTIAL, MISSING_DAYS, 120_*, 120",
    "PARTIAL, VALUES_MISSING, 120_*, 120_*",
    "PARTIAL, PROFILES_ABSENT, 120_*, 120_*",
    "ESTIMATED, ESTIMATE, \u2248_120, \u2248_120",
    "ESTIMATED, MISSING_DAYS, \u2248_120_*, \u2248_120",
    "ESTIMATED, VALUES_MISSING, \u2248_120_*, \u2248_120_*"
  })
  void isMarkedByWhatIsKnownOfIt(Status status, Reason.Code why, String alone, String inTable) {
    KpiValue value = value(status, why);

    assertThat(visible(FigureText.marked(value, KpiUnit.COUNT, ENGLISH))).isEqualTo(alone);
    assertThat(visible(FigureText.inTable(value, KpiUnit.COUNT, ENGLISH))).isEqualTo(inTable);
  }

  /** Spaces that do not break are written as an underscore, to be seen. */
  private static String visible(String text) {
    return text.replace('\u00a0', '_');
  }
}
