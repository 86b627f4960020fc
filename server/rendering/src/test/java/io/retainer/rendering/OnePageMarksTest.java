package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A report on one page says what its marks mean, and explains none that is not there. */
class OnePageMarksTest {

  private static final String TEMPLATE = "executive-one-page";
  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  /** No font has its letters. */
  private static final Client CHEROKEE =
      Samples.client("tsalagi", "ᏣᎳᎩ Oy", "Europe/Helsinki", "fi", "EUR");

  static Stream<Arguments> pages() {
    return Stream.of("en", "ru", "be", "fi")
        .flatMap(
            language ->
                Stream.of(SampleKpis.Case.values())
                    .flatMap(
                        sample ->
                            Stream.of(Samples.HELSINKI, CHEROKEE)
                                .map(client -> Arguments.of(language, sample, client))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void explainsEachMarkThatItShowsAndNoOther(
      String language, SampleKpis.Case sample, Client client) {
    Locale locale = Locale.forLanguageTag(language);
    ReportTexts texts = Samples.templates().named(TEMPLATE).texts(locale);
    ReportContent content = Samples.content(TEMPLATE, sample, client, Samples.TARGETS);

    String page = PdfText.all(RENDERINGS.pdf(content, locale));

    String points = PdfText.flat(texts.formats().words().text("delta.points", "5"));
    Map.of(
            "[0-9%€] \\*",
            "one-page.partial",
            "\u2248",
            "scorecard.estimated",
            "\u2039",
            "notes.spelled.value",
            points.replace("5", "[0-9]"),
            "one-page.points")
        .forEach(
            (mark, key) -> {
              String said = PdfText.flat(texts.text(key));
              boolean isShown = Pattern.compile(mark).matcher(page.replace(said, "")).find();
              assertThat(page.contains(said)).as(mark + " in " + page).isEqualTo(isShown);
            });
  }
}
