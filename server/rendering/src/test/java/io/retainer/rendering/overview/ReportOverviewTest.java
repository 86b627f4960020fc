package io.retainer.rendering.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportOverviewTest {

  private static ReportOverview of(ReportContent content, String language) {
    return ReportOverview.of(
        content,
        Samples.templates().named("monthly-performance").texts(Locale.forLanguageTag(language)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void namesEveryFigureChannelAndSource(String language) {
    ReportContent content = Samples.full(Samples.MINSK);

    ReportOverview overview = of(content, language);

    assertThat(overview.cards()).hasSameSizeAs(content.tiles());
    assertThat(overview.channels())
        .hasSameSizeAs(content.sections())
        .allSatisfy(channel -> assertThat(channel.sentence()).endsWith("."));
    assertThat(overview.sources()).hasSameSizeAs(content.sources());
  }

  @Test
  void comparesEachKnownFigureWithBothPeriods() {
    ReportOverview overview = of(Samples.full(Samples.MINSK), "ru");

    assertThat(overview.cards().get(0).figure().changes())
        .extracting(FigureText.Change::period)
        .containsExactly("Сент.\u00a02026", "Окт.\u00a02025");
  }

  @Test
  void callsSourcesByTheNameTheirReadersKnow() {
    assertThat(of(Samples.full(Samples.MINSK), "en").sources())
        .extracting(SourceText::title)
        .contains("Site traffic \u00b7 Sample Analytics (main)");
  }

  @Test
  void explainsTheMarkOfIncompleteFiguresOnlyWhereOneIsMarked() {
    ReportOverview incomplete = of(Samples.content(SampleKpis.Case.UGLY, Samples.MINSK), "en");
    boolean marked =
        incomplete.cards().stream().anyMatch(card -> card.figure().value().endsWith("*"));

    assertThat(incomplete.legend().contains("* rests on incomplete data")).isEqualTo(marked);
    assertThat(of(Samples.content(SampleKpis.Case.EMPTY, Samples.MINSK), "en").legend())
        .doesNotContain("*");
  }

  @Test
  void saysWithoutDataThatThereIsNone() {
    ReportOverview overview = of(Samples.content(SampleKpis.Case.EMPTY, Samples.MINSK), "fi");

    assertThat(overview.cards())
        .allSatisfy(
            card -> {
              assertThat(card.figure().note()).isEqualTo("Ei tietoja tältä jaksolta");
              assertThat(card.figure().changes()).isEmpty();
            });
  }

  @Test
  void isMadeOfTextsAndWordsAloneBecauseServersKeepItAsJson() {
    assertThat(foreign(ReportOverview.class)).isEmpty();
  }

  /** The parts of a record that are neither texts, flags, words, nor records of such. */
  private static List<String> foreign(Class<?> record) {
    List<String> foreign = new ArrayList<>();
    for (RecordComponent part : record.getRecordComponents()) {
      Class<?> type = part.getType();
      if (type == List.class) {
        var of = (ParameterizedType) part.getGenericType();
        type = (Class<?>) of.getActualTypeArguments()[0];
      }
      if (type.isRecord()) {
        foreign.addAll(foreign(type));
      } else if (type != String.class && type != boolean.class && !type.isEnum()) {
        foreign.add(record.getSimpleName() + "." + part);
      }
    }
    return foreign;
  }
}
