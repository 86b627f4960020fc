package io.retainer.app.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the headers of a mail say.
 *
 * @param sender its one author, in small letters; empty when it has none or several
 * @param recipients every address it was sent or delivered to, in small letters
 * @param messageId empty when it has none
 * @param proof the topmost Authentication-Results of each server
 */
record MailHead(
    String sender,
    List<String> recipients,
    String subject,
    String messageId,
    List<AuthenticationResults> proof) {

  private static final int LONGEST_SUBJECT = 300;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_ID = 1000;
  private static final int MOST_RECIPIENTS = 7;

  private static final List<String> TO =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc");

  /** The headers that are read. */
  static final List<String> NAMES =
      Stream.concat(
              TO.stream(), Stream.of("From", "Subject", "Message-ID", "Authentication-Results"))
          .toList();

  static MailHead of(MimeMessage mail) throws MessagingException {
    List<String> from = addresses(mail, "From");
    List<String> to = new ArrayList<>();
    for (String header : TO) {
      to.addAll(addresses(mail, header));
    }
    String[] results = mail.getHeader("Authentication-Results");
    return new MailHead(
        from.size() == 1 ? from.get(0) : "",
        to.stream().distinct().limit(MOST_RECIPIENTS).toList(),
        subject(mail),
        id(mail),
        results == null
            ? List.of()
            : List.of(results).stream().map(AuthenticationResults::parse).toList());
  }

  private static List<String> addresses(MimeMessage mail, String header) throws MessagingException {
    List<String> addresses = new ArrayList<>();
    String[] values = mail.getHeader(header);
    for (String value : values == null ? new String[0] : values) {
      try {
        for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
          String text = String.valueOf(address.getAddress()).strip().toLowerCase(Locale.ROOT);
          addresses.add(text.length() > LONGEST_ADDRESS || text.matches(".*\\s.*") ? "" : text);
        }
      } catch (AddressException e) {
        addresses.add("");
      }
    }
    return addresses;
  }

  private static String subject(MimeMessage mail) throws MessagingException {
    String raw = Optional.ofNullable(mail.getHeader("Subject", " ")).orElse("");
    String plain = decoded(MimeUtility.unfold(raw)).replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return plain.substring(0, Math.min(LONGEST_SUBJECT, plain.length()));
  }

  /** A charset that nobody knows leaves the words as they are. */
  static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return text;
    }
  }

  private static String id(MimeMessage mail) throws MessagingException {
    String id = Optional.ofNullable(mail.getHeader("Message-ID", null)).orElse("").strip();
    return id.length() > LONGEST_ID ? "" : id;
  }

  /**
   * Whether the given server says that the sender is who it claims to be. Only its topmost word
   * counts: what stands below may have come with the mail.
   */
  boolean isProvedBy(String server) {
    String domain = sender.substring(sender.lastIndexOf('@') + 1);
    return proof.stream()
        .filter(results -> results.isOf(server))
        .findFirst()
        .filter(results -> results.prove(domain))
        .isPresent();
  }
}
