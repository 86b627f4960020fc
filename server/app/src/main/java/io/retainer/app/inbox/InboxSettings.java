package io.retainer.app.inbox;

import io.retainer.app.imap.ImapSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * From where exports come by themselves.
 *
 * @param folder whether files may be dropped: {@code retainer.inbox.folder} is {@code on} unless
 *     said
 * @param imap the mailbox; empty when none is set up
 */
public record InboxSettings(boolean folder, Optional<ImapSettings> imap) {

  /**
   * @param setting the value of a setting by its whole name
   * @throws IllegalArgumentException saying which setting cannot be used
   */
  public static InboxSettings of(Function<String, Optional<String>> setting) {
    return new InboxSettings(
        isOn(setting.apply("retainer.inbox.folder").orElse("on")),
        ImapSettings.of("retainer.inbox.imap.", setting));
  }

  private static boolean isOn(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "on", "true", "" -> true;
      case "off", "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "retainer.inbox.folder is \"" + word + "\"; expected on or off");
    };
  }
}
