package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Condition;
import io.retainer.spi.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Conditions in SQL. What an author or user typed is always bound. A comparison with a missing
 * value is neither true nor false, and SQL's own logic carries that through and, or and not.
 */
final class Conditions {

  private final Scope scope;

  Conditions(Scope scope) {
    this.scope = scope;
  }

  org.jooq.Condition of(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      return compare(compare);
    }
    if (condition instanceof Condition.CompareNumbers numbers) {
      return compare(numbers);
    }
    if (condition instanceof Condition.OneOf oneOf) {
      List<org.jooq.Condition> any =
          oneOf.literals().stream()
              .map(
                  literal ->
                      compare(
                          new Condition.Compare(
                              oneOf.column(), Condition.Comparator.EQUAL, literal)))
              .toList();
      return any.isEmpty() ? DSL.falseCondition() : DSL.or(any);
    }
    if (condition instanceof Condition.Exactly exactly) {
      return coalesce(text(scope.named(exactly.column())), inline("")).in(exactly.texts());
    }
    if (condition instanceof Condition.Matches matches) {
      return matches(matches);
    }
    if (condition instanceof Condition.Missing missing) {
      return missing(missing.column());
    }
    if (condition instanceof Condition.All all) {
      return DSL.and(all.conditions().stream().map(this::of).toList());
    }
    if (condition instanceof Condition.AnyOf anyOf) {
      return DSL.or(anyOf.conditions().stream().map(this::of).toList());
    }
    return DSL.not(of(((Condition.Not) condition).condition()));
  }

  private org.jooq.Condition missing(String column) {
    org.jooq.Condition isEmpty = scope.named(column).field().isNull();
    return scope.keepsBack(column)
        ? DSL.condition(when(DSL.not(scope.isKeptBack(column)), DSL.field(isEmpty)))
        : isEmpty;
  }

  private org.jooq.Condition compare(Condition.CompareNumbers compare) {
    Numbers numbers = new Numbers(scope);
    Numbers.Exact left = numbers.of(compare.left());
    Numbers.Exact right = numbers.of(compare.right());
    int places = Math.max(left.places(), right.places());
    return ordered(left.wide(places), compare.comparator(), right.wide(places));
  }

  private org.jooq.Condition compare(Condition.Compare compare) {
    Condition.Comparator comparator = compare.comparator();
    Scope.Named column = scope.named(compare.column());
    Object literal = compare.literal();
    return switch (column.type()) {
      case TEXT ->
          ordered(
              ByDialect.lower(text(column)),
              comparator,
              ByDialect.lower(val(text(compare, literal))));
      case INTEGER, DECIMAL -> {
        if (!(literal instanceof BigDecimal number)) {
          throw mismatch(compare, "a number");
        }
        Numbers.Exact exact = Numbers.constant(number);
        yield ordered(
            cast(
                column.field(), SQLDataType.DECIMAL(38, Math.max(column.places(), exact.places()))),
            comparator,
            exact.wide(exact.places()));
      }
      case BOOLEAN -> {
        if (!(literal instanceof Boolean is)) {
          throw mismatch(compare, "true or false");
        }
        yield ordered(cast(column.field(), SQLDataType.BOOLEAN), comparator, val(is));
      }
      case DATE ->
          ordered(
              cast(column.field(), SQLDataType.LOCALDATE),
              comparator,
              val(LocalDate.parse(text(compare, literal))));
      case TIMESTAMP ->
          ordered(
              cast(column.field(), SQLDataType.LOCALDATETIME),
              comparator,
              val(moment(text(compare, literal))));
    };
  }

  private static LocalDateTime moment(String text) {
    return text.contains("T") ? LocalDateTime.parse(text) : LocalDate.parse(text).atStartOfDay();
  }

  private static <T> org.jooq.Condition ordered(
      Field<T> left, Condition.Comparator comparator, Field<T> right) {
    return switch (comparator) {
      case EQUAL -> left.eq(right);
      case NOT_EQUAL -> left.ne(right);
      case LESS -> left.lt(right);
      case AT_MOST -> left.le(right);
      case GREATER -> left.gt(right);
      case AT_LEAST -> left.ge(right);
    };
  }

  private org.jooq.Condition matches(Condition.Matches matches) {
    Scope.Named column = scope.named(matches.column());
    if (column.type() != ColumnType.TEXT) {
      throw new IllegalArgumentException(
          "Column \"%s\" is %s, so no text can be searched in it"
              .formatted(matches.column(), column.type().name().toLowerCase(Locale.ROOT)));
    }
    Field<String> text = ByDialect.lower(text(column));
    Field<String> part = ByDialect.lower(val(matches.text()));
    return DSL.condition(
        switch (matches.match()) {
          case CONTAINS -> ByDialect.contains(text, part);
          case BEGINS_WITH -> ByDialect.startsWith(text, part);
          case ENDS_WITH -> ByDialect.endsWith(text, part);
        });
  }

  private static Field<String> text(Scope.Named column) {
    return cast(column.field(), SQLDataType.VARCHAR);
  }

  private static String text(Condition.Compare compare, Object literal) {
    if (literal instanceof String text) {
      return text;
    }
    throw mismatch(compare, "a text");
  }

  private static IllegalArgumentException mismatch(Condition.Compare compare, String expected) {
    return new IllegalArgumentException(
        "Column \"%s\" is compared with %s; expected %s"
            .formatted(compare.column(), compare.literal(), expected));
  }
}
