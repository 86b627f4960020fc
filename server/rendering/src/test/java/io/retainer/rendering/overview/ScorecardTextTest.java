package io.retainer.rendering.overview;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.Findings;
import io.retainer.model.report.MixEffect;
import io.retainer.model.report.Moved;
import io.retainer.model.report.Moved.Driver;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.model.target.Targets;
import io.retainer.model.time.Base;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTextTest {

  private static final ReportContent FULL =
      Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Targets.NONE);
  private static final ReportContent WITH_TARGETS =
      Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);

  private static ReportTexts texts(String language) {
    return Samples.templates().named("monthly-performance").texts(Locale.forLanguageTag(language));
  }

  private static KpiFigure figure(String kpi) {
    return FULL.tiles().stream()
        .map(Tile::figure)
        .filter(one -> one.kpi().id().value().equals(kpi))
        .findFirst()
        .orElseThrow();
  }

  private static Moved moved(String kpi, Style style, String then, String now, Driver driver) {
    KpiFigure figure = figure(kpi);
    Base base = figure.compared().get(0).base();
    BigDecimal before = new BigDecimal(then);
    BigDecimal difference = new BigDecimal(now).subtract(before);
    BigDecimal amount =
        switch (style) {
          case PERCENT -> difference.divide(before.abs());
          case PLACES -> difference.negate();
          default -> difference;
        };
    return new Moved(
        figure,
        new Compared(
            base,
            known(figure, now),
            known(figure, then),
            Optional.of(new Delta(style, amount, Judgement.BAD)),
            Optional.empty()),
        Optional.ofNullable(driver));
  }

  private static KpiValue known(KpiFigure figure, String number) {
    return KpiValue.known(
        new BigDecimal(number), Optional.empty(), Optional.empty(), figure.current().currency());
  }

  private static Driver part(String group, String amount) {
    return new Driver.Segment("channel", group, new BigDecimal(amount));
  }

  private static Driver mix(boolean rose) {
    KpiFigure figure = figure("email.ctr");
    return new Driver.Mix(
        new MixEffect(
            figure.kpi(),
            "campaign",
            figure.compared().get(0).base().period(),
            rose,
            Optional.empty(),
            new Delta(Style.POINTS, new BigDecimal("0.005"), Judgement.NEUTRAL),
            new Delta(Style.POINTS, new BigDecimal("-0.014"), Judgement.NEUTRAL)));
  }

  private static List<Moved> kinds() {
    return List.of(
        moved("orders.revenue", Style.PERCENT, "80000", "70000", part("Organic Search", "-9100")),
        moved("web.sessions", Style.PERCENT, "10000", "9800", part("Direct", "-450.5")),
        moved("search.serp-position", Style.PLACES, "11.8", "12.9", null),
        moved("email.ctr", Style.POINTS, "0.044", "0.035", mix(true)),
        moved("email.ctr", Style.POINTS, "0.044", "0.035", mix(false)),
        moved("orders.revenue", Style.ABSOLUTE, "500", "-1500", part("Refunds", "-1900")));
  }

  /** As it is read aloud. */
  private static List<String> said(ReportContent content, String language) {
    return ScorecardText.computed(content, texts(language)).stream()
        .map(SectionText.Finding::said)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Revenue before refunds~−12.5% (−€10,000.00), of which −€9,100.00 in Organic Search.
          en | Sessions~−2.0% (−200); Direct alone −450.5.
          en | Average position in search~−1.1~places.
          en | E-mail click-through rate~−0.9~pp, although every row by campaign is higher: +0.5~pp at the earlier shares of the rows, −1.4~pp by the shift of the shares.
          en | E-mail click-through rate~−0.9~pp, although every row by campaign is lower: +0.5~pp at the earlier shares of the rows, −1.4~pp by the shift of the shares.
          en | Revenue before refunds~−€2,000.00, of which −€1,900.00 in Refunds.
          ru | Выручка до возвратов~−12,5~% (−10~000,00~€), в том числе −9~100,00~€~— Organic Search.
          ru | Сеансы~−2,0~% (−200); одна лишь строка «Direct» дала −450,5.
          ru | Средняя позиция в поиске~−1,1~поз.
          ru | CTR писем~−0,9~п.~п., хотя по кампаниям каждая строка выше: при прежних долях строк +0,5~п.~п., за счёт сдвига долей −1,4~п.~п.
          ru | CTR писем~−0,9~п.~п., хотя по кампаниям каждая строка ниже: при прежних долях строк +0,5~п.~п., за счёт сдвига долей −1,4~п.~п.
          ru | Выручка до возвратов~−2~000,00~€, в том числе −1~900,00~€~— Refunds.
          be | Выручка да вяртанняў~−12,5~% (−10~000,00~€), у тым ліку −9~100,00~€~— Organic Search.
          be | Сеансы~−2,0~% (−200); адзін толькі радок «Direct» даў −450,5.
          be | Сярэдняя пазіцыя ў пошуку~−1,1~паз.
          be | CTR лістоў~−0,9~п.~п., хоць па кампаніях кожны радок вышэйшы: пры ранейшых долях радкоў +0,5~п.~п., за кошт зруху доляў −1,4~п.~п.
          be | CTR лістоў~−0,9~п.~п., хоць па кампаніях кожны радок ніжэйшы: пры ранейшых долях радкоў +0,5~п.~п., за кошт зруху доляў −1,4~п.~п.
          be | Выручка да вяртанняў~−2~000,00~€, у тым ліку −1~900,00~€~— Refunds.
          fi | Liikevaihto ennen palautuksia~−12,5~% (−10~000,00~€), josta Organic Search −9~100,00~€.
          fi | Istunnot~−2,0~% (−200); pelkästään Direct −450,5.
          fi | Keskisijoitus haussa~−1,1~sijaa.
          fi | Sähköpostin klikkausprosentti~−0,9~%‑yks., vaikka kampanjoittain jokainen rivi on korkeampi: rivien entisillä osuuksilla +0,5~%‑yks., osuuksien siirtymästä −1,4~%‑yks.
          fi | Sähköpostin klikkausprosentti~−0,9~%‑yks., vaikka kampanjoittain jokainen rivi on matalampi: rivien entisillä osuuksilla +0,5~%‑yks., osuuksien siirtymästä −1,4~%‑yks.
          fi | Liikevaihto ennen palautuksia~−2~000,00~€, josta Refunds −1~900,00~€.
          """)
  void readsAloudInEachLanguage(String language, String sentence) {
    assertThat(said(FULL.with(new Findings(List.of(), kinds())), language))
        .contains(sentence.replace('~', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | 3 of 6 goals met; missed: Average position in search (12.9, target~≤~10), Revenue before refunds (47%~reached), Bounce rate (GA4) (54.8%, target~≤~40%).
          ru | Выполнено 3 из 6 целей; не выполнено: Средняя позиция в поиске (12,9 при цели~≤~10), Выручка до возвратов (достигнуто~47~%), Показатель отказов (GA4) (54,8~% при цели~≤~40~%).
          be | Выканана 3 з 6 мэт; не выканана: Сярэдняя пазіцыя ў пошуку (12,9 пры мэце~≤~10), Выручка да вяртанняў (дасягнута~47~%), Паказчык адмоў (GA4) (54,8~% пры мэце~≤~40~%).
          fi | Tavoitteista saavutettiin 3/6; saavuttamatta jäi: Keskisijoitus haussa (12,9, tavoite~≤~10), Liikevaihto ennen palautuksia (toteuma~47~%), Poistumisprosentti (GA4) (54,8~%, tavoite~≤~40~%).
          """)
  void countsGoalsAndNamesThoseMissed(String language, String sentence) {
    assertThat(said(WITH_TARGETS, language).get(0)).isEqualTo(sentence.replace('~', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({
    "en,1 goal,2 goals,5 goals,21 goals",
    "ru,1 цели,2 целей,5 целей,21 цели",
    "be,1 мэты,2 мэт,5 мэт,21 мэты",
    "fi,1,2,5,21",
  })
  void countsInTheFormThatANumberTakes(
      String language, String one, String two, String five, String many) {
    Formats formats = Formats.of(Locale.forLanguageTag(language));
    List<String> counted = new ArrayList<>();
    for (int count : new int[] {1, 2, 5, 21}) {
      counted.add(formats.words().plural("goals", count, formats.number(count)));
    }

    assertThat(counted).containsExactly(one, two, five, many);
  }

  @Test
  void aRunningOrPartialFigureIsNoGoalYet() {
    ReportContent ugly = Samples.content(SampleKpis.Case.UGLY, Samples.MINSK, Samples.TARGETS);

    // Sessions lack days, so their target does not count, whatever it would be.
    assertThat(ugly.targets()).containsKey(figure("web.sessions").kpi().id());
    assertThat(said(ugly, "en").get(0)).doesNotContain("Sessions", "Bounce rate");
  }

  @ParameterizedTest
  @EnumSource(
      value = SampleKpis.Case.class,
      names = {"EMPTY", "FIRST_MONTH"})
  void nothingIsShownWhereThereIsNothingToSay(SampleKpis.Case nothing) {
    ReportContent content = Samples.content(nothing, Samples.MINSK, Targets.NONE);
    var renderings = new Renderings(Samples.templates());

    assertThat(ScorecardText.of(content, texts("en")).isEmpty()).isTrue();
    assertThat(page(renderings, content)).doesNotContain("What changed most", ">Goals<");
    assertThat(renderings.email(content, Locale.ENGLISH).text())
        .doesNotContain("What changed most", "goals");
  }

  private static String page(Renderings renderings, ReportContent content) {
    return new String(
        renderings.page(content, Locale.ENGLISH, List.of(), true), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void aNameTurnsNothingAndStaysShort(String language) {
    String name = "\u202eשלום \u2066" + "x".repeat(300) + "\r\n<script>\u0007";
    ReportContent content =
        FULL.with(
            new Findings(
                List.of(),
                List.of(moved("web.sessions", Style.PERCENT, "1000", "980", part(name, "-20")))));

    assertThat(said(content, language).get(0))
        .contains("שלום x", "\u2026")
        .doesNotContainPattern("[\\p{Cntrl}\\u202e\\u2066]")
        .hasSizeLessThan(160);
  }

  @Test
  void isKeptWordedOrLeftOutByItsId() {
    ReportContent content = WITH_TARGETS.with(new Findings(List.of(), kinds().subList(0, 2)));
    Map<String, Treatment> treatments =
        Map.of(
            "goals",
            new Treatment("Three goals of six, as agreed.", "computed"),
            "worse:orders.revenue",
            Treatment.leftOut("computed"));

    ScorecardText said = ScorecardText.of(content.with(words(treatments, "")), texts("en"));

    assertThat(said.rows()).hasSize(2);
    assertThat(said.rows().get(0).said()).containsExactly("Three goals of six, as agreed.");
    assertThat(said.rows().get(1).said()).singleElement().asString().startsWith("Sessions");
    assertThat(ScorecardText.computed(content, texts("en")))
        .extracting(SectionText.Finding::id)
        .containsExactly("goals", "worse:orders.revenue", "worse:web.sessions");
  }

  private static Commentary words(Map<String, Treatment> treatments, String summary) {
    return new Commentary(
        Map.of(
            Commentary.SUMMARY,
            new SectionCommentary(
                new Prose(summary), Prose.NONE, treatments, Map.of(), 1, "maria", Instant.EPOCH)),
        List.of());
  }

  /**
   * Three dots say that a name was cut; no fourth ends the sentence, and no comma stands before.
   */
  @Test
  void aNameThatWasCutEndsItsSentence() {
    String name = "Autumn sale of everything for a hike, and for those at home, too, all of it";
    Moved moved = moved("orders.revenue", Style.PERCENT, "80000", "70000", part(name, "-9100"));

    assertThat(said(FULL.with(new Findings(List.of(), List.of(moved))), "en"))
        .singleElement(as(InstanceOfAssertFactories.STRING))
        .endsWith(" in Autumn sale of everything for a hike, and for those at home\u2026");
  }

  @Test
  void aMailBeginsWithGoalsAndWhatItsFiguresDoNotSay() {
    var renderings = new Renderings(Samples.templates());
    ReportContent content = WITH_TARGETS.with(new Findings(List.of(), kinds().subList(0, 3)));

    EmailBody mail = renderings.email(content, Locale.ENGLISH);

    assertThat(mail.text().replace('\u00a0', ' '))
        .containsSubsequence(
            "3 of 6 goals met; missed:",
            "What changed most compared with September 2026:\n  Worse: Revenue before refunds",
            "The headline figures")
        .doesNotContain("Worse: Sessions", "search −1.1 places.");
    assertThat(mail.html()).contains("of which −€9,100.00 in Organic Search.</p>");
    String summed =
        renderings.email(content.with(words(Map.of(), "October was hard.")), Locale.ENGLISH).text();
    assertThat(summed)
        .containsSubsequence("3 of 6 goals met", "October was hard.")
        .doesNotContain("What changed most");
  }

  @Test
  void whoWroteIsToldThatAnotherPartMovesTheFigureNow() {
    ReportContent then = FULL.with(new Findings(List.of(), kinds().subList(0, 1)));
    ReportContent now =
        FULL.with(
            new Findings(
                List.of(),
                List.of(
                    moved(
                        "orders.revenue",
                        Style.PERCENT,
                        "80000",
                        "70000",
                        part("Organic Search", "-8000")))));
    Map<String, String> seen = Basis.of(then, texts("en"), Commentary.SUMMARY);
    Map<String, String> of = Basis.of(now, texts("en"), Commentary.SUMMARY);

    assertThat(Basis.changes(now, seen, of))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.id().value()).isEqualTo("orders.revenue");
              assertThat(change.detail()).isEqualTo("Organic Search");
              assertThat(change.isCompared()).isFalse();
            });
    // Words of a version that did not tell parts yet.
    Map<String, String> earlier = Basis.of(FULL.with(Findings.NONE), texts("en"), "_summary");
    assertThat(Basis.changes(now, earlier, of)).isEmpty();
  }

  /** Neither what changed nor the goals, in no form of the report. */
  @Test
  void saysNothingInAReportThatWantsNoFindings() {
    ReportContent content = WITH_TARGETS.with(Findings.UNWANTED);

    assertThat(ScorecardText.of(WITH_TARGETS, texts("en")).isEmpty()).isFalse();
    assertThat(ScorecardText.of(content, texts("en")).isEmpty()).isTrue();
    assertThat(ScorecardText.computed(content, texts("en"))).isEmpty();
  }
}
