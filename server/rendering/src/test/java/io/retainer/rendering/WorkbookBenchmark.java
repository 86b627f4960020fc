package io.retainer.rendering;

import io.retainer.model.fact.ImportedRows;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceRows;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Unit;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole report with 100,000 × 12 imported rows, beside the same rows and one chart written by the
 * streaming of POI as it comes. It is no part of the build; run it with
 *
 * <pre>{@code
 * ./mvnw -q -pl server/rendering -am test -Dtest=WorkbookBenchmark
 * }</pre>
 */
class WorkbookBenchmark {

  static final int ROWS = 100_000;
  private static final int ROUNDS = 7;
  private static final int WARM_UP = 2;

  private static final List<Column> COLUMNS =
      List.of(
          column("date", ColumnType.DATE, Unit.NONE),
          column("client", ColumnType.TEXT, Unit.NONE),
          column("channel", ColumnType.TEXT, Unit.NONE),
          column("campaign", ColumnType.TEXT, Unit.NONE),
          column("device", ColumnType.TEXT, Unit.NONE),
          column("impressions", ColumnType.INTEGER, Unit.COUNT),
          column("clicks", ColumnType.INTEGER, Unit.COUNT),
          column("sessions", ColumnType.INTEGER, Unit.COUNT),
          column("conversions", ColumnType.INTEGER, Unit.COUNT),
          column("cost", ColumnType.DECIMAL, Unit.MONEY),
          column("revenue", ColumnType.DECIMAL, Unit.MONEY),
          column("ctr", ColumnType.DECIMAL, Unit.NONE));

  @TempDir Path folder;

  private static Column column(String name, ColumnType type, Unit unit) {
    return new Column(name, type, unit, Additivity.DIMENSION, Optional.empty());
  }

  @Test
  void measures() throws IOException {
    PrintStream out = System.out;
    List<Object[]> rows = rows();
    Renderings renderings = new Renderings(Samples.templates());
    ReportContent content =
        Samples.with(
            Samples.full(Samples.MINSK), new SourceRows(List.of(), List.of(imported(rows)), ROWS));
    long[] ours = new long[ROUNDS];
    long[] plain = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = cpu();
      Path mine = folder.resolve("ours.xlsx");
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(mine))) {
        renderings.xlsx(content, Locale.ENGLISH, file);
      }
      long between = cpu();
      Path theirs = folder.resolve("plain.xlsx");
      plain(rows, theirs);
      long end = cpu();
      if (round >= 0) {
        ours[round] = (between - start) / 1_000_000;
        plain[round] = (end - between) / 1_000_000;
      }
      out.printf(
          Locale.ROOT,
          "ours %d ms, %d bytes; plain POI %d ms, %d bytes%n",
          (between - start) / 1_000_000,
          Files.size(mine),
          (end - between) / 1_000_000,
          Files.size(theirs));
    }
    Arrays.sort(ours);
    Arrays.sort(plain);
    long mine = ours[ROUNDS / 2];
    long theirs = plain[ROUNDS / 2];
    out.printf(
        Locale.ROOT,
        "CPU time, medians of %d: ours %d ms, plain POI streaming %d ms, ratio %.2f%n",
        ROUNDS,
        mine,
        theirs,
        (double) mine / theirs);
  }

  /** Of this thread, in which both work: other programs do not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<Object[]> rows() {
    Random random = new Random(8);
    List<Object[]> rows = new ArrayList<>(ROWS);
    for (int i = 0; i < ROWS; i++) {
      long impressions = 1000 + random.nextInt(90_000);
      long clicks = random.nextInt(4000);
      rows.add(
          new Object[] {
            LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
            "Client " + random.nextInt(40),
            "Channel " + random.nextInt(8),
            "Кампания " + random.nextInt(500),
            i % 3 == 0 ? "desktop" : "mobile",
            impressions,
            clicks,
            clicks * 9 / 10,
            (long) random.nextInt(90),
            BigDecimal.valueOf(random.nextInt(900_000), 2),
            BigDecimal.valueOf(random.nextInt(9_000_000), 2),
            BigDecimal.valueOf(clicks * 10_000 / impressions, 4)
          });
    }
    return rows;
  }

  static ImportedRows imported() {
    return imported(rows());
  }

  private static ImportedRows imported(List<Object[]> rows) {
    return new ImportedRows() {
      @Override
      public Dataset dataset() {
        return Datasets.AD_PERFORMANCE;
      }

      @Override
      public Set<String> cut() {
        return Set.of();
      }

      @Override
      public List<Column> columns() {
        return COLUMNS;
      }

      @Override
      public long count() {
        return rows.size();
      }

      @Override
      public void first(long most, Consumer<Object[]> row) {
        rows.stream().limit(most).forEach(row);
      }
    };
  }

  private static void plain(List<Object[]> rows, Path file) throws IOException {
    XSSFWorkbook base = new XSSFWorkbook();
    chart(base);
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(base, 200);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      SXSSFSheet sheet = workbook.createSheet("Data");
      CellStyle[] styles = new CellStyle[COLUMNS.size()];
      Row head = sheet.createRow(0);
      for (int i = 0; i < styles.length; i++) {
        head.createCell(i).setCellValue(COLUMNS.get(i).name());
        styles[i] = workbook.createCellStyle();
        String format = i == 0 ? "yyyy-mm-dd" : i < 5 ? "@" : i < 9 ? "#,##0" : "#,##0.00";
        styles[i].setDataFormat(workbook.createDataFormat().getFormat(format));
      }
      int number = 1;
      for (Object[] row : rows) {
        Row line = sheet.createRow(number++);
        for (int i = 0; i < row.length; i++) {
          Cell cell = line.createCell(i);
          cell.setCellStyle(styles[i]);
          if (row[i] instanceof LocalDate day) {
            cell.setCellValue(day);
          } else if (row[i] instanceof String text) {
            cell.setCellValue(text);
          } else {
            cell.setCellValue(((Number) row[i]).doubleValue());
          }
        }
      }
      sheet.createFreezePane(0, 1);
      sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, styles.length - 1));
      workbook.write(out);
    }
  }

  private static void chart(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("Summary");
    for (int i = 0; i < 8; i++) {
      Row row = sheet.createRow(i);
      row.createCell(0).setCellValue("Channel " + i);
      row.createCell(1).setCellValue(1000.0 * i);
    }
    var drawing = sheet.createDrawingPatriarch();
    XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 3, 1, 10, 18));
    XDDFChartData data =
        chart.createData(
            ChartTypes.BAR,
            chart.createCategoryAxis(AxisPosition.BOTTOM),
            chart.createValueAxis(AxisPosition.LEFT));
    data.addSeries(
        XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(0, 7, 0, 0)),
        XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(0, 7, 1, 1)));
    chart.plot(data);
  }
}
