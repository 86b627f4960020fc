package io.retainer.compute.language;

import java.util.stream.Collectors;

/** What to write in the place of a word that a computation does not have. */
final class Instead {

  private static final Admitted KNOWN = Admitted.read(Instead.class, "instead");
  private static final String GUIDE = "see kpi-scripts/README.md, Computations";

  private Instead() {}

  static String ofWord(String word) {
    return KNOWN
        .entries()
        .getOrDefault(
            word,
            "there are "
                + Admitted.WORDS.all().stream()
                    .map(signature -> signature.substring(0, signature.indexOf('(')))
                    .collect(Collectors.joining(", ")));
  }

  static String ofMethod(String method) {
    return KNOWN.entries().getOrDefault(method, GUIDE);
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
