package io.retainer.workspace.configuration;

import java.util.Locale;

/**
 * Something an operator may set.
 *
 * @param key as in {@code retainer.mail.port}
 * @param usual what holds when it is not set, as people read it
 * @param example a value it may have; a dash for secrets
 * @param meaning in one sentence, with the unit
 */
public record Setting(String key, Form form, String usual, String example, String meaning) {

  /** What it is called in the environment: {@code RETAINER_MAIL_PORT}. */
  public String variable() {
    return variable(key);
  }

  static String variable(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** A password: never shown, and it may stand in a file of its own, {@code <key>-file}. */
  public boolean isSecret() {
    return form.isSecret();
  }
}
