package io.retainer.app.deliveries;

import io.retainer.workspace.dkim.DkimKey;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.jdkim.exceptions.FailException;
import org.eclipse.angus.mail.util.CRLFOutputStream;

/**
 * Signs mails with the key of their sender's domain (DKIM, RFC 6376). What is signed is what
 * arrives: the header fields people and programs go by, one more From than there is so that none
 * can be added, and all of the body.
 */
final class Signature {

  private static final String HEADER = "DKIM-Signature";

  private static final String TEMPLATE =
      "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s;"
          + " h=From:From:To:Subject:Date:Message-ID:Reply-To:Content-Language:MIME-Version:Content-Type;"
          + " bh=; b=;";

  private Signature() {}

  /**
   * Adds the signature; the mail is not changed any more after that.
   *
   * @throws IOException when the mail cannot be written
   */
  static void put(MimeMessage mail, DkimKey key) throws MessagingException, IOException {
    String template = TEMPLATE.formatted(key.domain(), key.selector());
    var signer = new DKIMSigner(template, key.key());
    try {
      BodyHasher hasher = signer.newBodyHasher(signer.newSignatureRecordTemplate(template));
      try (OutputStream hashed = new CRLFOutputStream(hasher.getOutputStream())) {
        ((MimeMultipart) mail.getContent()).writeTo(hashed);
      }
      String line = signer.sign(new Fields(mail), hasher);
      mail.setHeader(HEADER, line.substring(HEADER.length() + 1).strip());
    } catch (FailException e) {
      throw new MessagingException("The mail cannot be signed: " + e.getMessage(), e);
    }
  }

  /** The header fields of a mail, as it writes them. */
  private record Fields(MimeMessage mail) implements Headers {

    @Override
    public List<String> getFields() {
      try {
        return Collections.list(mail.getAllHeaderLines());
      } catch (MessagingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public List<String> getFields(String name) {
      String begin = name.toLowerCase(Locale.ROOT) + ":";
      return getFields().stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
          .toList();
    }
  }
}
