package io.retainer.connector.stream;

import io.retainer.toolkit.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Finds a field of a record by what a mapping calls it: {@code sessions}, {@code bounces.hard},
 * {@code metrics.cost_micros} as one name or as two, one inside the other. {@code
 * actions[action_type=purchase].value} is of the item that has this value; the numbers of other
 * lists are added up.
 */
final class FieldPath {

  private FieldPath() {}

  /** Whether the record has the field, perhaps without a value. */
  static boolean isIn(JsonValue record, String path) {
    return find(record, path).isPresent();
  }

  /** The text of the field; empty when there is none, or when it is no single value. */
  static String text(JsonValue record, String path) {
    return find(record, path).orElse("");
  }

  private static Optional<String> find(JsonValue value, String path) {
    if (value.has(path)) {
      JsonValue found = value.at(path);
      return found.isObject() ? Optional.empty() : Optional.of(single(found));
    }
    int bracket = path.indexOf('[');
    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      boolean inBrackets = bracket >= 0 && dot > bracket && dot < path.indexOf(']');
      if (!inBrackets) {
        Optional<String> found = inside(value, path.substring(0, dot), path.substring(dot + 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inside(JsonValue value, String name, String rest) {
    int bracket = name.indexOf('[');
    if (bracket > 0 && name.endsWith("]")) {
      return chosen(
          value.at(name.substring(0, bracket)),
          name.substring(bracket + 1, name.length() - 1),
          rest);
    }
    if (!value.has(name)) {
      return Optional.empty();
    }
    JsonValue inner = value.at(name);
    return inner.isArray() ? sum(inner, rest) : find(inner, rest);
  }

  private static Optional<String> chosen(JsonValue list, String condition, String rest) {
    int equals = condition.indexOf('=');
    String key = condition.substring(0, Math.max(0, equals));
    String wanted = condition.substring(equals + 1);
    return list.items().stream()
        .filter(item -> item.at(key).text().equals(wanted))
        .findFirst()
        .map(item -> text(item, rest));
  }

  private static Optional<String> sum(JsonValue list, String rest) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonValue item : list.items()) {
      Optional<BigDecimal> number =
          find(item, rest).filter(text -> !text.isEmpty()).flatMap(FieldPath::number);
      if (number.isEmpty()) {
        return Optional.of("");
      }
      sum = sum.add(number.get());
    }
    return Optional.of(sum.toPlainString());
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static String single(JsonValue value) {
    return value.isArray() ? "" : value.text();
  }
}
