package io.retainer.rendering.chart;

/** Text that has to end before something else begins. */
final class FittedText {

  private FittedText() {}

  /** As much of the text as fits, with an ellipsis where it is cut. */
  static String within(Canvas canvas, String text, double size, double width) {
    if (canvas.widthOf(text, size) <= width) {
      return text;
    }
    int end = text.codePointCount(0, text.length());
    while (end > 1) {
      end--;
      String cut = text.substring(0, text.offsetByCodePoints(0, end)).strip() + "\u2026";
      if (canvas.widthOf(cut, size) <= width) {
        return cut;
      }
    }
    return "\u2026";
  }

  /** A size, not above the wanted one, at which the whole text fits. */
  static double sizeWithin(Canvas canvas, String text, double wanted, double width) {
    double needed = canvas.widthOf(text, wanted);
    return needed <= width ? wanted : wanted * width / needed;
  }
}
