package io.retainer.workspace.pull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was answered about some days.
 *
 * @param ending of the file's name
 * @param isEmpty whether it holds no row
 * @param isCut whether there are more rows than came: fewer days have to be asked for
 * @param isQuotaLow whether it is time to stop asking for an hour
 * @param until the last day that the platform has spoken of; later ones are asked for again
 */
record Answer(
    String ending, boolean isEmpty, boolean isCut, boolean isQuotaLow, Optional<LocalDate> until) {

  static Answer whole(String ending, boolean isEmpty, LocalDate until) {
    return new Answer(ending, isEmpty, false, false, Optional.of(until));
  }
}
