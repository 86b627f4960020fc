package io.retainer.app.imap;

import java.time.Duration;

/** How long to wait after a look that failed: longer each time, up to half an hour. */
public final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(30);

  /** Mail servers lock an account that is tried too often. */
  private static final Duration AFTER_A_WRONG_PASSWORD = Duration.ofMinutes(15);

  private Duration next = Duration.ofMinutes(1);

  public Duration after(ImapLook.Problem problem) {
    Duration wait = next;
    next = min(next.multipliedBy(2));
    return problem == ImapLook.Problem.PASSWORD && wait.compareTo(AFTER_A_WRONG_PASSWORD) < 0
        ? AFTER_A_WRONG_PASSWORD
        : wait;
  }

  private static Duration min(Duration wait) {
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  public void restore() {
    next = Duration.ofMinutes(1);
  }
}
