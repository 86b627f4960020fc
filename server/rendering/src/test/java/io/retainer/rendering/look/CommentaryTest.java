package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.target.Targets;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.Written;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.rendering.template.ReportTemplates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write stands in each form of the report, and is never more than text. */
class CommentaryTest {

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);
  private static final Locale BELARUSIAN = Locale.forLanguageTag("be");

  private static ReportContent ugly(String template) {
    return Written.everywhere(
        Samples.content(template, SampleKpis.Case.UGLY, Samples.UGLY, Samples.TARGETS));
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }

  private static String text(byte[] pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    for (List<PageLines.Line> page : PageLines.of(pdf)) {
      page.forEach(line -> text.append(line.text()).append(' '));
    }
    return flat(text.toString());
  }

  static Stream<Arguments> reports() {
    return TEMPLATES.all().stream()
        .filter(template -> !template.definition().onePage())
        .flatMap(
            template ->
                Stream.of("be", "fi").map(language -> Arguments.of(template.id(), language)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void longWordsStandOverNothingAndNoHeadingIsLast(String template, String language)
      throws IOException {
    List<List<PageLines.Line>> pages =
        PageLines.of(RENDERINGS.pdf(ugly(template), Locale.forLanguageTag(language)));
    List<String> seen = new ArrayList<>();
    for (List<PageLines.Line> page : pages) {
      seen.addAll(PageRulesTest.overlaps(page));
      List<PageLines.Line> body = page.stream().filter(PageLines.Line::isInBody).toList();
      assertThat(body).isNotEmpty();
      PageLines.Line last =
          body.stream()
              .max(java.util.Comparator.comparing(line -> line.box().getMaxY()))
              .orElseThrow();
      if (page != pages.get(0) && last.isBold() && last.size() > 10.2) {
        seen.add("a page ends with the heading " + last);
      }
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void everyFormHasTheSameWords() throws IOException {
    ReportContent content =
        Written.everywhere(Samples.content(SampleKpis.Case.FULL, Samples.MINSK, Samples.TARGETS));

    String pdf = text(RENDERINGS.pdf(content, BELARUSIAN));
    String page =
        flat(
            new String(
                RENDERINGS.page(content, BELARUSIAN, List.of(), true), StandardCharsets.UTF_8));
    String cells = flat(String.join(" ", cells(content)));
    EmailBody mail = RENDERINGS.email(content, BELARUSIAN);
    ReportOverview overview = RENDERINGS.overview(content, BELARUSIAN);

    for (String form : List.of(pdf, page, cells)) {
      assertThat(form)
          .contains("Вынікі", "дапамаглі рассылка", "ці пакідаем скідку", "Worded by Maria")
          .contains("Below: ");
    }
    for (String form : List.of(mail.text(), mail.html(), overview.summary())) {
      assertThat(flat(form)).contains("дапамаглі рассылка", "ці пакідаем скідку");
    }
    assertThat(overview.channels().get(0).sentence()).startsWith("Worded by Maria");
    assertThat(overview.channels().get(0).above()).contains("дапамаглі рассылка");
  }

  @Test
  void hostileWordsStayText() throws IOException {
    ReportContent content = ugly("monthly-performance");

    String page =
        new String(RENDERINGS.page(content, BELARUSIAN, List.of(), true), StandardCharsets.UTF_8);
    EmailBody mail = RENDERINGS.email(content, BELARUSIAN);

    assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    assertThat(mail.html()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    for (String form : List.of(page, mail.html(), mail.text())) {
      assertThat(form).doesNotContain("\u202e");
    }
    assertThat(text(RENDERINGS.pdf(content, BELARUSIAN)))
        .contains("<script>alert(1)</script>", "<style isBold=\"true\">");
    try (XSSFWorkbook workbook = open(content)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              assertThat(cell.getCellFormula()).doesNotContain("cmd", "1+1");
            }
          }
        }
      }
    }
  }

  @Test
  void whatTellsHowFarFiguresHoldIsNeverLeftOut() throws IOException {
    ReportContent computed =
        Samples.content("monthly-performance", SampleKpis.Case.UGLY, Samples.UGLY, Targets.NONE);
    Locale english = Locale.ENGLISH;
    List<Remark> fixed =
        computed.sections().stream()
            .flatMap(
                one ->
                    one instanceof Section.Filled filled
                        ? filled.remarks().stream()
                        : Stream.<Remark>empty())
            .filter(Remark::isFixed)
            .toList();
    assertThat(fixed).isNotEmpty();

    List<String> before = remarks(computed, english);
    List<String> after = remarks(Written.everywhere(computed), english);

    assertThat(after).hasSameSizeAs(fixed).isSubsetOf(before);
    assertThat(before).hasSizeGreaterThan(after.size());
  }

  private static List<String> remarks(ReportContent content, Locale locale) {
    return RENDERINGS.overview(content, locale).channels().stream()
        .flatMap(channel -> channel.remarks().stream())
        .toList();
  }

  @Test
  void aReportOfOnePageStaysOnePageWithTheLongestSummaryItTakes() throws IOException {
    ReportContent content =
        Written.summary(
            Samples.content(
                "executive-one-page", SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS),
            "Lokakuu oli hyvä. ".repeat(22) + "\n\n- yksi\n- kaksi");

    assertThat(PageLines.of(RENDERINGS.pdf(content, Locale.forLanguageTag("fi")))).hasSize(1);
  }

  private static XSSFWorkbook open(ReportContent content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content, BELARUSIAN)));
  }

  private static List<String> cells(ReportContent content) throws IOException {
    List<String> cells = new ArrayList<>();
    try (XSSFWorkbook workbook = open(content)) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
              cells.add(cell.getStringCellValue());
            }
          }
        }
      }
    }
    return cells;
  }
}
