package io.retainer.model.imports;

import java.time.Instant;
import java.util.List;

/**
 * That an import was taken back, and what it did to the figures.
 *
 * @param by who did it, as the server or the machine knows them
 * @param rows rows of the import, which are gone
 * @param rowsInForce those of them that counted until then; none when later imports had replaced
 *     them all, and then no figure changes
 * @param rowsReturned earlier rows that count again
 * @param from the imports that these came in with
 */
public record Undoing(
    String batch,
    Instant at,
    String by,
    long rows,
    long rowsInForce,
    long rowsReturned,
    List<String> from) {

  public Undoing {
    from = List.copyOf(from);
  }
}
