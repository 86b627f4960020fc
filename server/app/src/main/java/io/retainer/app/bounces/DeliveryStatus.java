package io.retainer.app.bounces;

import io.retainer.app.bounces.Returned.Fate;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail server says of one recipient in the form made for it: a group of fields of {@code
 * message/delivery-status} (RFC 3464).
 *
 * @param recipient whom the mail was sent to, else whom it was passed on to
 * @param status like {@code 5.1.1}; may be empty
 * @param diagnostic in the server's words; may be empty
 */
record DeliveryStatus(Fate fate, Optional<String> recipient, String status, String diagnostic) {

  private static final int MOST_GROUPS = 100;

  /** The worst of all groups; empty when there is none that says anything. */
  static Optional<DeliveryStatus> worst(byte[] content) throws MessagingException {
    List<DeliveryStatus> groups = groups(content);
    return groups.stream()
        .filter(group -> group.fate() == Fate.FAILED)
        .findFirst()
        .or(() -> groups.stream().filter(group -> group.fate() == Fate.DELAYED).findFirst())
        .or(() -> groups.stream().findFirst());
  }

  private static List<DeliveryStatus> groups(byte[] content) throws MessagingException {
    var in = new ByteArrayInputStream(content);
    List<DeliveryStatus> groups = new ArrayList<>();
    for (int i = 0; i < MOST_GROUPS && in.available() > 0; i++) {
      InternetHeaders fields = new InternetHeaders(in, true);
      // The first group is about the mail; some servers write it and the next as one.
      if (field(fields, "Final-Recipient").isPresent()
          || field(fields, "Original-Recipient").isPresent()) {
        groups.add(of(fields));
      }
    }
    return groups;
  }

  private static DeliveryStatus of(InternetHeaders fields) {
    String status =
        field(fields, "Status")
            .map(text -> text.replaceAll("[^0-9.].*", ""))
            .filter(text -> text.matches("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}"))
            .orElse("");
    String diagnostic =
        field(fields, "Diagnostic-Code")
            .map(text -> text.replaceFirst("(?i)^(smtp|x-[a-z0-9-]+)\\s*;\\s*", ""))
            .orElse("");
    return new DeliveryStatus(
        fate(field(fields, "Action").orElse(""), status),
        field(fields, "Original-Recipient")
            .flatMap(DeliveryStatus::address)
            .or(() -> field(fields, "Final-Recipient").flatMap(DeliveryStatus::address)),
        status,
        diagnostic);
  }

  private static Fate fate(String action, String status) {
    return switch (action.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "")) {
      case "failed" -> Fate.FAILED;
      case "delayed" -> Fate.DELAYED;
      case "" ->
          status.startsWith("5") ? Fate.FAILED : status.startsWith("4") ? Fate.DELAYED : Fate.OTHER;
      default -> Fate.OTHER;
    };
  }

  private static Optional<String> field(InternetHeaders fields, String name) {
    return Optional.ofNullable(fields.getHeader(name, null))
        .map(text -> text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
        .filter(text -> !text.isEmpty());
  }

  /** {@code rfc822; anna@example.org}; some servers put it between angle brackets. */
  private static Optional<String> address(String typed) {
    String text = typed.substring(typed.indexOf(';') + 1).strip().replaceAll("[<>]", "");
    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(each -> each.matches("\\S+@\\S+"));
  }
}
