package io.retainer.rendering.chart;

/** The same drawings as in the PDF, as SVG to be put into a page. */
public final class ChartSvg {

  private ChartSvg() {}

  /**
   * @param title what a screen reader says
   * @param width of the drawing, in the units its texts are measured in
   */
  public static String render(Drawing drawing, String title, double width, double height) {
    SvgCanvas canvas = new SvgCanvas(width, height);
    drawing.draw(canvas);
    return canvas.document(title, "chart");
  }
}
