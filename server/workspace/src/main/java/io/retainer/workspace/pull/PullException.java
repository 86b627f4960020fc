package io.retainer.workspace.pull;

import java.time.Duration;

/** Why a platform did not answer, for the person who has to mend it, and when to try again. */
public final class PullException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Duration patience;

  private PullException(String message, Duration patience) {
    super(message);
    this.patience = patience;
  }

  /** Somebody has to do something. */
  static PullException lasting(String message) {
    return new PullException(message, DAY);
  }

  /** It passes by itself. */
  static PullException passing(String message) {
    return new PullException(message, HOUR);
  }

  /** It passes by itself, and the platform said when. */
  static PullException passing(String message, Duration patience) {
    return new PullException(message, patience.compareTo(HOUR) < 0 ? HOUR : patience);
  }

  Duration patience() {
    return patience;
  }
}
