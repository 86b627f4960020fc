package io.retainer.app.schedules;

import java.util.Optional;

/** Whether a period may be issued when somebody asks for it, given what happened to it before. */
sealed interface Repetition {

  /** It may, as this repetition. */
  record Allowed(int number) implements Repetition {}

  /** It may, once they say that they mean it: recipients have it already. */
  record Doubtful(Occurrence earlier) implements Repetition {}

  /** It is under way. */
  record UnderWay(Occurrence earlier) implements Repetition {}

  /**
   * @param latest what happened to the period last
   * @param anySent whether a mail of it has left
   * @param again whether they said that they mean it
   */
  static Repetition of(Optional<Occurrence> latest, boolean anySent, boolean again) {
    if (latest.isEmpty()) {
      return new Allowed(0);
    }
    Occurrence earlier = latest.get();
    if (!earlier.state().isOver()) {
      return new UnderWay(earlier);
    }
    boolean isOut = earlier.state() == Occurrence.State.SENT || anySent;
    return isOut && !again ? new Doubtful(earlier) : new Allowed(earlier.repetition() + 1);
  }
}
