package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.Written;
import io.retainer.rendering.look.PageLines.Line;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.TemplateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of pages hold on the paper of America, too. */
class LetterTest {

  private static final double WIDTH = 612;
  private static final double HEIGHT = 792;

  @TempDir private static Path folder;
  private static Renderings renderings;

  @BeforeAll
  static void chooseLetter() throws IOException {
    renderings = new Renderings(with("paper: letter\n"));
  }

  private static ReportTemplates with(String look) throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.writeString(style.resolve("look.yaml"), look);
    return ReportTemplates.open(List.of(Samples.folder(), folder));
  }

  static Stream<Arguments> reports() {
    return Samples.templates().all().stream()
        .flatMap(
            template ->
                Stream.of(
                    Arguments.of(template.id(), "be", SampleKpis.Case.UGLY, false),
                    Arguments.of(template.id(), "fi", SampleKpis.Case.FULL, false),
                    Arguments.of(template.id(), "fi", SampleKpis.Case.UGLY, true)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void pagesAreOfLetterAndKeepTheRules(
      String template, String language, SampleKpis.Case sample, boolean isWritten)
      throws IOException {
    boolean isOnePage = Samples.templates().named(template).definition().onePage();
    ReportContent computed = Samples.content(template, sample, Samples.UGLY, Samples.TARGETS);
    ReportContent content =
        isWritten && !isOnePage
            ? Written.everywhere(computed)
            : isWritten ? Written.summary(computed, "Lokakuu oli hyvä. ".repeat(25)) : computed;
    byte[] pdf = renderings.pdf(content, Locale.forLanguageTag(language));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPages())
          .allMatch(page -> Math.round(page.getMediaBox().getWidth()) == WIDTH)
          .allMatch(page -> Math.round(page.getMediaBox().getHeight()) == HEIGHT);
      assertThat(document.getNumberOfPages() == 1).isEqualTo(isOnePage);
    }
    List<String> seen = new ArrayList<>();
    int number = 0;
    for (List<Line> page : PageLines.of(pdf)) {
      number++;
      seen.addAll(PageRulesTest.overlaps(page));
      for (Line line : page) {
        if (line.box().getMaxX() > WIDTH - 20 || line.box().getMaxY() > HEIGHT - 10) {
          seen.add("page " + number + ": " + line + " stands beyond the edge");
        }
      }
      Line last =
          page.stream()
              .filter(line -> line.box().getMaxY() < HEIGHT - 40)
              .max(Comparator.comparing(line -> line.box().getMaxY()))
              .orElseThrow();
      if (number > 1 && last.isBold() && last.size() > 10.2) {
        seen.add("page " + number + " ends with the heading " + last);
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void aTableThatFitsBelowItsChartStaysThere() throws IOException {
    List<Line> search = page("quarterly-review", SampleKpis.Case.FULL, "en", "Search");

    assertThat(search).anyMatch(line -> line.text().startsWith("Total"));
  }

  @Test
  void aTableStandsBelowAPictureThatBeganAPage() throws IOException {
    List<Line> moved =
        page(
            "monthly-performance",
            SampleKpis.Case.FULL,
            "be",
            "Клікі ў пошуку па запытах: найбольшыя змены");

    assertThat(moved)
        .noneMatch(line -> plain(line).equals("Пошук"))
        .anyMatch(line -> plain(line).equals("Клікі ў пошуку па запытах"));
  }

  @Test
  void noMonthOfATableStandsAloneOnThePageAfterIt() throws IOException {
    List<Line> months = page("retention", SampleKpis.Case.UGLY, "be", "Па месяцах");

    assertThat(months)
        .anyMatch(line -> line.text().startsWith("Кастрычнік"))
        .anyMatch(line -> line.text().startsWith("Сакавік"));
  }

  /** The first page on which a line says just this. */
  private static List<Line> page(
      String template, SampleKpis.Case sample, String language, String text) throws IOException {
    ReportContent content = Samples.content(template, sample, Samples.UGLY, Samples.TARGETS);
    return PageLines.of(renderings.pdf(content, Locale.forLanguageTag(language))).stream()
        .filter(page -> page.stream().anyMatch(line -> plain(line).equals(text)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWorkbookPrintsOnLetterToo() throws IOException {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(
                renderings.xlsx(Samples.full(Samples.HELSINKI), Locale.ENGLISH)))) {
      assertThat(workbook.getSheetAt(0).getPrintSetup().getPaperSizeEnum())
          .isEqualTo(PaperSize.LETTER_PAPER);
    }
  }

  @Test
  void anotherPaperIsNamedWithItsLine() throws IOException {
    try {
      assertThatThrownBy(() -> with("# ours\npaper: folio\n"))
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("style/look.yaml, line 2")
          .hasMessageContaining("a4 or letter; saw \"folio\"");
    } finally {
      with("paper: letter\n");
    }
  }

  /** Where its lines may not end is no matter here. */
  private static String plain(Line line) {
    return line.text().replace('\u00a0', ' ');
  }
}
