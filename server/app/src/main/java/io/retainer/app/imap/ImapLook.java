package io.retainer.app.imap;

import io.retainer.model.mail.CertificateFault;
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
public record ImapLook(
    Optional<Instant> at, Optional<Problem> problem, String detail, Optional<Instant> next) {

  /** Why the mailbox could not be looked into. */
  public enum Problem {
    PASSWORD,
    UNREACHABLE,
    EXPIRED_CERTIFICATE,
    OTHER_CERTIFICATE,
    UNKNOWN_CERTIFICATE,
    UNPROTECTED,
    NO_FOLDER,
    BROKEN_OFF;

    static Problem of(CertificateFault fault) {
      return switch (fault) {
        case EXPIRED -> EXPIRED_CERTIFICATE;
        case OTHER_NAME -> OTHER_CERTIFICATE;
        case UNKNOWN -> UNKNOWN_CERTIFICATE;
      };
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static ImapLook none() {
    return new ImapLook(Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  public static ImapLook well(Instant at) {
    return new ImapLook(Optional.of(at), Optional.empty(), "", Optional.empty());
  }

  public static ImapLook failed(Instant at, Problem problem, String detail, Instant next) {
    return new ImapLook(Optional.of(at), Optional.of(problem), detail, Optional.of(next));
  }
}
