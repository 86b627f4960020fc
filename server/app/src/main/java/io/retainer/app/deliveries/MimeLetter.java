package io.retainer.app.deliveries;

import io.retainer.model.client.Client;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.mail.Sender;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.mail.MailLogo;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Date;
import java.util.Optional;

/** A letter in the form mail servers take: the words as text and as HTML, then the files. */
final class MimeLetter extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  /**
   * @throws IOException when a file of the report cannot be read
   */
  MimeLetter(Session session, MailSettings settings, Letter letter)
      throws MessagingException, IOException {
    super(session);
    this.messageId = letter.messageId();
    setFrom(SenderHeader.of(letter.identity().from().orElse(settings.from())));
    Optional<Sender> replyTo = replyTo(settings, letter.identity());
    if (replyTo.isPresent()) {
      setReplyTo(new InternetAddress[] {SenderHeader.of(replyTo.get())});
    }
    setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().text(), true));
    setSubject(oneLine(letter.body().subject()), UTF_8);
    setSentDate(Date.from(letter.date()));
    setHeader("Content-Language", letter.body().locale().toLanguageTag());
    // Holiday notices are not sent in reply (RFC 3834).
    setHeader("Auto-Submitted", "auto-generated");

    var words = new MimeMultipart("alternative");
    words.addBodyPart(words(letter.body().text(), "plain"));
    words.addBodyPart(html(letter.body()));
    var all = new MimeMultipart("mixed");
    all.addBodyPart(part(words));
    for (Letter.Attachment attachment : letter.attachments()) {
      all.addBodyPart(file(attachment));
    }
    setContent(all);
    saveChanges();
  }

  /** Answers to a client's own sender do not go to the usual one's. */
  private static Optional<Sender> replyTo(MailSettings settings, MailIdentity identity) {
    return identity.from().isPresent()
        ? identity.replyTo()
        : identity.replyTo().or(settings::replyTo);
  }

  private static MimeBodyPart words(String text, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, kind);
    return part;
  }

  /** The words and the picture that they show belong together (RFC 2387). */
  private static MimeBodyPart html(EmailBody body) throws MessagingException {
    MimeBodyPart html = words(body.html(), "html");
    if (body.logo().isEmpty()) {
      return html;
    }
    MailLogo logo = body.logo().get();
    var picture = new MimeBodyPart();
    picture.setDataHandler(new DataHandler(new ByteArrayDataSource(logo.png(), "image/png")));
    picture.setContentID("<" + logo.id() + ">");
    picture.setDisposition(Part.INLINE);
    picture.setFileName("logo.png");
    var together = new MimeMultipart("related");
    together.addBodyPart(html);
    together.addBodyPart(picture);
    return part(together);
  }

  private static MimeBodyPart part(MimeMultipart parts) throws MessagingException {
    var part = new MimeBodyPart();
    part.setContent(parts);
    return part;
  }

  private static MimeBodyPart file(Letter.Attachment attachment)
      throws MessagingException, IOException {
    var part = new MimeBodyPart();
    byte[] bytes = Files.readAllBytes(attachment.file());
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, attachment.mediaType())));
    part.setFileName(oneLine(attachment.name()));
    part.setDisposition(Part.ATTACHMENT);
    return part;
  }

  /**
   * A line break in a value would begin a header of the value's own, and what turns the direction
   * would turn what mail programs show beside it.
   */
  private static String oneLine(String text) {
    return Client.visible(text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")).strip();
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
