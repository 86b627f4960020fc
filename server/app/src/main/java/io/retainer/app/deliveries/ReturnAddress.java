package io.retainer.app.deliveries;

import io.retainer.model.mail.MailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where mail servers send a report back that they cannot deliver: the sender on the envelope, which
 * recipients do not see. With a {@code *} in it each mail has an address of its own, by which it is
 * known however little the server says.
 *
 * @param pattern {@code bounces@agency.example} or {@code bounces+*@agency.example}
 */
public record ReturnAddress(String pattern) {

  private static final Pattern ID = Pattern.compile("<([0-9a-f]{32})@.*>");

  /**
   * @throws IllegalArgumentException when it is no address
   */
  public ReturnAddress {
    if (pattern.indexOf('*') != pattern.lastIndexOf('*')
        || pattern.indexOf('*') > pattern.indexOf('@')) {
      throw new IllegalArgumentException(
          "\"" + pattern + "\" has a * too many; write one like bounces+*@agency.example");
    }
    new MailAddress(pattern.replace("*", "0".repeat(32)));
  }

  /** Whether each mail has one of its own. */
  public boolean isOfEachMail() {
    return pattern.contains("*");
  }

  /** For one mail; its Message-ID is one of ours. */
  String of(String messageId) {
    Matcher id = ID.matcher(messageId);
    return pattern.replace("*", id.matches() ? id.group(1) : "0");
  }

  /**
   * @return what the mail's Message-ID begins with; empty when the address is none of a mail
   */
  public Optional<String> mailOf(String address) {
    if (!isOfEachMail()) {
      return Optional.empty();
    }
    int star = pattern.indexOf('*');
    Pattern mine =
        Pattern.compile(
            Pattern.quote(pattern.substring(0, star).toLowerCase(Locale.ROOT))
                + "([0-9a-f]{32})"
                + Pattern.quote(pattern.substring(star + 1).toLowerCase(Locale.ROOT)));
    Matcher found = mine.matcher(address.toLowerCase(Locale.ROOT));
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
