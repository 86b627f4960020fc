package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTickLblPos;

class XlsxRendererTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  private static XSSFWorkbook open(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static Map<String, Row> kpiRows(XSSFWorkbook workbook) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : workbook.getSheetAt(1)) {
      if (row.getRowNum() > 0) {
        rows.put(row.getCell(0).getStringCellValue(), row);
      }
    }
    return rows;
  }

  /** Below zero bars and lines run where names would stand beside the axis. */
  @Test
  void namesOfAChartStandAtItsEdge() throws IOException {
    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(Samples.full(Samples.MINSK), RUSSIAN))) {
      List<XSSFChart> charts = new ArrayList<>();
      workbook.forEach(
          sheet -> charts.addAll(((XSSFSheet) sheet).createDrawingPatriarch().getCharts()));

      assertThat(charts)
          .isNotEmpty()
          .allSatisfy(
              chart ->
                  assertThat(
                          chart
                              .getCTChart()
                              .getPlotArea()
                              .getCatAxArray(0)
                              .getTickLblPos()
                              .getVal())
                      .isEqualTo(STTickLblPos.LOW));
    }
  }

  @Test
  void aWordInPlaceOfANumberStandsWhereTheNumberWould() throws IOException {
    ReportContent content = Samples.content(SampleKpis.Case.UGLY, Samples.UGLY);

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(content, RUSSIAN))) {
      List<Cell> words = new ArrayList<>();
      for (int i = 2; i < workbook.getNumberOfSheets(); i++) {
        if (workbook.getSheetName(i).equals("Данные")) {
          break;
        }
        workbook.getSheetAt(i).forEach(row -> row.forEach(words::add));
      }
      words.removeIf(cell -> !new DataFormatter().formatCellValue(cell).equals("нет данных"));

      assertThat(words)
          .isNotEmpty()
          .allSatisfy(
              cell ->
                  assertThat(cell.getCellStyle().getAlignment())
                      .as(cell.getSheet().getSheetName() + " " + cell.getAddress())
                      .isEqualTo(HorizontalAlignment.RIGHT));
    }
  }

  /** A client may have changed its currency, or sell in two: no amount borrows that of another. */
  @Test
  void anAmountInAnotherCurrencyThanTheOthersOfItsColumnSaysSo() throws IOException {
    AtomicInteger inDollars = new AtomicInteger();
    ReportContent whole = Samples.full(Samples.MINSK);
    List<Section> sections =
        whole.sections().stream()
            .map(
                section ->
                    section instanceof Section.Filled filled
                        ? withLastInDollars(filled, inDollars)
                        : section)
            .toList();

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(Samples.with(whole, sections), RUSSIAN))) {
      int shown = 0;
      for (int i = 2; !workbook.getSheetName(i).equals("Данные"); i++) {
        for (Row row : workbook.getSheetAt(i)) {
          for (Cell cell : row) {
            shown += cell.getCellStyle().getDataFormatString().contains("[$USD]") ? 1 : 0;
          }
        }
      }
      assertThat(shown).isPositive().isEqualTo(inDollars.get());
    }
  }

  /** As new customers of a quiet month after a quiet month. */
  @Test
  void whatWasZeroAndIsZeroCalculatesToNoChange() throws IOException {
    ReportContent whole = Samples.full(Samples.MINSK);
    List<Section> sections =
        whole.sections().stream()
            .map(
                section ->
                    section instanceof Section.Filled filled
                        ? new Section.Filled(
                            filled.key(),
                            filled.figures().stream().map(XlsxRendererTest::zeroAsBefore).toList(),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            List.of())
                        : section)
            .toList();

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(Samples.with(whole, sections), RUSSIAN))) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      int changes = 0;
      for (Row row : workbook.getSheet("Показатели")) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            CellValue found = evaluator.evaluate(cell);
            assertThat(found.getCellType())
                .as(cell.getAddress() + " " + cell.getCellFormula())
                .isEqualTo(CellType.NUMERIC);
            changes++;
          }
        }
      }
      assertThat(changes).isPositive();
    }
  }

  private static KpiFigure zeroAsBefore(KpiFigure figure) {
    if (figure.kpi().kind() != KpiKind.FLOW) {
      return figure;
    }
    KpiValue zero =
        KpiValue.known(
            BigDecimal.ZERO, Optional.empty(), Optional.empty(), figure.current().currency());
    Delta same = new Delta(Delta.Style.PERCENT, BigDecimal.ZERO, Delta.Judgement.NEUTRAL);
    return new KpiFigure(
        figure.kpi(),
        figure.period(),
        zero,
        figure.compared().stream()
            .map(past -> new Compared(past.base(), zero, zero, Optional.of(same), Optional.empty()))
            .toList(),
        figure.coverage());
  }

  private static Section withLastInDollars(Section.Filled section, AtomicInteger counted) {
    return new Section.Filled(
        section.key(),
        section.figures().stream().map(figure -> withPastInDollars(figure, counted)).toList(),
        section
            .trend()
            .map(
                trend -> {
                  List<Kpis.Point> points = new ArrayList<>(trend.current());
                  Kpis.Point last = points.remove(points.size() - 1);
                  points.add(
                      new Kpis.Point(
                          last.start(), inDollars(List.of(last.value()), counted).get(0)));
                  return new Trend(
                      trend.kpi(), trend.bucket(), trend.unit(), points, trend.lastYear());
                }),
        section.breakdowns().stream()
            .map(
                table -> {
                  Kpis.Breakdown all = table.breakdown();
                  List<Kpis.Group> groups = new ArrayList<>(all.groups());
                  Kpis.Group last = groups.remove(groups.size() - 1);
                  groups.add(new Kpis.Group(last.name(), inDollars(last.values(), counted)));
                  return new BreakdownTable(
                      new Kpis.Breakdown(
                          all.kpis(),
                          all.dimension(),
                          groups,
                          all.other(),
                          all.total(),
                          all.groupCount()),
                      table.withBars());
                })
            .toList(),
        section
            .history()
            .map(
                history -> {
                  List<History.Row> rows = new ArrayList<>(history.rows());
                  History.Row last = rows.remove(rows.size() - 1);
                  rows.add(new History.Row(last.period(), inDollars(last.values(), counted)));
                  return new History(history.kpis(), rows);
                }),
        List.of(),
        section.remarks());
  }

  private static KpiFigure withPastInDollars(KpiFigure figure, AtomicInteger counted) {
    return new KpiFigure(
        figure.kpi(),
        figure.period(),
        figure.current(),
        figure.compared().stream()
            .map(
                past ->
                    new Compared(
                        past.base(),
                        past.now(),
                        inDollars(List.of(past.value()), counted).get(0),
                        past.delta(),
                        past.perDay()))
            .toList(),
        figure.coverage());
  }

  private static List<KpiValue> inDollars(List<KpiValue> values, AtomicInteger counted) {
    return values.stream()
        .map(
            value -> {
              if (value.currency().isEmpty() || value.value().isEmpty()) {
                return value;
              }
              counted.incrementAndGet();
              return new KpiValue(
                  value.status(),
                  value.value(),
                  value.numerator(),
                  value.denominator(),
                  value.base(),
                  Optional.of("USD"),
                  value.reason(),
                  value.table());
            })
        .toList();
  }

  /** Each sheet shows a figure with the decimals it is printed with: 0.04 % and not 0.0 %. */
  @Test
  void aSmallShareAndAChangeThatRoundsToNothingReadAsPrinted() throws IOException {
    ReportContent content = Samples.content(SampleKpis.Case.UGLY, Samples.UGLY);

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(content, Locale.ENGLISH))) {
      Row ctr = kpiRows(workbook).get("email.ctr");
      DataFormatter shown = new DataFormatter(Locale.ROOT);
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();

      assertThat(shown.formatCellValue(ctr.getCell(2), evaluator)).isEqualTo("0.04%");
      // Of a formatter of Java's a format without a sign would get one.
      assertThat(ctr.getCell(5).getCellStyle().getDataFormatString())
          .startsWith("0.00")
          .doesNotContain("+", "-");
    }
  }

  @Test
  void hasTheSheetsOfTheReportInTheReadersLanguage() throws IOException {
    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(Samples.full(Samples.MINSK), RUSSIAN))) {
      assertThat(workbook.sheetIterator())
          .toIterable()
          .extracting(Sheet::getSheetName)
          .containsExactly(
              "Сводка",
              "Показатели",
              "Сайт",
              "Поиск",
              "Социальные сети",
              "Рассылки",
              "Магазин",
              "Клиенты",
              "Данные",
              "Параметры",
              "Словарь",
              "Происхождение",
              "О данных");
    }
  }

  @ParameterizedTest
  @EnumSource(SampleKpis.Case.class)
  void holdsEachFigureAsANumberThatIsTheFigure(SampleKpis.Case sample) throws IOException {
    ReportContent content = Samples.content(sample, Samples.MINSK);

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(content, RUSSIAN))) {
      Map<String, Row> rows = kpiRows(workbook);
      for (KpiFigure figure : content.figures()) {
        Cell cell = rows.get(figure.kpi().id().value()).getCell(2);
        if (figure.current().value().isEmpty()) {
          assertThat(cell).as(figure.kpi().id() + " has no value: an empty cell").isNull();
        } else {
          double value = figure.current().value().get().doubleValue();
          assertThat(cell.getNumericCellValue())
              .isCloseTo(value, within(Math.abs(value) * 1e-9 + 1e-12));
        }
      }
    }
  }

  @Test
  void writesRatiosAsFormulasOverTheirParts() throws IOException {
    ReportContent content = Samples.full(Samples.MINSK);

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(content, RUSSIAN))) {
      Map<String, Row> rows = kpiRows(workbook);
      for (KpiFigure figure : content.figures()) {
        Cell cell = rows.get(figure.kpi().id().value()).getCell(2);
        boolean ratio =
            figure.kpi().kind() == KpiKind.RATIO || figure.kpi().kind() == KpiKind.WMEAN;
        assertThat(cell.getCellType()).isEqualTo(ratio ? CellType.FORMULA : CellType.NUMERIC);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SampleKpis.Case.class)
  void keepsBesideEachFormulaTheValueItHas(SampleKpis.Case sample) throws IOException {
    try (XSSFWorkbook workbook =
        open(RENDERINGS.xlsx(Samples.content(sample, Samples.HELSINKI), RUSSIAN))) {
      FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
      int formulas = 0;
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              double cached = cell.getNumericCellValue();
              CellValue found = evaluator.evaluate(cell);
              assertThat(found.getCellType())
                  .as(sheet.getSheetName() + "!" + cell.getAddress() + " is " + found)
                  .isEqualTo(CellType.NUMERIC);
              double computed = found.getNumberValue();
              assertThat(computed)
                  .as(
                      sheet.getSheetName()
                          + "!"
                          + cell.getAddress()
                          + " = "
                          + cell.getCellFormula())
                  .isCloseTo(cached, within(Math.abs(cached) * 1e-9 + 1e-9));
              formulas++;
            }
          }
        }
      }
      assertThat(formulas).isGreaterThan(sample == SampleKpis.Case.EMPTY ? -1 : 5);
    }
  }

  @Test
  void hasTablesFrozenHeadersNamesAndNativeCharts() throws IOException {
    try (XSSFWorkbook workbook =
        open(RENDERINGS.xlsx(Samples.full(Samples.MINSK), Locale.ENGLISH))) {
      XSSFSheet kpi = workbook.getSheet("KPI");
      assertThat(kpi.getTables()).extracting(XSSFTable::getName).containsExactly("tblKPI");
      assertThat(kpi.getPaneInformation().isFreezePane()).isTrue();
      assertThat(workbook.getSheet("Data").getTables())
          .extracting(XSSFTable::getName)
          .containsExactly("tblData");
      assertThat(workbook.getName("kpi_email_ctr").getRefersToFormula()).startsWith("'KPI'!$C$");
      assertThat(workbook.getSheet("Website").getDrawingPatriarch().getCharts()).hasSize(2);
      assertThat(workbook.getSheet("KPI").getRepeatingRows().formatAsString()).isEqualTo("1:1");
    }
  }

  @Test
  void chartsOfAmountsNameTheCurrencyOnceAndDaysByTheReadersMonths() throws IOException {
    try (XSSFWorkbook workbook =
        open(RENDERINGS.xlsx(Samples.full(Samples.MINSK), Locale.forLanguageTag("be")))) {
      for (XSSFChart chart : workbook.getSheet("Крама").getDrawingPatriarch().getCharts()) {
        assertThat(chart.getTitleText().getString()).startsWith("Выручка").endsWith(", BYN");
        assertThat(chart.getCTChart().getPlotArea().getValAxArray(0).getNumFmt())
            .satisfies(
                format -> assertThat(format.getFormatCode()).doesNotContain("BYN", ".00"),
                format -> assertThat(format.getSourceLinked()).isFalse());
      }
      for (XSSFChart chart : workbook.getSheet("Сайт").getDrawingPatriarch().getCharts()) {
        assertThat(chart.getTitleText().getString()).startsWith("Сеансы").doesNotContain(",");
      }
      assertThat(workbook.getSheet("Сайт").getDrawingPatriarch().getCharts())
          .extracting(chart -> chart.getCTChart().getPlotArea().getCatAxArray(0).getNumFmt())
          .filteredOn(Objects::nonNull)
          .anyMatch(
              format ->
                  format.getFormatCode().equals("[$-423]d\\ mmm") && !format.getSourceLinked());
    }
  }

  @Test
  void drawsAndListsTheMonthsOfAChannelWithoutDaysAndGroups() throws IOException {
    ReportContent content = Samples.content(SampleKpis.Case.MONTHLY, Samples.MINSK);

    try (XSSFWorkbook workbook = open(RENDERINGS.xlsx(content, Locale.ENGLISH))) {
      XSSFSheet customers = workbook.getSheet("Customers");
      assertThat(customers.getDrawingPatriarch().getCharts()).hasSize(1);
      Row latest = customers.getRow(3);
      while (!latest.getCell(0).getStringCellValue().equals("By month")) {
        latest = next(customers, latest);
      }
      latest = next(customers, latest);
      assertThat(latest.getCell(0).getStringCellValue()).isEqualTo("October\u00a02026");
      assertThat(latest.getCell(1).getNumericCellValue())
          .isEqualTo(customers.getRow(4).getCell(1).getNumericCellValue());
    }
  }

  private static Row next(Sheet sheet, Row row) {
    int next = row.getRowNum() + 1;
    while (sheet.getRow(next) == null) {
      next++;
    }
    return sheet.getRow(next);
  }

  @Test
  void writesDatesAsDates() throws IOException {
    try (XSSFWorkbook workbook =
        open(RENDERINGS.xlsx(Samples.full(Samples.MINSK), Locale.ENGLISH))) {
      Cell date = workbook.getSheet("Data").getRow(1).getCell(6);

      assertThat(DateUtil.isCellDateFormatted(date)).isTrue();
      assertThat(date.getLocalDateTimeCellValue().toLocalDate()).hasToString("2025-10-01");
    }
  }

  @Test
  void neverTurnsANameIntoAFormula() throws IOException {
    try (XSSFWorkbook workbook =
        open(
            RENDERINGS.xlsx(Samples.content(SampleKpis.Case.UGLY, Samples.UGLY), Locale.ENGLISH))) {
      int found = 0;
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING
                && cell.getStringCellValue().startsWith("=HYPERLINK")) {
              assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
              found++;
            }
          }
        }
      }
      assertThat(found).isPositive();
    }
  }

  @Test
  void givesTheSameBytesForTheSameContent() {
    byte[] first = RENDERINGS.xlsx(Samples.full(Samples.HELSINKI), RUSSIAN);
    byte[] second =
        new Renderings(Samples.templates()).xlsx(Samples.full(Samples.HELSINKI), RUSSIAN);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void carriesTheReportsOwnDate() throws IOException {
    try (XSSFWorkbook workbook =
        open(RENDERINGS.xlsx(Samples.full(Samples.MINSK), Locale.ENGLISH))) {
      var properties = workbook.getProperties().getCoreProperties();

      assertThat(properties.getCreated().toInstant()).isEqualTo("2026-11-03T06:15:00Z");
      assertThat(properties.getTitle())
          .isEqualTo("Monthly performance report – Кавярня «Ў цэнтры»");
    }
  }

  @ParameterizedTest
  @EnumSource(SampleKpis.Case.class)
  void hasRoomForEveryNumberAndEveryLineOfText(SampleKpis.Case sample) throws IOException {
    for (Client client : List.of(Samples.MINSK, Samples.HELSINKI)) {
      var formatter = new DataFormatter(Locale.ROOT);
      try (XSSFWorkbook workbook =
          open(RENDERINGS.xlsx(Samples.content(sample, client), client.locale()))) {
        for (Sheet sheet : workbook) {
          for (Row row : sheet) {
            for (Cell cell : row) {
              int room = sheet.getColumnWidth(cell.getColumnIndex()) / 256;
              if (cell.getCellType() == CellType.NUMERIC) {
                assertThat(formatter.formatCellValue(cell).length())
                    .as(sheet.getSheetName() + " " + cell.getAddress())
                    .isLessThan(room);
              } else if (cell.getCellType() == CellType.STRING
                  && cell.getCellStyle().getWrapText()) {
                int lines = (cell.getStringCellValue().length() + room - 1) / room;
                assertThat(row.getHeightInPoints())
                    .as(sheet.getSheetName() + " " + cell.getAddress())
                    .isGreaterThanOrEqualTo(15f * lines - 1);
              }
            }
          }
        }
      }
    }
  }
}
