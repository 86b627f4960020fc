package io.retainer.rendering.chart;

import io.retainer.rendering.words.Html;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Draws SVG: classes for the style sheet, plain attributes for whoever has none. */
final class SvgCanvas implements Canvas {

  private final StringBuilder svg;
  private final double width;
  private final double height;
  private final boolean isBold;

  SvgCanvas(double width, double height) {
    this(new StringBuilder(4096), width, height, false);
  }

  private SvgCanvas(StringBuilder svg, double width, double height, boolean isBold) {
    this.svg = svg;
    this.width = width;
    this.height = height;
    this.isBold = isBold;
  }

  /** The finished document. The title is what a screen reader says. */
  String document(String title, String cssClass) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\""
        + cssClass
        + "\" viewBox=\"0 0 "
        + number(width)
        + " "
        + number(height)
        + "\" role=\"img\"><title>"
        + Html.escape(title)
        + "</title>"
        + svg
        + "</svg>";
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    svg.append("<path class=\"fill ")
        .append(ink.cssClass())
        .append("\" fill=\"")
        .append(ink.hex())
        .append("\" d=\"")
        .append(path(shape))
        .append("\"/>");
  }

  @Override
  public void stroke(Shape shape, Ink ink, double strokeWidth, double dash) {
    svg.append("<path class=\"line ")
        .append(ink.cssClass())
        .append("\" fill=\"none\" stroke=\"")
        .append(ink.hex())
        .append("\" stroke-width=\"")
        .append(number(strokeWidth))
        .append("\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    if (dash > 0) {
      svg.append(" stroke-dasharray=\"").append(number(dash)).append("\"");
    }
    svg.append(" d=\"").append(path(shape)).append("\"/>");
  }

  @Override
  public void text(String text, double x, double y, double size, Ink ink, Anchor anchor) {
    svg.append("<text class=\"")
        .append(ink.cssClass())
        .append("\" x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" font-size=\"")
        .append(number(size))
        .append("\" fill=\"")
        .append(ink.hex())
        .append("\" text-anchor=\"")
        .append(anchor.name().toLowerCase(java.util.Locale.ROOT))
        .append(isBold ? "\" font-weight=\"600\">" : "\">")
        .append(Html.escape(text))
        .append("</text>");
  }

  @Override
  public Canvas bold() {
    return new SvgCanvas(svg, width, height, true);
  }

  @Override
  public double widthOf(String text, double size) {
    return (isBold ? Lettering.HOUSE.bold() : Lettering.HOUSE).widthOf(text, size);
  }

  private static String path(Shape shape) {
    StringBuilder path = new StringBuilder();
    double[] c = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      switch (kind) {
        case PathIterator.SEG_MOVETO -> points(path, 'M', c, 2);
        case PathIterator.SEG_LINETO -> points(path, 'L', c, 2);
        case PathIterator.SEG_QUADTO -> points(path, 'Q', c, 4);
        case PathIterator.SEG_CUBICTO -> points(path, 'C', c, 6);
        default -> path.append('Z');
      }
    }
    return path.toString();
  }

  private static void points(StringBuilder path, char letter, double[] coordinates, int count) {
    path.append(letter);
    for (int i = 0; i < count; i++) {
      path.append(i == 0 ? "" : " ").append(number(coordinates[i]));
    }
  }

  private static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
