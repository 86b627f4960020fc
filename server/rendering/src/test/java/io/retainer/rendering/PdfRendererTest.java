package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PdfRendererTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  static Stream<Arguments> everyCaseInEveryLanguage() {
    return Stream.of(SampleKpis.Case.values())
        .flatMap(
            sample ->
                Stream.of("en", "ru", "be", "fi").map(language -> Arguments.of(sample, language)));
  }

  private static Client clientOf(SampleKpis.Case sample) {
    return sample == SampleKpis.Case.UGLY ? Samples.UGLY : Samples.MINSK;
  }

  @ParameterizedTest
  @MethodSource("everyCaseInEveryLanguage")
  void hasNoBlankPageAndNothingOutsideAPage(SampleKpis.Case sample, String language)
      throws IOException {
    byte[] pdf =
        RENDERINGS.pdf(Samples.content(sample, clientOf(sample)), Locale.forLanguageTag(language));

    List<String> pages = PdfText.pages(pdf);
    assertThat(pages).hasSizeBetween(3, 14);
    // The running head and foot alone are about 120 characters.
    assertThat(pages).allSatisfy(page -> assertThat(page.length()).isGreaterThan(170));
    assertThat(PdfText.outside(pdf)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyCaseInEveryLanguage")
  void letsEveryFigureBeSelectedAsTheReaderWritesIt(SampleKpis.Case sample, String language) {
    Locale locale = Locale.forLanguageTag(language);
    ReportContent content = Samples.content(sample, clientOf(sample));

    String text = PdfText.all(RENDERINGS.pdf(content, locale));

    ReportTexts texts = Samples.templates().named("monthly-performance").texts(locale);
    for (KpiFigure figure : content.figures()) {
      assertThat(text)
          .contains(PdfText.flat(texts.formats().value(figure.current(), figure.kpi().unit())));
    }
    assertThat(text).contains(PdfText.flat(texts.formats().periodTitle(content.period())));
  }

  @Test
  void embedsItsFontsAndNamesTitleAuthorLanguageAndBookmarks() throws IOException {
    byte[] pdf = RENDERINGS.pdf(Samples.full(Samples.MINSK), Locale.forLanguageTag("be"));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("RetainerSans");
        }
      }
      assertThat(PdfText.flat(document.getDocumentInformation().getTitle()))
          .isEqualTo("Справаздача аб выніках за месяц — Кавярня «Ў цэнтры» — кастрычнік 2026");
      assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Agentura Sever");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("be");
      List<String> bookmarks = new ArrayList<>();
      document
          .getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> bookmarks.add(item.getTitle()));
      assertThat(bookmarks)
          .contains("Галоўныя паказчыкі", "Сайт", "Пошук", "Слоўнік паказчыкаў", "Пра даныя");
    }
  }

  @Test
  void givesTheSameBytesForTheSameContent() {
    byte[] first = RENDERINGS.pdf(Samples.full(Samples.HELSINKI), Locale.forLanguageTag("fi"));
    byte[] second =
        new Renderings(Samples.templates())
            .pdf(Samples.full(Samples.HELSINKI), Locale.forLanguageTag("fi"));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void saysInASentenceWhyAChannelIsEmpty() {
    ReportContent content = Samples.content(SampleKpis.Case.EMPTY, Samples.MINSK);

    assertThat(PdfText.all(RENDERINGS.pdf(content, Locale.forLanguageTag("be"))))
        .contains("Даныя гэтага канала яшчэ не загружаны.")
        .contains("Крама");
  }

  @Test
  void marksFiguresThatRestOnAPartOfThePeriod() {
    ReportContent content = Samples.content(SampleKpis.Case.UGLY, Samples.UGLY);

    assertThat(PdfText.all(RENDERINGS.pdf(content, Locale.ENGLISH)))
        .contains("12,309 *")
        .contains("Days without data: 5–7 October 2026, 19 October 2026.");
  }

  @Test
  void endsASentenceOnceWhereADateEndsWithAPeriod() {
    ReportContent content = Samples.content(SampleKpis.Case.UGLY, Samples.UGLY);

    assertThat(PdfText.all(RENDERINGS.pdf(content, Locale.forLanguageTag("ru"))))
        .contains("отсутствуют: 5–7 октября 2026 г., 19 октября 2026 г. Источник")
        .doesNotContain("\u2007");
  }

  @Test
  void keepsChartTextSelectable() {
    assertThat(
            PdfText.all(
                RENDERINGS.pdf(Samples.full(Samples.HELSINKI), Locale.forLanguageTag("ru"))))
        .contains("29 окт.");
  }

  @Test
  void showsMonthsWhereASourceTellsNoDays() {
    ReportContent content = Samples.content(SampleKpis.Case.MONTHLY, Samples.HELSINKI);

    assertThat(PdfText.all(RENDERINGS.pdf(content, Locale.forLanguageTag("fi"))))
        .contains("Kuukausittain")
        .contains("Lokakuu 2026")
        .contains("Loka 2025 – loka 2026");
  }

  @Test
  void numbersItsPages() {
    List<String> pages = PdfText.pages(RENDERINGS.pdf(Samples.full(Samples.MINSK), Locale.ENGLISH));

    for (int i = 1; i < pages.size(); i++) {
      assertThat(pages.get(i)).contains("Page " + (i + 1) + " of " + pages.size());
    }
  }
}
