package io.retainer.app.deliveries;

import io.retainer.model.mail.Sender;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** A sender as it stands in a mail's header, where a name of any letters is written in ASCII. */
final class SenderHeader {

  private SenderHeader() {}

  static InternetAddress of(Sender sender) {
    try {
      return new InternetAddress(
          sender.address().text(),
          sender.name().isEmpty() ? null : sender.name(),
          StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
  }
}
