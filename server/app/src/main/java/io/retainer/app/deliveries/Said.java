package io.retainer.app.deliveries;

import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Told;
import io.retainer.model.mail.AllowedRecipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this server itself says of a mail. It is kept in English beside what mail servers said, as
 * programs read it; people read it in a language of theirs, by the texts {@code delivery.said.…},
 * and a mail server's words as they are.
 */
public enum Said {
  UNREACHED("The mail server cannot be reached: %s"),
  SIGN_IN("The mail server refused user or password: %s"),
  EXPIRED_CERTIFICATE(
      "The mail server's certificate has expired or is not valid yet; nothing was sent to it: %s"),
  OTHER_CERTIFICATE(
      "The mail server's certificate is for other names than retainer.mail.host; nothing was sent to it: %s"),
  UNKNOWN_CERTIFICATE(
      "Nobody whom this machine trusts vouches for the mail server's certificate; nothing was sent to it: %s"),
  UNPROTECTED(
      "The mail server offers no STARTTLS, and nothing is sent without. Look at retainer.mail.host, .port and .security."),
  CUT("The connection to the mail server broke before it had the mail: %s"),
  ON_ITS_WAY("On its way, not there yet: %s"),
  HUNG_UP("The mail server closed the connection without an answer."),
  BROKE_OFF("The mail server got the mail and broke off without an answer (%s)."),
  STOPPED_WHILE("The server stopped while it handed this mail over."),
  STOPPED_BEFORE("The server stopped before it handed this mail over; it is sent now."),
  INTERRUPTED("The server was interrupted before it handed this mail over."),
  LOST("The result of this mail was lost."),
  STOPPED_COPY("The server stopped while it sent this. Ask for another one if it did not arrive."),
  FILES_GONE("The report's files are no longer on the server's disk. Run it again."),
  FAULT("Something went wrong on the server; its log has the cause under %s."),
  NOT_MADE("The report could not be made: %s"),
  NOT_ALLOWED(AllowedRecipients.refusal(List.of("%s")) + "."),
  ARRIVED("It arrived, says %s."),
  /** Before the last one, as they begin like it; migrations write this one. */
  STOPPED_UPGRADE(Said.STOP + "the upgrade, as its schedule had been removed."),
  STOPPED_LATER(Said.STOP + "the server, as a later report has taken its place."),
  STOPPED_REMOVING(Said.STOP + "%s, who removed its schedule."),
  STOPPED(Said.STOP + "%s.");

  /** Begins what is said of a mail that somebody stopped. */
  static final String STOP = "Stopped by ";

  /** What Jakarta Mail says when the other side is gone. */
  static final String END_OF_STREAM = "[EOF]";

  private final String english;
  private final Pattern pattern;

  Said(String english) {
    this.english = english;
    String[] around = english.split("%s", -1);
    this.pattern =
        Pattern.compile(
            around.length == 1
                ? Pattern.quote(english)
                : Pattern.quote(around[0])
                    + (around[1].isEmpty()
                        ? "(.*)"
                        // A name like olga.k is no end of a sentence.
                        : "(.*?)" + Pattern.quote(around[1]) + "(?=\\s|$)"),
            Pattern.DOTALL);
  }

  /**
   * @param words where the sentence has room for them
   */
  public String of(String... words) {
    return english.formatted((Object[]) words);
  }

  boolean begins(String answer) {
    return pattern.matcher(answer).lookingAt();
  }

  /** Whether an answer begins with words of ours, and not of a mail server. */
  public static boolean isIn(String answer) {
    return answer.equals(END_OF_STREAM)
        || Stream.of(values()).anyMatch(each -> each.begins(answer));
  }

  /** An answer for somebody who reads a language: our sentences, then what is not ours. */
  public static String in(Language language, String answer) {
    Texts texts = Texts.in(language);
    if (answer.equals(END_OF_STREAM)) {
      return HUNG_UP.in(texts, "");
    }
    List<String> sentences = new ArrayList<>();
    String rest = Doubt.without(answer);
    for (Said each : values()) {
      Matcher found = each.pattern.matcher(rest);
      if (found.lookingAt()) {
        sentences.add(each.in(texts, found.groupCount() == 0 ? "" : found.group(1)));
        rest = rest.substring(found.end()).strip();
      }
    }
    sentences.add(Told.orAsIs(language, rest));
    return String.join(" ", sentences).strip();
  }

  private String in(Texts texts, String words) {
    String key = "delivery.said." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean isSilent = this == BROKE_OFF && words.equals(END_OF_STREAM);
    return texts.text(isSilent ? key + ".silent" : key, words);
  }
}
