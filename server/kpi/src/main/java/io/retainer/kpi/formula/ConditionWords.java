package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A condition as a script writes it, for a problem that is about it. */
public final class ConditionWords {

  private static final int MOST_ITEMS = 4;
  private static final int LONGEST_TEXT = 40;

  private static final Map<Comparator, String> SIGNS =
      Map.of(
          Comparator.EQUAL, "==",
          Comparator.NOT_EQUAL, "!=",
          Comparator.LESS, "<",
          Comparator.AT_MOST, "<=",
          Comparator.GREATER, ">",
          Comparator.AT_LEAST, ">=");

  private ConditionWords() {}

  public static String of(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      return compare.literal() instanceof Boolean truth
          ? (truth == (compare.comparator() == Comparator.EQUAL) ? "" : "!") + compare.column()
          : compare.column()
              + " "
              + SIGNS.get(compare.comparator())
              + " "
              + literal(compare.literal());
    } else if (condition instanceof Condition.CompareNumbers numbers) {
      return FormulaWords.of(numbers.left())
          + " "
          + SIGNS.get(numbers.comparator())
          + " "
          + FormulaWords.of(numbers.right());
    } else if (condition instanceof Condition.OneOf oneOf) {
      return isOne(oneOf)
          ? oneOf.column() + " == " + literal(oneOf.literals().get(0))
          : oneOf.column() + " in [" + items(oneOf.literals()) + "]";
    } else if (condition instanceof Condition.Matches matches) {
      String word =
          switch (matches.match()) {
            case CONTAINS -> "contains";
            case BEGINS_WITH -> "startsWith";
            case ENDS_WITH -> "endsWith";
          };
      return matches.column() + "." + word + "(" + literal(matches.text()) + ")";
    } else if (condition instanceof Condition.Missing missing) {
      return missing.column() + " == null";
    } else if (condition instanceof Condition.All all) {
      return joined(all.conditions(), " && ");
    } else if (condition instanceof Condition.AnyOf any) {
      return joined(any.conditions(), " || ");
    }
    return condition instanceof Condition.Not not ? opposite(not.condition()) : "…";
  }

  private static String opposite(Condition condition) {
    if (condition instanceof Condition.Missing missing) {
      return missing.column() + " != null";
    } else if (condition instanceof Condition.OneOf oneOf && isOne(oneOf)) {
      return oneOf.column() + " != " + literal(oneOf.literals().get(0));
    } else if (condition instanceof Condition.Compare compare
        && compare.literal() instanceof Boolean) {
      return "!" + of(condition);
    }
    return "!(" + of(condition) + ")";
  }

  /** Whether it is one text, whose accents may be stored in several ways. */
  private static boolean isOne(Condition.OneOf oneOf) {
    return oneOf.literals().stream().map(AdmittedValues::alike).distinct().count() == 1;
  }

  private static String items(List<Object> literals) {
    String items =
        literals.stream()
            .limit(MOST_ITEMS)
            .map(ConditionWords::literal)
            .collect(Collectors.joining(", "));
    return literals.size() > MOST_ITEMS ? items + ", …" : items;
  }

  private static String joined(List<Condition> conditions, String sign) {
    return conditions.stream()
        .map(each -> isJoined(each) ? "(" + of(each) + ")" : of(each))
        .collect(Collectors.joining(sign));
  }

  private static boolean isJoined(Condition condition) {
    return condition instanceof Condition.AnyOf || condition instanceof Condition.All;
  }

  private static String literal(Object literal) {
    if (literal instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (literal instanceof String text) {
      boolean isLong = text.codePointCount(0, text.length()) > LONGEST_TEXT;
      return "'"
          + (isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…" : text)
          + "'";
    }
    return String.valueOf(literal);
  }
}
