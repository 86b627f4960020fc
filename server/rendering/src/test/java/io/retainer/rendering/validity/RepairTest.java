package io.retainer.rendering.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.SampleRows;
import io.retainer.rendering.Samples;
import io.retainer.rendering.template.ReportTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Excel says of some files that they have to be repaired, and not why. These are the known reasons
 * (the standard's order of elements, headers that differ from their table, names twice, parts that
 * nobody refers to), looked for in what we write.
 */
class RepairTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  @ParameterizedTest
  @EnumSource(SampleKpis.Case.class)
  void nothingIsThereForExcelToRepair(SampleKpis.Case sample) throws Exception {
    Renderings renderings = new Renderings(Samples.templates());
    for (String language : List.of("en", "ru", "be", "fi")) {
      Client client = sample == SampleKpis.Case.UGLY ? Samples.UGLY : Samples.MINSK;
      byte[] workbook =
          renderings.xlsx(
              Samples.content(sample, client, Samples.TARGETS), Locale.forLanguageTag(language));

      assertThat(problems(workbook)).as(sample + " " + language).isEmpty();
    }
  }

  static Stream<String> templates() {
    return Samples.templates().all().stream().map(ReportTemplate::id);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void inNoTemplate(String template) throws Exception {
    Renderings renderings = new Renderings(Samples.templates());
    for (SampleKpis.Case sample : List.of(SampleKpis.Case.FULL, SampleKpis.Case.UGLY)) {
      byte[] workbook =
          renderings.xlsx(
              Samples.content(template, sample, Samples.UGLY, Samples.TARGETS), RUSSIAN);

      assertThat(problems(workbook)).as(template + " " + sample).isEmpty();
    }
  }

  @Test
  void norAmongTheRowsBehindTheFigures() throws Exception {
    byte[] workbook =
        new Renderings(Samples.templates())
            .xlsx(Samples.withRows(Samples.MINSK, new SampleRows(500)), RUSSIAN);

    assertThat(problems(workbook)).isEmpty();
  }

  @Test
  void aHeaderThatSaysSomethingElseThanItsTableIsSeen() throws Exception {
    byte[] bytes = new Renderings(Samples.templates()).xlsx(Samples.full(Samples.MINSK), RUSSIAN);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(entry.getName()));
        String damaged =
            xml.replace("name=\"Показатель\"", "name=\"КОД\"")
                .replace("displayName=\"tblKPI\"", "displayName=\"prm_period_start\"")
                .replace("</sheetData>", "</sheetData><autoFilter ref=\"A1:C5\"/>");
        out.write(damaged.getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(problems(changed.toByteArray()))
        .anyMatch(problem -> problem.contains("the header of КОД says something else"))
        .anyMatch(problem -> problem.contains("a column twice: КОД"))
        .anyMatch(problem -> problem.contains("name of a table twice: prm_period_start"))
        .anyMatch(problem -> problem.contains("a filter beside its table's"));
  }

  private static List<String> problems(byte[] workbook) throws Exception {
    List<String> problems = new ArrayList<>();
    OpenedParts parts = OpenedParts.of(workbook);
    PackageRules rules = new PackageRules(parts, problems);
    rules.check();
    SheetRules sheets = new SheetRules(parts, problems);
    rules.sheetParts().forEach(sheets::check);
    return problems;
  }
}
