package io.retainer.rendering.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.compose.ReportComposer;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Html;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Who gets one file does not look for another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | BOTH | the PDF to read, the workbook to calculate with",
        "en | PDF | is attached as a PDF.",
        "en | WORKBOOK | is attached as a workbook.",
        "en | LINK | is ready.",
        "ru | BOTH | PDF для чтения и файл Excel для расчётов",
        "ru | PDF | приложен отчёт в формате PDF за период",
        "ru | WORKBOOK | приложен отчёт в виде файла Excel за период",
        "ru | LINK | Готов отчёт",
        "be | BOTH | PDF для чытання і файл Excel для разлікаў",
        "be | PDF | прыкладзена справаздача ў фармаце PDF за перыяд",
        "be | WORKBOOK | прыкладзена справаздача ў выглядзе файла Excel за перыяд",
        "be | LINK | Гатовая справаздача",
        "fi | BOTH | PDF luettavaksi ja Excel-tiedosto laskemista varten",
        "fi | PDF | PDF-tiedostona.",
        "fi | WORKBOOK | Excel-tiedostona.",
        "fi | LINK | on valmis."
      })
  void saysWhatIsAttachedAndNothingElse(String language, Attached attached, String words) {
    EmailBody body =
        RENDERINGS.email(
            Samples.full(Samples.HELSINKI),
            Locale.forLanguageTag(language),
            Optional.empty(),
            attached);

    assertThat(body.text()).contains(words);
    assertThat(body.html()).contains(Html.escape(words));
    String intro = body.text().split("\n\n")[1];
    assertThat(intro.contains("PDF"))
        .isEqualTo(attached == Attached.BOTH || attached == Attached.PDF);
    assertThat(intro.contains("Excel") || intro.contains("workbook"))
        .isEqualTo(attached == Attached.BOTH || attached == Attached.WORKBOOK);
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

  /** Whoever pays asks for the money first, however much more a rate has lost. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void namesRevenueBeforeRetention(String language) {
    var kpis = new Fallen();
    ReportContent content =
        new ReportComposer(kpis, Samples.NOVEMBER_3, "Retainer", source -> source, Samples.TARGETS)
            .compose(
                Samples.templates().named("monthly-performance"),
                Samples.HELSINKI,
                Samples.OCTOBER,
                "2026-10-0001",
                Optional.empty());
    String revenue = kpis.find(Fallen.REVENUE).orElseThrow().title().get(language);
    String retention = kpis.find(Fallen.RETENTION).orElseThrow().title().get(language);

    EmailBody body = RENDERINGS.email(content, Locale.forLanguageTag(language));

    assertThat(content.findings().worse())
        .extracting(each -> each.figure().kpi().id())
        .containsSubsequence(Fallen.REVENUE, Fallen.RETENTION)
        .startsWith(Fallen.REVENUE);
    assertThat(body.subject()).doesNotContain(retention);
    assertThat(body.text()).containsSubsequence(revenue, retention);
    assertThat(body.html()).containsSubsequence(Html.escape(revenue), Html.escape(retention));
    String changes = body.text().substring(0, body.text().indexOf(retention));
    assertThat(changes).as("what stands before the first word of retention").contains(revenue);
  }

  @Test
  void carriesTheHeadlineFiguresInTextAndHtml() {
    EmailBody body = RENDERINGS.email(Samples.full(Samples.MINSK), Locale.forLanguageTag("be"));

    assertThat(body.text().replace('\u00a0', ' '))
        .contains("Сеансы: 12 309  (↑ +1,9 %)")
        .contains("для параўнання: верасень 2026");
    assertThat(body.html().replace('\u00a0', ' '))
        .contains("<html lang=\"be\">")
        .contains(">12 309<");
  }

  /** Else who looks for it does not know whether it was forgotten. */
  @ParameterizedTest
  @CsvSource({
    "en, No data for this period:",
    "ru, Нет данных за этот период:",
    "be, Няма даных за гэты перыяд:",
    "fi, Ei tietoja tältä jaksolta:"
  })
  void namesWhatThereAreNoDataFor(String language, String beginning) {
    ReportContent content = Samples.content(SampleKpis.Case.STATES, Samples.HELSINKI);
    String missing =
        content.tiles().stream()
            .map(Tile::figure)
            .filter(figure -> figure.current().status() == KpiValue.Status.NO_DATA)
            .map(figure -> figure.kpi().title().get(language))
            .collect(Collectors.joining(", "));

    EmailBody body = RENDERINGS.email(content, Locale.forLanguageTag(language));

    assertThat(missing).isNotEmpty();
    assertThat(body.text()).contains(beginning + " " + missing + ".");
    assertThat(body.html()).contains(Html.escape(beginning + " " + missing + "."));
    assertThat(
            RENDERINGS
                .email(Samples.full(Samples.HELSINKI), Locale.forLanguageTag(language))
                .text())
        .doesNotContain(beginning);
  }

  @Test
  void aCopyForColleaguesSaysThatNothingIsThereYet() {
    ReportContent content = Samples.content(SampleKpis.Case.EMPTY, Samples.HELSINKI);
    ReportTexts texts = Samples.templates().named("monthly-performance").texts(Locale.ENGLISH);
    EmailBody body = RENDERINGS.email(content, Locale.ENGLISH);

    assertThat(
            body.marked(new MailMark(MailMark.Kind.INTERNAL, "5 December 2026", true), texts)
                .text())
        .startsWith("Internal copy, before the report goes out.")
        .contains("It is planned to go to them on 5 December 2026. So far there are no data");
    assertThat(
            body.marked(new MailMark(MailMark.Kind.INTERNAL, "5 December 2026", false), texts)
                .text())
        .doesNotContain("So far there are no data");
  }

  /** Who gets several reports of a period tells them apart without opening them. */
  @Test
  void subjectsOfAClientsReportsDiffer() {
    for (String language : List.of("en", "ru", "be", "fi")) {
      assertThat(
              Samples.templates().all().stream()
                  .map(
                      template ->
                          RENDERINGS
                              .email(
                                  Samples.content(
                                      template.id(),
                                      SampleKpis.Case.FULL,
                                      Samples.HELSINKI,
                                      Samples.TARGETS),
                                  Locale.forLanguageTag(language))
                              .subject()))
          .as(language)
          .hasSizeGreaterThan(8)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void escapesHostileNamesAndKeepsTheSubjectOneLine() {
    EmailBody body =
        RENDERINGS.email(Samples.content(SampleKpis.Case.UGLY, Samples.UGLY), Locale.ENGLISH);

    assertThat(body.html()).doesNotContain("<b>Ööö").contains("&lt;b&gt;Ööö");
    assertThat(body.subject()).doesNotContainPattern("\\p{Cntrl}");
    assertThat(body.text()).contains("* rests on incomplete data");
  }

  /** A phone has no room for two columns of millions beside the names. */
  @Test
  void putsTheChangeOfAFigureBelowItsValue() {
    EmailBody body =
        RENDERINGS.email(Samples.content(SampleKpis.Case.UGLY, Samples.UGLY), Locale.ENGLISH);

    List<String> rows =
        body.html()
            .lines()
            .filter(line -> line.startsWith("<tr><td") && line.contains("\u2191"))
            .toList();
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.split("<td", -1)).as(row).hasSize(3));
  }

  @Test
  void hasNoTableWhenThereIsNothingToShow() {
    EmailBody body =
        RENDERINGS.email(Samples.content(SampleKpis.Case.EMPTY, Samples.MINSK), Locale.ENGLISH);

    assertThat(body.html()).doesNotContain("The headline figures");
  }
}
