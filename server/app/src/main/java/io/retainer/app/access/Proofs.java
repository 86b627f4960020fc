package io.retainer.app.access;

import io.retainer.app.shell.Account;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether somebody is who they say, once more: by password or by a code. Whoever guesses has the
 * same tries here and at the sign-in. One at a time, so that many guesses at once are counted like
 * one after the other.
 */
public final class Proofs {

  /** What is longer, or nothing, is nobody's and not counted as a guess. */
  private static final int LONGEST = 1_000;

  private final Accounts accounts;
  private final SecondSteps steps;
  private final Throttle throttle;

  public Proofs(Accounts accounts, SecondSteps steps, Throttle throttle) {
    this.accounts = accounts;
    this.steps = steps;
    this.throttle = throttle;
  }

  /**
   * @return key of the text that says what is wrong, empty when it is right
   */
  synchronized String password(Account account, String password) {
    if (password.isEmpty() || password.length() > LONGEST) {
      return "account.current-wrong";
    }
    if (throttle.waitWithin(account.name()).isPresent()) {
      return "sign-in.wait-a-little";
    }
    if (accounts.signIn(account.name(), password).isEmpty()) {
      throttle.failedWithin(account.name());
      return "account.current-wrong";
    }
    throttle.succeededWithin(account.name());
    return "";
  }

  /** How long somebody has to wait after failures. */
  synchronized Optional<Duration> wait(Account account) {
    return throttle.waitWithin(account.name());
  }

  /**
   * @return key of the text that says what is wrong, empty when it is right
   */
  synchronized String code(Account account, String code) {
    if (code.isBlank() || code.length() > LONGEST) {
      return "second-step.wrong";
    }
    if (throttle.waitWithin(account.name()).isPresent()) {
      return "sign-in.wait-a-little";
    }
    return switch (steps.answer(account, code)) {
      case RIGHT -> {
        throttle.succeededWithin(account.name());
        yield "";
      }
      case WRONG -> {
        throttle.failedWithin(account.name());
        yield "second-step.wrong";
      }
      case UNREADABLE -> "second-step.lost";
    };
  }
}
