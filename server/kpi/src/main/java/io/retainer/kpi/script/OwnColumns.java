package io.retainer.kpi.script;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Advice in columns of the dataset that a definition is about. */
record OwnColumns(Fields fields) {

  /** The key of people, else one of things, else what rows are cut by. */
  String key() {
    return first(name -> name.equals("customer_key"))
        .or(fields::key)
        .or(() -> first(fields::isText))
        .orElse("column");
  }

  /** {@code per(deal_id) { n = count() }}. */
  String per() {
    return per(key());
  }

  String per(String key) {
    return "per(" + key + ") { " + counted() + " }";
  }

  private String counted() {
    return fields.rowsAreThings() ? "n = count()" : summed();
  }

  /** A result that is a sum: {@code a = sum(clicks)}. */
  private String summed() {
    return amount().map(column -> "a = sum(" + column + ")").orElse("n = count()");
  }

  /** Two results, and what the value makes of them. */
  String divided(String key) {
    String first = summed();
    if (!fields.rowsAreThings()) {
      return "per("
          + key
          + ") { "
          + amounts()
              .skip(1)
              .findFirst()
              .map(
                  second ->
                      first
                          + " and, on its own line, b = sum("
                          + second
                          + ") }, then median(a / b)")
              .orElse(first + " }, then median(a)");
    }
    return first.startsWith("n")
        ? "per(" + key + ") { n = count() }, then median(n)"
        : "per(%s) { %s and, on its own line, n = count() }, then median(a / n)"
            .formatted(key, first);
  }

  private Optional<String> amount() {
    return amounts().findFirst();
  }

  private Stream<String> amounts() {
    return fields.names().stream().filter(name -> fields.isNumeric(name) && fields.addsUp(name));
  }

  private Optional<String> first(Predicate<String> which) {
    return fields.names().stream().filter(which).findFirst();
  }
}
