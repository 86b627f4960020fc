package io.retainer.app.reports;

import io.retainer.rendering.mail.MailMark;
import java.util.Optional;

/**
 * What a run was made for.
 *
 * @param schedule its id; empty when somebody just looks
 * @param corrects the issued run that this one puts right
 * @param mark what its mail is marked as, for whoever has the run that it corrects
 */
public record RunOrigin(
    Optional<String> schedule, Optional<String> corrects, Optional<MailMark> mark) {

  /** As long as a reason may be that recipients read. */
  public static final int LONGEST_REASON = 500;

  /** Somebody just looks. */
  public static final RunOrigin NONE =
      new RunOrigin(Optional.empty(), Optional.empty(), Optional.empty());

  public static RunOrigin ofSchedule(String schedule) {
    return new RunOrigin(Optional.of(schedule), Optional.empty(), Optional.empty());
  }

  /**
   * @param reason why, as its recipients read it; may be empty
   */
  public static RunOrigin correction(String schedule, String corrected, String reason) {
    return new RunOrigin(
        Optional.of(schedule),
        Optional.of(corrected),
        Optional.of(new MailMark(MailMark.Kind.CORRECTION, reason)));
  }

  /**
   * The mark for whoever has an earlier report: also where nobody had one when this was made, as
   * one may arrive in between.
   */
  MailMark asCorrection() {
    return mark.orElseGet(() -> new MailMark(MailMark.Kind.CORRECTION, ""));
  }
}
