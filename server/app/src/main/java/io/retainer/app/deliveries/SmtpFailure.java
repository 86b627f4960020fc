package io.retainer.app.deliveries;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failed conversation with a mail server means for the mail. */
final class SmtpFailure {

  private SmtpFailure() {}

  static Transport.Outcome outcome(MessagingException failure) {
    String words = words(failure);
    if (failure instanceof AuthenticationFailedException) {
      // An operator mends a wrong password, so the mail waits.
      return new Transport.Outcome.NotNow("The mail server refused user or password: " + words);
    }
    int code = code(failure);
    return code >= 500 && code < 600
        ? new Transport.Outcome.Refused(words)
        : new Transport.Outcome.NotNow(words);
  }

  /** The recipient's own code is the innermost one; 0 when the server did not come to an answer. */
  private static int code(MessagingException failure) {
    int code = 0;
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException refused) {
        code = refused.getReturnCode();
      } else if (each instanceof SMTPSenderFailedException refused) {
        code = refused.getReturnCode();
      } else if (each instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
        code = refused.getReturnCode();
      }
    }
    return code;
  }

  private static String words(MessagingException failure) {
    String words = String.valueOf(failure.getMessage());
    for (Exception each = failure; each != null; each = next(each)) {
      words = String.valueOf(each.getMessage());
    }
    return words.replaceAll("\\s+", " ").strip();
  }

  private static Exception next(Exception each) {
    return each instanceof MessagingException mail ? mail.getNextException() : null;
  }
}
