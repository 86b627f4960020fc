package io.retainer.compute.language;

import java.util.stream.Collectors;

/** What to write in the place of a word that a computation does not have. */
public final class Instead {

  private static final Admitted KNOWN = Admitted.read(Instead.class, "instead");
  private static final Admitted PARTS = Admitted.read(Instead.class, "instead-of-parts");

  /** What there is, for somebody who wrote something of another language. */
  public static final String GUIDE =
      "a computation has def x = 1, if (…) { … } else { … }, for (x in list) { … }, while, lists,"
          + " maps and return; its words are "
          + named(Admitted.WORDS, "(");

  private Instead() {}

  static String ofWord(String word) {
    return KNOWN.entries().getOrDefault(word, "there are " + named(Admitted.WORDS, "("));
  }

  /** The names that stand before a sign. */
  private static String named(Admitted list, String end) {
    return list.all().stream()
        .map(signature -> signature.substring(0, signature.indexOf(end)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Of a part of Groovy, by the name of its kind of node. */
  static String ofPart(String part) {
    return PARTS.entries().getOrDefault(part, GUIDE);
  }

  static String ofMethod(String method) {
    return KNOWN
        .entries()
        .getOrDefault(
            method,
            "there are "
                + Admitted.METHODS.all().stream()
                    .map(signature -> signature.replaceFirst("^\\w+[.](\\w+)\\(.*", "$1"))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ")));
  }

  static String ofProperty(String property) {
    return KNOWN
        .entries()
        .getOrDefault(property, "there are " + String.join(", ", Admitted.PROPERTIES.all()));
  }

  static String ofName(String name, Iterable<String> known) {
    return KNOWN
        .entries()
        .getOrDefault(name, "there are " + String.join(", ", known) + "; declare others with def");
  }
}
