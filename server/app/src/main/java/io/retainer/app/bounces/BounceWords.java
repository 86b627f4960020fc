package io.retainer.app.bounces;

import io.retainer.app.bounces.Returned.Fate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what mail servers write to people when they do not use the form made for it. */
final class BounceWords {

  private static final int LONGEST = 500;

  /** {@code 5.1.1}, and no part of an address of a machine. */
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([245])\\.\\d{1,3}\\.\\d{1,3}(?!\\.?\\d)");

  /** {@code 550 5.1.1 …}, {@code smtp;550}, {@code said: 550-no such user}. */
  private static final Pattern REPLY =
      Pattern.compile("(?:^|[\\s;:(#])([45])[0-5]\\d(?=[ -]\\S)", Pattern.MULTILINE);

  /** Where the text ends and the mail of ours begins, whose figures are no codes. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?im)^\\W*(below this line is a copy|this is a copy of|included is a copy|the original"
              + " message|original message|the header of the original|original message headers)"
              + "|^(return-path|received|message-id|mime-version|dkim-signature): ");

  private static final Pattern LATE =
      Pattern.compile(
          "(?i)will (be retried|retry|keep trying|continue to (try|attempt))|still (being )?(tried|trying)"
              + "|has been delayed|delivery (is )?delayed|temporary problem|not need to resend"
              + "|no action is required|warning message only");

  /** Whatever else is said of a problem that passes: this one has not. */
  private static final Pattern FOR_GOOD =
      Pattern.compile(
          "(?i)(has|have|had|was|were|am|i'm|is) (now )?given up|gave up|giving up now"
              + "|permanent(ly)? (error|failure|failed|fatal)|will not be (retried|tried again)");

  /**
   * What a server says of a mailbox, and nobody who only writes a number that looks like a code.
   */
  private static final Pattern TROUBLE =
      Pattern.compile(
          "(?i)fail|reject|refus|denied|block|unknown|no such|not exist|n.t exist|not found|invalid"
              + "|disabled|inactive|full|quota|error|undeliver|not deliver|bounce");

  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "(?i)could not be delivered|couldn.t be delivered|can(no|')t be delivered|cannot be reached"
              + "|not been delivered|did not reach|was(n't| not) able to deliver|given up"
              + "|permanent(ly)? (error|failure|failed|fatal)|undeliverable|delivery (has )?failed");

  private BounceWords() {}

  /**
   * @param text that a mail server wrote
   * @param isNamed whether the server named recipients that it gave up in a header of its own
   */
  static Fate fate(String text, boolean isNamed) {
    String words = own(text);
    Optional<String> kind = kind(words);
    boolean isRefused = kind.filter("5"::equals).isPresent() && TROUBLE.matcher(words).find();
    boolean isForGood = FOR_GOOD.matcher(words).find();
    if (!isForGood && !isRefused && LATE.matcher(words).find()) {
      return Fate.DELAYED;
    }
    if (isNamed || isRefused || isForGood || GIVEN_UP.matcher(words).find()) {
      return Fate.FAILED;
    }
    return kind.filter("4"::equals).isPresent() ? Fate.DELAYED : Fate.OTHER;
  }

  private static Optional<String> kind(String words) {
    for (Pattern pattern : new Pattern[] {STATUS, REPLY}) {
      Matcher code = pattern.matcher(words);
      if (code.find() && !code.group(1).equals("2")) {
        return Optional.of(code.group(1));
      }
    }
    return Optional.empty();
  }

  /** The paragraph with the code, else the first ones, on one line. */
  static String said(String text) {
    String words = own(text);
    for (String paragraph : words.split("\\R\\s*\\R")) {
      if (kind(paragraph).isPresent()) {
        return oneLine(paragraph);
      }
    }
    return oneLine(words);
  }

  static Optional<String> status(String text) {
    Matcher code = STATUS.matcher(text);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }

  static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static String own(String text) {
    Matcher copy = COPY.matcher(text);
    return copy.find() ? text.substring(0, copy.start()) : text;
  }
}
