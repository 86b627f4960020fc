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
   * @param out what of it recipients have, however often it was made since
   * @param again whether they said that they mean it
   */
  static Repetition of(Optional<Occurrence> latest, Optional<Occurrence> out, boolean again) {
    if (latest.isEmpty()) {
      return new Allowed(0);
    }
    Occurrence earlier = latest.get();
    if (!earlier.state().isOver()) {
      return new UnderWay(earlier);
    }
    return out.isPresent() && !again
        ? new Doubtful(out.get())
        : new Allowed(earlier.repetition() + 1);
  }
}
