package io.retainer.compute.worker;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the compiler calls a type, as one says it. */
enum Kind {
  WHOLE_NUMBER(
      "a whole number", "whole numbers", "whole number", "int|long|Integer|Long|BigInteger"),
  NUMBER("a number", "numbers", "number", "double|Double|BigDecimal|Number"),
  TRUTH("true or false", "true or false", "true or false", "boolean|Boolean"),
  TEXT("a text", "texts", "text", "String|CharSequence"),
  LIST("a list", "lists", "list", "List|ArrayList|Collection|Iterable"),
  RANGE("a range", "ranges", "range", "Range|IntRange|NumberRange|ObjectRange"),
  MAP("a map", "maps", "map", "Map|LinkedHashMap|HashMap"),
  SERIES("a series", "series", "series", "Series"),
  BLOCK("a block", "blocks", "{ x -> … }", "Closure"),
  ESTIMATE("an estimate", "estimates", "estimate", "Estimate"),
  NOTHING("'not computable'", "'not computable'", "notComputable('why')", "Nothing"),
  SEVERAL("something unknown", "several kinds", "value", "");

  final String one;
  final String many;

  /** In the place of an argument. */
  final String argument;

  private final String types;

  Kind(String one, String many, String argument, String types) {
    this.one = one;
    this.many = many;
    this.argument = argument;
    this.types = types;
  }

  static Kind of(String type) {
    String plain = type.replaceFirst("<.*", "").replaceFirst(".*\\.", "").strip();
    return Arrays.stream(values()).filter(kind -> kind.has(plain)).findFirst().orElse(SEVERAL);
  }

  private boolean has(String type) {
    return Arrays.asList(types.split("\\|")).contains(type);
  }

  /** {@code ArrayList<Double>, int} as {@code ArrayList, int}. */
  static String withoutParts(String types) {
    String before = types;
    String after = before.replaceAll("<[^<>]*>", "");
    while (!after.equals(before)) {
      before = after;
      after = before.replaceAll("<[^<>]*>", "");
    }
    return after;
  }

  /** {@code ArrayList, int} as {@code a list and a whole number}. */
  static String all(String types) {
    return types.isBlank()
        ? "nothing"
        : Arrays.stream(types.split(","))
            .map(type -> of(type.strip()).one)
            .collect(Collectors.joining(" and "));
  }

  /** {@code List.take(int)} of the lists of words as {@code list.take(whole number)}. */
  static String call(String signature) {
    int open = signature.indexOf('(');
    int dot = signature.substring(0, open).indexOf('.');
    String holder = dot < 0 ? "" : of(signature.substring(0, dot)).argument + ".";
    String given = signature.substring(open + 1, signature.length() - 1);
    return holder
        + signature.substring(dot + 1, open)
        + (given.isEmpty()
            ? "()"
            : Arrays.stream(given.split(","))
                .map(type -> of(type).argument)
                .collect(Collectors.joining(", ", "(", ")")));
  }
}
