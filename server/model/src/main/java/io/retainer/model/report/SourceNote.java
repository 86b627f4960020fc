package io.retainer.model.report;

import io.retainer.model.fact.Coverage;
import io.retainer.spi.DateSpan;
import java.time.Instant;
import java.util.List;

/**
 * What the figures of one dataset owe to one account of one source.
 *
 * @param source connector id
 * @param title the platform's own name; the connector id where nobody knows it
 * @param account the account within the source; empty when it has none
 * @param beside whether another account of the source stands beside it
 * @param dataset the canonical dataset its files filled
 * @param files none where the account brought nothing for the period
 * @param missing days of the period that the account lacks
 * @param complete false when the source left rows out
 * @param currencies of its amounts, sorted
 */
public record SourceNote(
    String source,
    String title,
    String account,
    boolean beside,
    String dataset,
    List<InputFile> files,
    Coverage.Extent extent,
    List<DateSpan> missing,
    boolean complete,
    List<String> currencies) {

  public SourceNote {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
    currencies = List.copyOf(currencies);
  }

  /** A file as it was received. */
  public record InputFile(String name, String sha256, Instant importedAt) {

    /** Enough of the hash to find the file by. */
    public String hashPrefix() {
      return sha256.substring(0, Math.min(12, sha256.length()));
    }
  }
}
