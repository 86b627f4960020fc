package io.retainer.app.deliveries;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Who mails come from or are answered to: {@code Agency <reports@agency.example>}. */
record Sender(String name, String address) {

  /**
   * @throws IllegalArgumentException when it is no address, saying so
   */
  static Sender parse(String text) {
    try {
      String line = text.replaceAll("\\p{Cntrl}", " ").strip();
      // The parser knows letters beyond ASCII only between quotes.
      int bracket = line.lastIndexOf('<');
      boolean isPlain =
          bracket > 0 && line.substring(0, bracket).matches("[\\p{L}\\p{N}\\p{M} .-]+");
      String address = isPlain ? line.substring(bracket) : line;
      var parsed = new InternetAddress(address, true);
      parsed.validate();
      String name = isPlain ? line.substring(0, bracket).strip() : parsed.getPersonal();
      return new Sender(name == null ? "" : name, new MailAddress(parsed.getAddress()).text());
    } catch (AddressException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\""
              + text.replaceAll("\\p{Cntrl}", "?")
              + "\"; expected an address, like reports@agency.example or"
              + " \"Agency\" <reports@agency.example>",
          e);
    }
  }

  InternetAddress header() {
    try {
      return name.isEmpty()
          ? new InternetAddress(address, null, StandardCharsets.UTF_8.name())
          : new InternetAddress(address, name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
  }

  /** What stands right of the @ in a Message-ID; a machine without a name is nobody's domain. */
  String domain() {
    String domain = address.substring(address.indexOf('@') + 1);
    return domain.contains(".") ? domain : "retainer.invalid";
  }
}
