package io.retainer.app.reports;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a run.
 *
 * @param by who did it; empty for the server
 * @param note in the words of whoever did it; for some kinds an id, see there; may be empty
 */
public record RunStep(Kind kind, Optional<String> by, Instant at, String note) {

  /** The steps there are, in the order in which a run takes them. */
  public enum Kind {
    PLANNED,
    COMPUTED,
    /** Somebody of the agency has got a test. The note is their address. */
    TESTED,
    /** Somebody of the agency has got an internal copy. The note is their address. */
    SHOWN,
    /** It could not be rendered. The note says why. */
    FAILED,
    /** There is nothing in it to send: no channel of it has data. */
    EMPTY,
    /** The gates were asked. The note is how many findings they have. */
    CHECKED,
    /** It waits for a person. The note is why, as it is kept; programs get it in words. */
    HELD,
    COMMENTED,
    APPROVED,
    /** Whom it was approved for. The note is who, as the approver saw them. */
    ADDRESSED,
    /** The note is the reason. */
    REJECTED,
    /** Each recipient has a mail on its way. */
    ISSUED,
    /** It did not reach one address and goes to another. The note is both, the old one first. */
    READDRESSED,
    /**
     * Its schedule was removed before all of it had gone out; who did it is empty if it was made
     * just then.
     */
    WITHDRAWN,
    SENT,
    /** A later run was issued in its place. The note is the id of that run. */
    SUPERSEDED,
    /** It has no files any more: it was older than such files are kept. */
    CLEARED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
