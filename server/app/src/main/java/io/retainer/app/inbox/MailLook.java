package io.retainer.app.inbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How the last look into the mailbox went.
 *
 * @param at empty before the first look
 * @param problem empty when it went well
 * @param detail in the mail server's or the machine's words
 * @param next when it is tried again; empty for the usual minute
 */
public record MailLook(
    Optional<Instant> at, Optional<Problem> problem, String detail, Optional<Instant> next) {

  /** Why the mailbox could not be looked into. */
  public enum Problem {
    PASSWORD,
    UNREACHABLE,
    NO_FOLDER,
    BROKEN_OFF;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static MailLook none() {
    return new MailLook(Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  static MailLook well(Instant at) {
    return new MailLook(Optional.of(at), Optional.empty(), "", Optional.empty());
  }

  static MailLook failed(Instant at, Problem problem, String detail, Instant next) {
    return new MailLook(Optional.of(at), Optional.of(problem), detail, Optional.of(next));
  }
}
