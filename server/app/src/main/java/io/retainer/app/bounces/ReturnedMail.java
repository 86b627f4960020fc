package io.retainer.app.bounces;

import io.retainer.app.bounces.Returned.Fate;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mail that mail servers return, in the form made for it and in the forms they use. */
final class ReturnedMail {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<([^<>@\\s]{1,100}@[^<>@\\s]{1,253})>");
  private static final Pattern COPIED_ID =
      Pattern.compile("(?im)^message-id:\\s*(<[^<>@\\s]{1,100}@[^<>@\\s]{1,253}>)");
  private static final int MOST_IDS = 50;

  private static final List<String> TO =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "To");

  /** In whose name mail servers write. */
  private static final Pattern DAEMON =
      Pattern.compile("(mailer|mail|smtp)?-?daemon|postmaster|microsoftexchange.*|mailmaster");

  private ReturnedMail() {}

  /**
   * @param raw the mail, or its beginning
   * @throws MessagingException when it cannot be made sense of
   */
  static Returned read(byte[] raw) throws MessagingException, IOException {
    var properties = new Properties();
    // It may be cut off, and its names be in plain UTF-8.
    properties.put("mail.mime.multipart.ignoremissingendboundary", "true");
    properties.put("mail.mime.allowutf8", "true");
    var mail = new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(raw));
    ReturnedParts parts = ReturnedParts.of(mail);
    Optional<DeliveryStatus> form = DeliveryStatus.worst(parts.form());
    List<String> copied = copied(parts);
    List<String> ids = copied.isEmpty() ? mentioned(mail, parts) : copied;
    List<String> addresses = addresses(mail);
    if (form.isPresent()) {
      DeliveryStatus status = form.get();
      return new Returned(
          status.fate(),
          status.recipient(),
          true,
          words(status, parts),
          ids,
          !copied.isEmpty(),
          addresses);
    }
    List<String> named = addressesIn(mail, "X-Failed-Recipients");
    boolean isReceipt = !parts.report().isEmpty() && !parts.report().equals("delivery-status");
    Fate fate =
        isReceipt || (named.isEmpty() && !isOfAMailServer(mail))
            ? Fate.OTHER
            : BounceWords.fate(parts.words(), !named.isEmpty());
    return new Returned(
        fate,
        named.stream().findFirst(),
        false,
        BounceWords.said(parts.words()),
        ids,
        !copied.isEmpty(),
        addresses);
  }

  private static String words(DeliveryStatus status, ReturnedParts parts) {
    String said =
        status.diagnostic().isEmpty()
            ? BounceWords.said(parts.words())
            : BounceWords.oneLine(status.diagnostic());
    // A server that does not know why says 5.0.0, and the one it asked says more.
    boolean isVague = status.status().isEmpty() || status.status().endsWith(".0.0");
    return BounceWords.status(said).isPresent() || (isVague && said.matches("(?s)[45]\\d\\d.*"))
        ? said
        : (status.status() + " " + said).strip();
  }

  /** An automatic reply of a person comes under the person's name. */
  private static boolean isOfAMailServer(MimeMessage mail) throws MessagingException {
    List<String> from = addressesIn(mail, "From");
    return from.isEmpty()
        ? "<>".equals(mail.getHeader("Return-Path", null))
        : DAEMON.matcher(from.get(0).replaceFirst("@.*", "")).matches();
  }

  /**
   * The Message-ID in the copy of what came back. An answer to a report mentions the report's too,
   * and when that answer comes back, the report has not.
   */
  private static List<String> copied(ReturnedParts parts) {
    for (String text : List.of(parts.ours(), parts.words())) {
      Matcher id = COPIED_ID.matcher(text);
      if (id.find()) {
        return List.of(id.group(1));
      }
    }
    return List.of();
  }

  private static List<String> mentioned(MimeMessage mail, ReturnedParts parts)
      throws MessagingException {
    Set<String> ids = new LinkedHashSet<>();
    List<String> texts = new ArrayList<>();
    texts.add(parts.ours());
    texts.add(String.valueOf(mail.getHeader("In-Reply-To", " ")));
    texts.add(String.valueOf(mail.getHeader("References", " ")));
    texts.add(parts.words());
    for (String text : texts) {
      Matcher id = MESSAGE_ID.matcher(text);
      while (id.find() && ids.size() < MOST_IDS) {
        ids.add(id.group());
      }
    }
    return List.copyOf(ids);
  }

  private static List<String> addresses(MimeMessage mail) throws MessagingException {
    List<String> addresses = new ArrayList<>();
    for (String header : TO) {
      addresses.addAll(addressesIn(mail, header));
    }
    return addresses.stream().distinct().limit(MOST_IDS).toList();
  }

  private static List<String> addressesIn(MimeMessage mail, String header)
      throws MessagingException {
    List<String> addresses = new ArrayList<>();
    String[] values = mail.getHeader(header);
    for (String value : values == null ? new String[0] : values) {
      try {
        for (InternetAddress address : InternetAddress.parseHeader(value, false)) {
          String text = String.valueOf(address.getAddress()).strip().toLowerCase(Locale.ROOT);
          if (!text.isEmpty() && text.length() <= 320) {
            addresses.add(text);
          }
        }
      } catch (AddressException e) {
        // Whoever wrote it is no sender of ours.
      }
    }
    return addresses;
  }
}
