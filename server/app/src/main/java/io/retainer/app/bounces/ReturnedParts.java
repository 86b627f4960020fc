package io.retainer.app.bounces;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The parts of a mail that tell of another: the form, the words, and what is left of our mail. */
final class ReturnedParts {

  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 50;
  private static final int LONGEST_PART = 256 * 1024;

  private byte[] form = new byte[0];
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder ours = new StringBuilder();
  private String report = "";
  private int parts;

  private ReturnedParts() {}

  static ReturnedParts of(Part mail) throws MessagingException, IOException {
    var parts = new ReturnedParts();
    parts.walk(mail, 0);
    return parts;
  }

  /** The form of RFC 3464; empty without one. */
  byte[] form() {
    return form;
  }

  /** What a person would read. */
  String words() {
    return words.toString();
  }

  /** The beginning of the mail that came back, its headers at least. */
  String ours() {
    return ours.toString();
  }

  /** What kind of report it calls itself, like {@code delivery-status}; may be empty. */
  String report() {
    return report;
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      return;
    }
    if (part.isMimeType("multipart/*")) {
      if (part.isMimeType("multipart/report") && report.isEmpty()) {
        report = parameter(part, "report-type");
      }
      // By hand: the usual way asks for content handlers, which the container hides.
      var several = new MimeMultipart(part.getDataHandler().getDataSource());
      for (int i = 0; i < several.getCount(); i++) {
        walk(several.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/delivery-status")
        || part.isMimeType("message/global-delivery-status")) {
      form = form.length == 0 ? bytes(part) : form;
    } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
      ours.append(new String(bytes(part), StandardCharsets.ISO_8859_1)).append('\n');
    } else if (part.isMimeType("text/html")) {
      words.append(text(part).replaceAll("(?s)<style.*?</style>|<[^>]{0,500}>", " ")).append('\n');
    } else if (part.isMimeType("text/*")) {
      words.append(text(part)).append("\n\n");
    }
  }

  private static String parameter(Part part, String name) throws MessagingException {
    String value = new ContentType(part.getContentType()).getParameter(name);
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return in.readNBytes(LONGEST_PART);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    byte[] bytes = bytes(part);
    try {
      String charset = new ContentType(part.getContentType()).getParameter("charset");
      return new String(bytes, charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
    } catch (MessagingException | IllegalArgumentException e) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
