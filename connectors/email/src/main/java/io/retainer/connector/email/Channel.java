package io.retainer.connector.email;

import io.retainer.toolkit.Fields;
import java.util.List;
import java.util.Locale;

/**
 * Which campaigns are e-mail. Text messages and push messages are nobody's opens and would lower
 * every rate of e-mails they are added to.
 */
final class Channel {

  private static final List<String> OTHERS =
      List.of("sms", "смс", "mms", "rcs", "push", "пуш", "whatsapp", "viber", "telegram");

  private Channel() {}

  /** A list without channels is one of e-mails. */
  static boolean isEmail(Fields fields) {
    String channel = fields.text("channel");
    return channel == null || OTHERS.stream().noneMatch(channel.toLowerCase(Locale.ROOT)::contains);
  }
}
