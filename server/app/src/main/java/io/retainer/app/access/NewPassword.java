package io.retainer.app.access;

import io.retainer.model.client.Client;
import java.util.Locale;

/** What a new account's name and password must be. */
final class NewPassword {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private NewPassword() {}

  /** Nobody bears a name that looks like another one's by what is not seen of it. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 200
        && name.chars().noneMatch(Character::isISOControl)
        && Client.visible(name).equals(name);
  }

  /**
   * @return key of the text that says what to correct, empty when all is well
   */
  static String problem(String name, String password, String repeated) {
    if (!isName(name)) {
      return "account.name-needed";
    }
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return "account.password-length";
    }
    if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
      return "account.password-has-name";
    }
    if (!password.equals(repeated)) {
      return "account.password-differs";
    }
    return EasyPassword.problem(name, password);
  }
}
