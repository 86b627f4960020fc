package io.retainer.rendering.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EmailBodyTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  @Test
  void namesClientAndPeriodInTheSubject() {
    EmailBody body = RENDERINGS.email(Samples.full(Samples.HELSINKI), Locale.forLanguageTag("fi"));

    assertThat(body.subject().replace('\u00a0', ' '))
        .isEqualTo("Pohjola Outdoor Oy – raportti: lokakuu 2026");
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
