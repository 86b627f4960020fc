package io.retainer.connector.google;

import java.util.Optional;

/**
 * What is known of a table besides its lines.
 *
 * @param isWithheld whether Google keeps rows back, so that the others are less than the whole
 */
record Origin(Optional<String> currency, boolean isWithheld) {

  /** A download, which says neither. */
  static final Origin DOWNLOAD = new Origin(Optional.empty(), false);
}
