package io.retainer.compute.worker;

import io.retainer.compute.language.Admitted;
import io.retainer.compute.language.Instead;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
      Pattern.compile(
          "Cannot call (?:<\\w+> )?(?:(\\w+)#)?(\\w+)\\(.*\\) with arguments \\[(.*)\\]");

  /** What Groovy adds to Java's types is given what it is asked of first. */
  private static final Pattern ADDED = Pattern.compile("\\w+GroovyMethods");

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
            Optional.ofNullable(matcher.group(1)).orElse(""),
            matcher.group(2),
            Kind.withoutParts(matcher.group(3)));
      }
    }
    Matcher assigned = ASSIGNED.matcher(plain);
    if (assigned.matches()) {
      return new CompilerWords(
          "a name of "
              + Kind.of(assigned.group(2)).many
              + " is given "
              + Kind.of(assigned.group(1)).many,
          "write def in front of the name, or give it " + Kind.of(assigned.group(2)).many);
    }
    if (plain.startsWith(LOSS)) {
      return new CompilerWords(
          "a number with decimals is given to a name of whole numbers",
          "write def in front of the name; round(x, 0) makes a whole one");
    }
    Matcher method = METHOD.matcher(plain);
    if (method.matches()) {
      return new CompilerWords(
          "'"
              + SIGNS.getOrDefault(method.group(2), method.group(2))
              + "' of "
              + Kind.of(method.group(1)).many
              + " is no part of a computation",
          SIGNS.containsKey(method.group(2))
              ? "there are + - * / of numbers, and + of texts and of lists"
              : Instead.GUIDE);
    }
    return new CompilerWords(plain, advice(plain));
  }

  /** What to write where a part of the text was refused for what it is given. */
  private static String advice(String refused) {
    if (refused.contains("which is no number of an element")) {
      return "write list[0] or list[-1]; several are list.take(2), list.drop(1); a series has"
          + " .values, and a map has map.get('a')";
    } else if (refused.endsWith("which is no number")) {
      return "write a number after it";
    } else if (refused.startsWith("'+' between") && refused.contains("a text")) {
      return "a text is joined with texts and with numbers";
    }
    return refused.startsWith("a comparison with")
        ? "compare numbers, texts or true and false"
        : Instead.GUIDE;
  }

  private static CompilerWords called(String holder, String name, String given) {
    if (ADDED.matcher(holder).matches()) {
      int end = given.contains(",") ? given.indexOf(',') : given.length();
      return called(given.substring(0, end), name, given.substring(end).replaceFirst("^, *", ""));
    }
    if (name.equals("negative")) {
      return new CompilerWords(
          "'-' of " + Kind.of(holder).one + ", which is no number", "write a number after it");
    }
    if (holder.equals("Series") && name.equals("getAt")) {
      return new CompilerWords(
          "a series has no elements in brackets", "write its .value(0), .last or .values[0]");
    }
    if (SIGNS.containsKey(name)) {
      boolean isUnknown = holder.equals("Object") || given.equals("Object");
      return new CompilerWords(
          "'" + SIGNS.get(name) + "' between " + Kind.of(holder).one + " and " + Kind.all(given),
          Kind.of(holder) == Kind.LIST
              ? "a list is joined with a list, or with one more of what is in it"
              : "both sides have to be numbers; a name without a value is none: def sum = 0"
                  + (isUnknown ? UNKNOWN : ""));
    } else if (CHANGES.contains(name) && given.matches(".*\\b(double|Double)")) {
      return new CompilerWords(
          "'" + name + "' puts a number with decimals among whole ones",
          "write those with a point, like [1.0, 2.0] or [a: 1.0]");
    }
    String property = holder + "." + name;
    if (given.isEmpty() && Admitted.PROPERTIES.has(property)) {
      return new CompilerWords(
          "'" + name + "' of " + Kind.of(holder).one + " has no brackets",
          "write ." + name + ": " + Admitted.PROPERTIES.entries().get(property));
    }
    String more = given.contains("Series") ? "; the numbers of a series are its .values" : "";
    return new CompilerWords(
        "'" + name + "' is given " + Kind.all(given), advice(holder, name) + more);
  }

  /** The call that is meant: of what it is asked of, else of what has one. */
  private static String advice(String holder, String name) {
    return Stream.<Predicate<String>>of(
            word -> word.startsWith(name + "("),
            word -> word.startsWith(holder + "." + name + "("),
            word -> word.contains("." + name + "("))
        .flatMap(
            isMeant ->
                Stream.of(Admitted.WORDS, Admitted.METHODS)
                    .flatMap(list -> list.entries().entrySet().stream())
                    .filter(word -> isMeant.test(word.getKey())))
        .map(word -> "write " + Kind.call(word.getKey()) + ": " + word.getValue())
        .findFirst()
        .orElse(Instead.GUIDE);
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
