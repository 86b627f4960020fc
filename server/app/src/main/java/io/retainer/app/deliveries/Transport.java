package io.retainer.app.deliveries;

import io.retainer.model.mail.MailAddress;
import java.time.Duration;
import java.util.Optional;

/** A way for reports to leave: a mail server, a folder, a chat. */
public interface Transport {

  /** Follows the recipient in what is said of a mail that waits because somebody wants it to. */
  String PAUSED = " is paused.";

  /** What of a report is handed over. */
  enum Wants {
    /** The words, and the files that fit. */
    MAIL,
    /** All files. */
    FILES,
    /** A link to them. */
    LINK
  }

  default Wants wants(MailAddress to) {
    return Wants.MAIL;
  }

  /**
   * Why everything for somebody waits, until somebody lets it leave: the address and {@link
   * #PAUSED}; empty usually.
   */
  default Optional<String> pause(MailAddress to) {
    return Optional.empty();
  }

  /**
   * Whether the other side knows again what it has got already, so that what may have arrived is
   * handed over once more without harm. A mailbox does not.
   */
  default boolean recognisesRepeats(MailAddress to) {
    return false;
  }

  /**
   * @param leaving is run before the mail can have arrived; a mail for which it was not run has not
   */
  Outcome send(Letter letter, Runnable leaving);

  /** What became of a mail. */
  sealed interface Outcome {

    /** What the other side said. */
    String answer();

    /** What a monitor calls it. */
    default String word() {
      return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    /** It took the mail over. */
    record Taken(String answer) implements Outcome {}

    /**
     * It may take it later.
     *
     * @param asked how long it wants to be left alone; zero where it says nothing of that
     */
    record NotNow(String answer, Duration asked) implements Outcome {

      public NotNow(String answer) {
        this(answer, Duration.ZERO);
      }
    }

    /** It got the whole mail and did not say whether it took it. */
    record Unclear(String answer) implements Outcome {}

    /** It will never take it. */
    record Refused(String answer) implements Outcome {}
  }
}
