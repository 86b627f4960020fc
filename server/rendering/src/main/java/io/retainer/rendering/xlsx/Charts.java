package io.retainer.rendering.xlsx;

import io.retainer.rendering.chart.Ink;
import io.retainer.rendering.chart.StackedColumns;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;

/** Native charts, bound to the cells they show. */
final class Charts {

  private static final byte[] GRID = {(byte) 0xE3, (byte) 0xE8, (byte) 0xEE};
  private static final byte[] PAST = {(byte) 0x98, (byte) 0xA2, (byte) 0xB3};

  private Charts() {}

  /**
   * How numbers beside the axes are written.
   *
   * @param values none where they are written as in their cells
   */
  record Axes(String days, Optional<String> values) {

    private void date(XSSFChart chart, XDDFCategoryAxis axis) {
      axis.setNumberFormat(days);
      unlink(chart.getCTChart().getPlotArea().getCatAxArray(0).getNumFmt());
    }

    private void number(XSSFChart chart, XDDFValueAxis axis) {
      if (values.isPresent()) {
        axis.setNumberFormat(values.get());
        unlink(chart.getCTChart().getPlotArea().getValAxArray(0).getNumFmt());
      }
      XDDFLineProperties line = new XDDFLineProperties(fill(GRID));
      line.setWidth(0.75);
      axis.getOrAddMajorGridProperties().setLineProperties(line);
    }

    /** Otherwise Excel takes the format of the cells, whatever else is said. */
    private static void unlink(CTNumFmt format) {
      format.setSourceLinked(false);
    }
  }

  /** Columns and rows between which a chart stands. */
  record Place(int left, int top, int right, int bottom) {}

  /**
   * @param past whether it is the muted line of a year earlier
   */
  record Series(String name, CellRangeAddress values, boolean past) {}

  static void line(
      Page page,
      Place place,
      String title,
      Axes axes,
      CellRangeAddress categories,
      List<Series> series) {
    XSSFChart chart = chart(page, place, title);
    XDDFCategoryAxis bottom = categories(chart, AxisPosition.BOTTOM);
    axes.date(chart, bottom);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    axes.number(chart, left);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, bottom, left);
    XDDFNumericalDataSource<Double> days =
        XDDFDataSourcesFactory.fromNumericCellRange(page.sheet(), categories);
    for (Series one : series) {
      XDDFLineChartData.Series drawn =
          (XDDFLineChartData.Series)
              data.addSeries(
                  days, XDDFDataSourcesFactory.fromNumericCellRange(page.sheet(), one.values()));
      drawn.setTitle(one.name(), null);
      drawn.setSmooth(false);
      drawn.setMarkerStyle(MarkerStyle.NONE);
      XDDFLineProperties line =
          new XDDFLineProperties(fill(one.past() ? PAST : page.book().palette().bytes(Ink.ACCENT)));
      line.setWidth(one.past() ? 1.25 : 2.25);
      if (one.past()) {
        line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
      }
      drawn.setLineProperties(line);
    }
    finish(chart, data, series.size() > 1);
  }

  static void bars(
      Page page,
      Place place,
      String title,
      Axes axes,
      CellRangeAddress names,
      CellRangeAddress values) {
    XSSFChart chart = chart(page, place, title);
    XDDFCategoryAxis left = categories(chart, AxisPosition.LEFT);
    left.setOrientation(org.apache.poi.xddf.usermodel.chart.AxisOrientation.MAX_MIN);
    XDDFValueAxis bottom = chart.createValueAxis(AxisPosition.BOTTOM);
    bottom.setCrosses(AxisCrosses.MAX);
    axes.number(chart, bottom);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, left, bottom);
    data.setBarDirection(BarDirection.BAR);
    data.setGapWidth(60);
    XDDFCategoryDataSource groups = XDDFDataSourcesFactory.fromStringCellRange(page.sheet(), names);
    XDDFChartData.Series drawn =
        data.addSeries(groups, XDDFDataSourcesFactory.fromNumericCellRange(page.sheet(), values));
    drawn.setTitle(title, null);
    drawn.setFillProperties(fill(page.book().palette().bytes(Ink.ACCENT)));
    finish(chart, data, false);
  }

  /**
   * Columns, each stacked of the same parts, in the shades of the page.
   *
   * @param parts the lowest one first
   */
  static void stacked(
      Page page, Place place, String title, Axes axes, CellRangeAddress days, List<Series> parts) {
    XSSFChart chart = chart(page, place, title);
    XDDFCategoryAxis bottom = categories(chart, AxisPosition.BOTTOM);
    axes.date(chart, bottom);
    XDDFValueAxis left = chart.createValueAxis(AxisPosition.LEFT);
    axes.number(chart, left);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, bottom, left);
    data.setBarDirection(BarDirection.COL);
    data.setBarGrouping(BarGrouping.STACKED);
    data.setGapWidth(60);
    XDDFNumericalDataSource<Double> starts =
        XDDFDataSourcesFactory.fromNumericCellRange(page.sheet(), days);
    for (int part = 0; part < parts.size(); part++) {
      Series one = parts.get(part);
      XDDFChartData.Series drawn =
          data.addSeries(
              starts, XDDFDataSourcesFactory.fromNumericCellRange(page.sheet(), one.values()));
      drawn.setTitle(one.name(), null);
      drawn.setFillProperties(fill(page.book().palette().bytes(StackedColumns.ink(part))));
    }
    finish(chart, data, true);
    overlap(chart.getCTChart().getPlotArea().getBarChartArray(0));
  }

  /** Parts stand on each other. POI's small set of schemas has no type for the number. */
  private static void overlap(CTBarChart bars) {
    try (XmlCursor cursor = bars.addNewOverlap().newCursor()) {
      cursor.toNextToken();
      cursor.insertAttributeWithValue("val", "100");
    }
  }

  private static XSSFChart chart(Page page, Place place, String title) {
    XSSFDrawing drawing = page.sheet().createDrawingPatriarch();
    XSSFClientAnchor anchor =
        drawing.createAnchor(0, 0, 0, 0, place.left(), place.top(), place.right(), place.bottom());
    XSSFChart chart = drawing.createChart(anchor);
    chart.setTitleText(title);
    // Left to itself, the title is in the language of the machine.
    chart
        .getTitle()
        .getBody()
        .getParagraphs()
        .forEach(
            paragraph ->
                paragraph.getTextRuns().forEach(run -> run.setLanguage(page.book().language())));
    chart.setTitleOverlay(false);
    chart.displayBlanksAs(DisplayBlanks.GAP);
    return chart;
  }

  /** Names stand at the edge, where no bar or line below zero runs over them. */
  private static XDDFCategoryAxis categories(XSSFChart chart, AxisPosition position) {
    XDDFCategoryAxis axis = chart.createCategoryAxis(position);
    axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
    return axis;
  }

  private static void finish(XSSFChart chart, XDDFChartData data, boolean legend) {
    data.setVaryColors(false);
    chart.plot(data);
    if (legend) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
  }

  private static XDDFSolidFillProperties fill(byte[] colour) {
    return new XDDFSolidFillProperties(
        colour == null ? XDDFColor.from(PresetColor.GRAY) : XDDFColor.from(colour));
  }
}
