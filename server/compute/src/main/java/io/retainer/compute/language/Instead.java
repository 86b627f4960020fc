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

  /** What a part of Groovy is called by those who do not write programs. */
  static String words(String part) {
    return switch (part) {
      case "Array", "ArrayInit" -> "an array";
      case "Assert" -> "'assert'";
      case "AttributeExpression" -> "a name with @";
      case "BitwiseNegation" -> "the sign ~";
      case "Cast" -> "a type in brackets before a value";
      case "Class" -> "the name of a class";
      case "ConstructorCall" -> "'new'";
      case "DoWhile" -> "do … while";
      case "GString" -> "a text with $";
      case "Lambda" -> "a lambda";
      case "MethodPointer", "MethodReference" -> "a method without its brackets";
      case "Spread", "SpreadMap" -> "a '*' before a list or map";
      case "StaticMethodCall" -> "a call of a class";
      case "Case", "Switch" -> "'switch'";
      case "Throw" -> "'throw'";
      case "TryCatch" -> "'try'";
      case "UnaryPlus" -> "a '+' in front";
      default -> part;
    };
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
