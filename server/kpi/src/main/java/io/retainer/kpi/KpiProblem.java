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

  /** The same of a file under another name. */
  public KpiProblem in(String other) {
    return new KpiProblem(other, line, column, message, advice);
  }

  /** {@code retention/email.groovy:12:18 unknown word 'summ'; did you mean 'sum'?} */
  @Override
  public String toString() {
    String place =
        line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    return place + " " + message + (advice.isEmpty() ? "" : "; " + advice);
  }
}
