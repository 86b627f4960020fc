package io.retainer.connector.seo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the site a table is about in an address, a mask or a file's name. */
final class Site {

  private static final Pattern DOMAIN =
      Pattern.compile("(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,62})\\.)+\\p{L}{2,24}(?![\\p{L}\\d])");
  private static final Pattern EXTENSION =
      Pattern.compile("\\.(csv|xlsx?|tsv|txt|zip)$", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 300;

  private Site() {}

  /** The first domain in a text, without {@code www.}. */
  static Optional<String> in(String text) {
    Matcher matcher = DOMAIN.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return matcher.find()
        ? Optional.of(matcher.group().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))
        : Optional.empty();
  }

  static Optional<String> inFileName(String name) {
    String bare = EXTENSION.matcher(EXTENSION.matcher(name).replaceFirst("")).replaceFirst("");
    return in(bare.replace('_', ' '));
  }
}
