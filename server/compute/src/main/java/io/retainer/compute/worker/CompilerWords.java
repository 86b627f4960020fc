package io.retainer.compute.worker;

import io.retainer.compute.language.Admitted;
import io.retainer.compute.language.Instead;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the compiler says, in words of the one who wrote the computation. */
record CompilerWords(String message, String advice) {

  private static final String PREFIX = "[Static type checking] - ";

  /** {@code Cannot find matching method A#b(C) …}, {@code Cannot call b(C) with arguments [D]}. */
  private static final Pattern NO_SUCH =
      Pattern.compile("Cannot find matching method (?:(\\w+)#)?(\\w+)\\((.*?)\\)(?: or .*)?");

  private static final Pattern NOT_FOR =
      Pattern.compile("Cannot call (?:(\\w+)#)?(\\w+)\\(.*\\) with arguments \\[(.*)\\]");

  private static final Pattern ASSIGNED =
      Pattern.compile("Cannot assign value of type (.+) to variable of type (.+)");

  private static final String LOSS = "Possible loss of precision";

  private static final Pattern METHOD =
      Pattern.compile("the method (\\w+)\\.(\\w+)\\(.*\\) is not admitted");

  private static final Map<String, String> SIGNS =
      Map.of("plus", "+", "minus", "-", "multiply", "*", "div", "/", "compareTo", "<");

  private static final String UNKNOWN =
      "; of a list that begins empty nobody knows what is in it: begin it with a number, like [0.0],"
          + " or write collect { x -> … }";

  private static final Set<String> CHANGES = Set.of("add", "set", "put");

  static CompilerWords of(String message) {
    String plain = plain(message);
    for (Pattern pattern : new Pattern[] {NO_SUCH, NOT_FOR}) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        return called(
            Optional.ofNullable(matcher.group(1)).orElse(""), matcher.group(2), matcher.group(3));
      }
    }
    Matcher assigned = ASSIGNED.matcher(plain);
    if (assigned.matches()) {
      return new CompilerWords(
          "a name of " + kind(assigned.group(2)) + " is given " + kind(assigned.group(1)),
          "write def in front of the name, or give it " + kind(assigned.group(2)));
    }
    if (plain.startsWith(LOSS)) {
      return new CompilerWords(
          "a number with decimals is given to a name of whole numbers",
          "write def in front of the name; round(x, 0) makes a whole one");
    }
    Matcher method = METHOD.matcher(plain);
    if (method.matches()) {
      return new CompilerWords(
          "'" + method.group(2) + "' of " + kind(method.group(1)) + " is no part of a computation",
          SIGNS.containsKey(method.group(2))
              ? "there are + - * / of numbers; texts and lists are not put together by signs"
              : Instead.GUIDE);
    }
    return plain.startsWith("[")
        ? new CompilerWords(
            "brackets hold no number of an element: " + plain,
            "write list[0] or list[-1]; several are list.take(2), list.drop(1), and a series has"
                + " .values")
        : new CompilerWords(plain, Instead.GUIDE);
  }

  private static CompilerWords called(String holder, String name, String given) {
    if (holder.equals("Series") && name.equals("getAt")) {
      return new CompilerWords(
          "a series has no elements in brackets", "write its .value(0), .last or .values[0]");
    }
    if (SIGNS.containsKey(name)) {
      boolean isUnknown = holder.equals("Object") || given.equals("Object");
      return new CompilerWords(
          "'" + SIGNS.get(name) + "' between " + holder + " and " + given,
          "both sides have to be numbers; a name without a value is none: def sum = 0"
              + (isUnknown ? UNKNOWN : ""));
    } else if (CHANGES.contains(name) && given.matches(".*\\b(double|Double)")) {
      return new CompilerWords(
          "'" + name + "' puts a number with decimals among whole ones",
          "write those with a point, like [1.0, 2.0] or [a: 1.0]");
    }
    String advice =
        Stream.of(Admitted.WORDS, Admitted.METHODS)
            .flatMap(list -> list.entries().entrySet().stream())
            .filter(word -> isOf(name, word.getKey(), holder))
            .map(word -> "write " + word.getKey() + ": " + word.getValue())
            .findFirst()
            .orElse(Instead.GUIDE);
    String more = given.contains("Series") ? "; the numbers of a series are its .values" : "";
    return new CompilerWords("'" + name + "' is given (" + given + ")", advice + more);
  }

  /** What the compiler calls a type, as one says it. */
  private static String kind(String type) {
    return switch (type.replaceFirst("<.*", "")) {
      case "int", "long", "Integer", "Long", "BigInteger" -> "whole numbers";
      case "double", "Double", "BigDecimal", "Number" -> "numbers";
      case "boolean", "Boolean" -> "true or false";
      case "String", "CharSequence" -> "texts";
      case "List", "ArrayList", "Collection", "Iterable" -> "lists";
      case "Map", "LinkedHashMap" -> "maps";
      case "Series" -> "series";
      case "Closure" -> "blocks";
      case "Estimate" -> "estimates";
      case "Nothing" -> "'not computable'";
      default -> "several kinds";
    };
  }

  private static boolean isOf(String name, String signature, String holder) {
    return signature.startsWith(name + "(") || signature.startsWith(holder + "." + name + "(");
  }

  /** Without the names of Java's packages, of the worker's classes, and the compiler's advice. */
  private static String plain(String message) {
    return message
        .replace(PREFIX, "")
        .lines()
        .findFirst()
        .orElse("")
        .strip()
        .replaceAll("\\. Please check .*$", "")
        .replaceAll("\\b(java|groovy|io|org)\\.[a-z.]+\\.(?=[A-Z])", "")
        .replaceAll("\\b(Computation|Words)[#.]", "");
  }
}
