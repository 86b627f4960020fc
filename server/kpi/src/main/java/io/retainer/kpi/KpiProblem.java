package io.retainer.kpi;

/**
 * Something wrong in a KPI script, and where.
 *
 * @param file path of the script within its layer, or as given to the check
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1; 0 when the line as a whole is meant
 * @param message what was seen
 * @param advice what to do; may be empty
 */
public record KpiProblem(String file, int line, int column, String message, String advice) {

  /** More than any sentence of ours takes; what goes on is a list that an author wrote. */
  private static final int LONGEST = 1_000;

  public KpiProblem {
    message = shortened(message);
    advice = shortened(advice);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }

  /** A file's name with its signs that a terminal would obey written out. */
  public static String shown(String file) {
    StringBuilder shown = new StringBuilder();
    file.codePoints()
        .forEach(
            sign -> {
              int type = Character.getType(sign);
              boolean isSeen =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR
                      && type != Character.SURROGATE;
              if (isSeen) {
                shown.appendCodePoint(sign);
              } else {
                shown.append("\\u{%x}".formatted(sign));
              }
            });
    return shown.toString();
  }

  /** The same of a file under another name. */
  public KpiProblem in(String other) {
    return new KpiProblem(other, line, column, message, advice);
  }

  /** {@code retention/email.groovy:12:18 unknown word 'summ'; did you mean 'sum'?} */
  @Override
  public String toString() {
    String place =
        shown(file) + (line == 0 ? "" : column == 0 ? ":" + line : ":" + line + ":" + column);
    return place + " " + message + (advice.isEmpty() ? "" : "; " + advice);
  }
}
