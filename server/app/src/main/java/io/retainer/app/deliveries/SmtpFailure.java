package io.retainer.app.deliveries;

import io.retainer.model.mail.CertificateFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What a failed conversation with a mail server means for the mail. */
final class SmtpFailure {

  private SmtpFailure() {}

  /** What servers say that want a sign-in, another one or a safer one (RFC 4954, section 6). */
  private static final Set<Integer> SIGN_IN = Set.of(530, 534, 535, 538);

  /** What Jakarta Mail says. */
  private static final String NO_STARTTLS = "STARTTLS is required but";

  /**
   * @param unanswered whether the whole mail was handed over and its answer is missing
   */
  static Transport.Outcome outcome(MessagingException failure, boolean unanswered) {
    String words = words(failure);
    int code = code(failure);
    if (failure instanceof AuthenticationFailedException || SIGN_IN.contains(code)) {
      // An operator mends a wrong password, so the mail waits.
      return new Transport.Outcome.NotNow(Said.SIGN_IN.of(words));
    }
    Optional<CertificateFault> certificate = CertificateFault.of(failure);
    if (certificate.isPresent()) {
      return new Transport.Outcome.NotNow(said(certificate.get()).of(words));
    }
    if (words.startsWith(NO_STARTTLS)) {
      return new Transport.Outcome.NotNow(Said.UNPROTECTED.of());
    }
    if (failure instanceof MailConnectException) {
      return new Transport.Outcome.NotNow(Said.UNREACHED.of(words));
    }
    if (unanswered && code == 0) {
      return new Transport.Outcome.Unclear(Said.BROKE_OFF.of(words));
    }
    if (code == 0 && isConnection(failure) && !words.equals(Said.END_OF_STREAM)) {
      return new Transport.Outcome.NotNow(Said.CUT.of(words));
    }
    return code >= 500 && code < 600
        ? new Transport.Outcome.Refused(words)
        : new Transport.Outcome.NotNow(words);
  }

  private static Said said(CertificateFault fault) {
    return switch (fault) {
      case EXPIRED -> Said.EXPIRED_CERTIFICATE;
      case OTHER_NAME -> Said.OTHER_CERTIFICATE;
      case UNKNOWN -> Said.UNKNOWN_CERTIFICATE;
    };
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

  /** Not what a server said, but that there was nobody to say it. */
  private static boolean isConnection(MessagingException failure) {
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static String words(MessagingException failure) {
    String words = String.valueOf(failure.getMessage());
    for (Exception each = failure; each != null; each = next(each)) {
      words = String.valueOf(each.getMessage());
    }
    return line(words);
  }

  /** Jakarta Mail takes each byte of an answer for a letter; servers say UTF-8 (RFC 6531). */
  private static String decoded(String answer) {
    if (answer.chars().anyMatch(sign -> sign > 0xFF)) {
      return answer;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return answer;
    }
  }

  /**
   * What a mail server said, in one line that turns and hides nothing where it is shown, and has
   * nothing that a database does not keep: what became of the mail could not be written down.
   */
  static String line(String answer) {
    return decoded(answer).replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
  }

  private static Exception next(Exception each) {
    return each instanceof MessagingException mail ? mail.getNextException() : null;
  }
}
