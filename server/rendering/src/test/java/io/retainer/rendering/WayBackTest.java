package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.MixEffect;
import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.time.Base;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What an analyst needs to check a figure of the workbook, and finds in it. */
class WayBackTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  private static XSSFWorkbook open(ReportContent content) throws IOException {
    byte[] bytes = RENDERINGS.xlsx(content, Locale.ENGLISH);
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static Cell named(XSSFWorkbook workbook, String name) {
    var reference = new CellReference(workbook.getName(name).getRefersToFormula());
    return workbook
        .getSheet(reference.getSheetName())
        .getRow(reference.getRow())
        .getCell(reference.getCol());
  }

  @Test
  void whatTheReportWasAskedForStandsInNamedCells() throws IOException {
    try (XSSFWorkbook workbook = open(Samples.full(Samples.MINSK))) {
      assertThat(named(workbook, "prm_period_start").getLocalDateTimeCellValue())
          .isEqualTo("2026-10-01T00:00");
      assertThat(named(workbook, "prm_period_end").getLocalDateTimeCellValue())
          .isEqualTo("2026-10-31T00:00");
      assertThat(named(workbook, "prm_previous_start").getLocalDateTimeCellValue())
          .isEqualTo("2026-09-01T00:00");
      assertThat(named(workbook, "prm_last_year_end").getLocalDateTimeCellValue())
          .isEqualTo("2025-10-31T00:00");
      assertThat(named(workbook, "prm_zone").getStringCellValue()).isEqualTo("Europe/Minsk");
      assertThat(named(workbook, "prm_currency").getStringCellValue()).isEqualTo("BYN");
      assertThat(DateUtil.isCellDateFormatted(named(workbook, "prm_issued"))).isTrue();
      assertThat(workbook.getSheet("Parameters").getDataValidations()).isNotEmpty();
    }
  }

  @Test
  void theFirstSheetLeadsToAllOthers() throws IOException {
    try (XSSFWorkbook workbook = open(Samples.withRows(Samples.MINSK, new SampleRows(10)))) {
      List<String> linked = new ArrayList<>();
      workbook
          .getSheetAt(0)
          .getHyperlinkList()
          .forEach(link -> linked.add(new CellReference(link.getLocation()).getSheetName()));
      List<String> others = new ArrayList<>();
      workbook.forEach(sheet -> others.add(sheet.getSheetName()));
      assertThat(linked).isEqualTo(others.subList(1, others.size()));
    }
  }

  @Test
  void aTargetIsAParameterThatTheFiguresReferTo() throws IOException {
    ReportContent content = Samples.content(SampleKpis.Case.FULL, Samples.MINSK, Samples.TARGETS);

    try (XSSFWorkbook workbook = open(content)) {
      Cell target = named(workbook, "prm_target_low_web_sessions");
      assertThat(target.getNumericCellValue()).isEqualTo(12_000);
      target.setCellValue(24_000);
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      List<Double> shares = new ArrayList<>();
      for (Cell cell : workbook.getSheet("KPI").getRow(1)) {
        if (cell.getCellStyle().getDataFormatString().equals("0.0%")) {
          shares.add(cell.getNumericCellValue());
        }
      }
      double sessions = named(workbook, "kpi_web_sessions").getNumericCellValue();
      assertThat(shares).containsExactly(sessions / 24_000);
    }
  }

  @Test
  void aRatioOfAnEarlierPeriodIsAFormulaOverItsParts() throws IOException {
    try (XSSFWorkbook workbook = open(Samples.full(Samples.MINSK))) {
      Row ratio = named(workbook, "kpi_email_ctr").getRow();
      assertThat(ratio.getCell(4).getCellType()).isEqualTo(CellType.FORMULA);
      assertThat(ratio.getCell(4).getCellFormula()).matches("[A-Z]+7/[A-Z]+7");
      assertThat(ratio.getCell(6).getCellType()).isEqualTo(CellType.FORMULA);
    }
  }

  @Test
  void everyFigureLeadsToItsFormulaAndItsFiles() throws IOException {
    ReportContent content = Samples.full(Samples.MINSK);

    try (XSSFWorkbook workbook = open(content)) {
      List<String> found = new ArrayList<>();
      for (Row row : workbook.getSheet("Lineage")) {
        if (row.getRowNum() > 0) {
          found.add(
              row.getCell(0)
                  + " | "
                  + row.getCell(2)
                  + " | "
                  + row.getCell(3)
                  + " | "
                  + row.getCell(9)
                  + " | "
                  + row.getCell(10));
          assertThat(row.getCell(13).getNumericCellValue()).isEqualTo(1234);
        }
      }
      List<String> expected = new ArrayList<>();
      for (KpiFigure figure : content.figures()) {
        for (Coverage.Input input : figure.coverage().inputs()) {
          expected.add(
              figure.kpi().id()
                  + " | "
                  + figure.kpi().formula()
                  + " | "
                  + figure.kpi().version()
                  + " | "
                  + input.fileName()
                  + " | "
                  + input.sha256());
        }
      }
      assertThat(found).containsExactlyElementsOf(expected).hasSizeGreaterThan(20);
    }
  }

  @Test
  void aTotalThatMovedAgainstItsRowsIsExplainedOnItsSheet() throws IOException {
    ReportContent content = withMixEffect(Samples.full(Samples.MINSK));

    try (XSSFWorkbook workbook = open(content)) {
      StringBuilder text = new StringBuilder();
      Sheet website = workbook.getSheet("Website");
      website.forEach(
          row -> {
            if (row.getCell(0) != null && row.getCell(0).getCellType() == CellType.STRING) {
              text.append(row.getCell(0).getStringCellValue()).append(' ');
            }
          });
      assertThat(text.toString().replace('\u00a0', ' '))
          .contains("every row is higher than in September 2026, the total is lower")
          .contains("+2.0 pp");
    }
  }

  private static ReportContent withMixEffect(ReportContent content) {
    List<Section> sections = new ArrayList<>();
    for (Section section : content.sections()) {
      if (section instanceof Section.Filled filled && filled.key().equals("web")) {
        Base base = content.bases().get(0);
        Delta rates =
            new Delta(Delta.Style.POINTS, new BigDecimal("0.02"), Delta.Judgement.NEUTRAL);
        Delta shares =
            new Delta(Delta.Style.POINTS, new BigDecimal("-0.05"), Delta.Judgement.NEUTRAL);
        Remark remark =
            Remark.mix(
                new MixEffect(
                    filled.figures().get(2).kpi(),
                    "channel",
                    base.period(),
                    true,
                    Optional.empty(),
                    rates,
                    shares));
        sections.add(
            new Section.Filled(
                filled.key(),
                filled.figures(),
                filled.trend(),
                filled.breakdowns(),
                filled.history(),
                List.of(remark)));
      } else {
        sections.add(section);
      }
    }
    return Samples.with(content, sections);
  }
}
