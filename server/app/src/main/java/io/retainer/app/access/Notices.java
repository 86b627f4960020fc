package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;

/** Tells somebody by mail that their way of signing in was changed. */
public interface Notices {

  /** What was changed. */
  enum Change {
    PASSWORD("notice.password"),
    SECOND_STEP_ON("notice.second-step-on"),
    SECOND_STEP_OFF("notice.second-step-off"),
    RECOVERY_CODES("notice.recovery-codes"),
    PROVIDER_ON("notice.provider-on"),
    PROVIDER_OFF("notice.provider-off");

    private final String text;

    Change(String text) {
      this.text = text;
    }

    /** Key of the sentence that says it. */
    public String text() {
      return text;
    }
  }

  /** Returns at once; who has no address for a name is not told. */
  void tell(Account who, Change change, Language language);
}
