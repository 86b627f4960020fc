package io.retainer.app.inbox;

import io.retainer.warehouse.imports.ReceivedFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Finds the files that a mail brings, however deep they lie in it. */
final class MailParts {

  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 500;

  /** More than a mail's greeting, less than anybody's patience. */
  private static final int LINK_WITHIN = 256 * 1024;

  private final Session session;
  private final OwnCopies copies;
  private final List<ReceivedFile> files = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private boolean hasLink;
  private int parts;

  private MailParts(OwnCopies copies) {
    var properties = new Properties();
    // Names in plain UTF-8, which many programs write.
    properties.put("mail.mime.allowutf8", "true");
    session = Session.getInstance(properties);
    this.copies = copies;
  }

  /**
   * @param leftOut names of parts that are no data, such as pictures
   * @param hasLink whether its text has a link to somewhere
   */
  record Found(List<ReceivedFile> files, List<String> leftOut, boolean hasLink) {}

  /**
   * @throws MessagingException when the mail is damaged
   * @throws IOException when a part of it is
   */
  static Found of(Path mail, OwnCopies copies) throws MessagingException, IOException {
    var parts = new MailParts(copies);
    try (var content = new SharedFileInputStream(mail.toFile())) {
      parts.walk(new MimeMessage(parts.session, content), 0);
    }
    return new Found(List.copyOf(parts.files), List.copyOf(parts.leftOut), parts.hasLink);
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      leftOut.add("parts beyond the " + MOST_PARTS + "th or nested too deeply");
    } else if (part.isMimeType("multipart/*")) {
      // By hand: the usual way asks for content handlers, which the container hides.
      var several = new MimeMultipart(part.getDataHandler().getDataSource());
      for (int i = 0; i < several.getCount(); i++) {
        walk(several.getBodyPart(i), depth + 1);
      }
    } else if (part.isMimeType("message/rfc822")) {
      try (InputStream in = part.getInputStream()) {
        walk(new MimeMessage(session, in), depth + 1);
      }
    } else {
      leaf(part);
    }
  }

  private void leaf(Part part) throws MessagingException, IOException {
    String name = name(part);
    boolean isText = part.isMimeType("text/plain") || part.isMimeType("text/html");
    if (name.isEmpty() && isText && !isAttachment(part)) {
      hasLink |= hasLink(part);
    } else if (isNoData(part)) {
      leftOut.add(name.isEmpty() ? part.getContentType() : name);
    } else {
      try (InputStream in = part.getInputStream()) {
        files.add(copies.of(name.isEmpty() ? unnamed(part) : name, in));
      }
    }
  }

  private static boolean isAttachment(Part part) throws MessagingException {
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
  }

  private static String name(Part part) {
    try {
      String name = Optional.ofNullable(part.getFileName()).orElse("").strip();
      return name.contains("=?") ? MailHead.decoded(name) : name;
    } catch (MessagingException e) {
      return "";
    }
  }

  private static String unnamed(Part part) throws MessagingException {
    String type = part.getContentType().toLowerCase(Locale.ROOT);
    if (type.contains("csv")) {
      return "attachment.csv";
    }
    if (type.contains("zip")) {
      return "attachment.zip";
    }
    return type.contains("excel") || type.contains("spreadsheet")
        ? "attachment.xlsx"
        : "attachment";
  }

  /** Logos, signatures, invitations and printed pages, which mails carry along. */
  private static boolean isNoData(Part part) throws MessagingException {
    for (String type :
        List.of(
            "image/*",
            "audio/*",
            "video/*",
            "font/*",
            "message/*",
            "text/calendar",
            "text/css",
            "text/x-vcard",
            "text/vcard",
            "application/ics",
            "application/pdf",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-encrypted")) {
      if (part.isMimeType(type)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLink(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      String text = new String(in.readNBytes(LINK_WITHIN), StandardCharsets.ISO_8859_1);
      return text.contains("https://") || text.contains("http://");
    }
  }
}
