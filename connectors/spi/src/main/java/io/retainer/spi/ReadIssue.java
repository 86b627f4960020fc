package io.retainer.spi;

/**
 * One problem of a file, for the person who has to mend it.
 *
 * @param line physical line from 1, or 0 when the problem is the file's as a whole
 * @param column the column's heading as it stands in the file, or empty
 * @param saw what stood there
 * @param expected what should stand there
 * @param advice what to do
 */
public record ReadIssue(long line, String column, String saw, String expected, String advice) {

  private static final int LONGEST_SAW = 200;

  public ReadIssue {
    if (saw.length() > LONGEST_SAW) {
      saw = saw.substring(0, LONGEST_SAW) + "…";
    }
  }

  public static ReadIssue ofFile(String saw, String expected, String advice) {
    return new ReadIssue(0, "", saw, expected, advice);
  }
}
