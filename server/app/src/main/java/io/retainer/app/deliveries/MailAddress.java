package io.retainer.app.deliveries;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** A recipient's address, {@code anna@example.org}: nothing before, behind or beside it. */
public record MailAddress(String text) {

  private static final int LONGEST = 254;
  private static final String PLAIN =
      "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";

  public MailAddress {
    if (text.length() > LONGEST || !text.matches(PLAIN) || !isValid(text)) {
      throw new IllegalArgumentException(
          "\""
              + text.replaceAll("\\p{Cntrl}", "?")
              + "\" is no e-mail address; write one like anna@example.org");
    }
  }

  private static boolean isValid(String text) {
    try {
      new InternetAddress(text, true).validate();
      return true;
    } catch (AddressException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
