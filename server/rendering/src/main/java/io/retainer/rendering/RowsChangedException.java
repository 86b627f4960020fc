package io.retainer.rendering;

/** The rows behind a report are no longer those that it was composed over: compose it again. */
public final class RowsChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RowsChangedException(long composed, long found) {
    super(
        "The report was composed over %d rows and there are %d now: an import came between. Make the report again."
            .formatted(composed, found));
  }
}
