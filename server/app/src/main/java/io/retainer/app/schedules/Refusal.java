package io.retainer.app.schedules;

/** What somebody asked of a schedule is not done; the message says why and what to do. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of no it is. */
  enum Kind {
    MISSING,
    /** Recipients have the period already. */
    OUT,
    /** The period is under way. */
    UNDER_WAY,
    /** It is not what was looked at any more. */
    CHANGED,
    IMPOSSIBLE
  }

  private final Kind kind;

  Refusal(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  static Refusal missing(String schedule) {
    return new Refusal(Kind.MISSING, "There is no schedule " + schedule + ".");
  }

  Kind kind() {
    return kind;
  }
}
