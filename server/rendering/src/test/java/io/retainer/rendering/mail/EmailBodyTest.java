package io.retainer.rendering.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailBodyTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  @Test
  void namesClientAndPeriodInTheSubject() {
    EmailBody body = RENDERINGS.email(Samples.full(Samples.HELSINKI), Locale.forLanguageTag("fi"));

    assertThat(body.subject().replace('\u00a0', ' '))
        .isEqualTo("Pohjola Outdoor Oy – raportti: lokakuu 2026");
  }

  @ParameterizedTest
  @CsvSource({
    "en, Pohjola Outdoor Oy – report for October 2026 – 3 of 6 goals met",
    "ru, Pohjola Outdoor Oy — отчёт за период: октябрь 2026 — выполнено 3 из 6 целей",
    "be, Pohjola Outdoor Oy — справаздача за перыяд: кастрычнік 2026 — выканана 3 з 6 мэт",
    "fi, Pohjola Outdoor Oy – raportti: lokakuu 2026 – tavoitteista saavutettiin 3/6"
  })
  void saysInTheSubjectHowManyGoalsAreMet(String language, String subject) {
    ReportContent content =
        Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);

    EmailBody body = RENDERINGS.email(content, Locale.forLanguageTag(language));

    assertThat(body.subject().replace('\u00a0', ' ')).isEqualTo(subject);
  }

  /** Whatever moved them: a mail that told good news alone would mislead. */
  @Test
  void saysTheLargestChangeForTheBetterAndForTheWorse() {
    ReportContent content = Samples.full(Samples.HELSINKI);
    EmailBody body = RENDERINGS.email(content, Locale.ENGLISH);

    assertThat(content.findings().better()).isNotEmpty();
    assertThat(content.findings().worse()).isNotEmpty();
    assertThat(body.text())
        .contains("Better: " + content.findings().better().get(0).figure().kpi().title().get("en"))
        .contains("Worse: " + content.findings().worse().get(0).figure().kpi().title().get("en"));
  }

  @Test
  void carriesTheHeadlineFiguresInTextAndHtml() {
    EmailBody body = RENDERINGS.email(Samples.full(Samples.MINSK), Locale.forLanguageTag("be"));

    assertThat(body.text().replace('\u00a0', ' '))
        .contains("Сеансы: 12 309  (↑ +1,9 %)")
        .contains("у параўнанні з перыядам верасень 2026");
    assertThat(body.html().replace('\u00a0', ' '))
        .contains("<html lang=\"be\">")
        .contains(">12 309<");
  }

  @Test
  void escapesHostileNamesAndKeepsTheSubjectOneLine() {
    EmailBody body =
        RENDERINGS.email(Samples.content(SampleKpis.Case.UGLY, Samples.UGLY), Locale.ENGLISH);

    assertThat(body.html()).doesNotContain("<b>Ööö").contains("&lt;b&gt;Ööö");
    assertThat(body.subject()).doesNotContainPattern("\\p{Cntrl}");
    assertThat(body.text()).contains("* rests on incomplete data");
  }

  @Test
  void hasNoTableWhenThereIsNothingToShow() {
    EmailBody body =
        RENDERINGS.email(Samples.content(SampleKpis.Case.EMPTY, Samples.MINSK), Locale.ENGLISH);

    assertThat(body.html()).doesNotContain("The headline figures");
  }
}
