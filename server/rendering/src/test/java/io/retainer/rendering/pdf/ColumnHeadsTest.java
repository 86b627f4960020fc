package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.rendering.Samples;
import io.retainer.rendering.chart.Lettering;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnHeadsTest {

  private static final ColumnHeads HEADS = new ColumnHeads(Lettering.HOUSE);

  private static List<KpiDescriptor> withTitle(String title, Locale locale) {
    return Samples.catalogue().stream()
        .filter(kpi -> kpi.title(locale).contains(title))
        .limit(1)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "fi, asiakaspalvelupyynnöt, asiakaspalvelu-pyynnöt",
    "fi, Yhteydenottopyynnöt, Yhteydenotto-pyynnöt",
    "ru, квалифицированных, квалифициро-ванных"
  })
  void partsAWordThatIsWiderThanItsColumnBetweenTwoSyllables(
      String language, String word, String parted) {
    Locale locale = Locale.forLanguageTag(language);
    KpiDescriptor kpi = withTitle(word, locale).get(0);

    assertThat(HEADS.text(kpi, locale)).isEqualTo(kpi.title(locale).replace(word, parted));
  }

  @Test
  void leavesWordsThatFitAsTheyAre() {
    assertThat(Samples.catalogue())
        .allSatisfy(
            kpi ->
                assertThat(HEADS.text(kpi, Locale.ENGLISH)).isEqualTo(kpi.title(Locale.ENGLISH)));
  }

  @Test
  void isHigherOnlyWhereATitleTakesMoreThanTwoLines() {
    assertThat(HEADS.stretch(withTitle("Sessions", Locale.ENGLISH), Locale.ENGLISH)).isZero();
    assertThat(
            HEADS.stretch(
                withTitle("Returning customers (ordered", Locale.ENGLISH), Locale.ENGLISH))
        .isBetween(15, 40);
  }
}
