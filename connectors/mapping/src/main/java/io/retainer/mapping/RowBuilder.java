package io.retainer.mapping;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.Suppressed;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the rows of one kind from lines: from one line each, or from all lines of a group. */
final class RowBuilder {

  private static final int PLACES = 6;

  private final List<Column> columns;
  private final Expression[] expressions;
  private final PersonKey persons;
  private final Optional<ZoneId> zoneOfFile;
  private final ZoneId zone;

  /** A row in the making. */
  static final class Draft {
    final long line;
    final Object[] values;
    LocalDate day;
    ReadIssue trouble;

    Draft(long line, int width) {
      this.line = line;
      this.values = new Object[width];
    }
  }

  RowBuilder(
      List<Column> columns,
      Map<String, Expression> kind,
      PersonKey persons,
      Optional<ZoneId> zoneOfFile,
      ZoneId zone) {
    this.columns = columns;
    this.expressions =
        columns.stream()
            .map(column -> kind.getOrDefault(column.name(), new Expression.None(0)))
            .toArray(Expression[]::new);
    this.persons = persons;
    this.zoneOfFile = zoneOfFile;
    this.zone = zone;
  }

  Draft draft(long line) {
    return new Draft(line, columns.size());
  }

  /** Takes a line into a row: sums grow, of other values the first one given stays. */
  void take(Draft draft, Fields fields, LineValues line, Optional<String> dayColumn) {
    for (int i = 0; i < expressions.length && fields.isSound(); i++) {
      draft.values[i] = next(draft.values[i], i, fields, line);
    }
    dayColumn.ifPresent(name -> draft.day = earlier(draft.day, fields.day(name)));
  }

  private Object next(Object before, int index, Fields fields, LineValues line) {
    Expression expression = expressions[index];
    if (expression instanceof Expression.None) {
      return null;
    }
    if (expression instanceof Expression.Call call) {
      Expression of = call.arguments().isEmpty() ? null : call.arguments().get(0);
      return switch (call.function()) {
        case "count" -> before == null ? 1L : (Object) ((Long) before + 1);
        case "sum" -> sum(before, of, fields, line);
        case "hash" -> before != null ? before : persons.key(plainId(line.text(of)));
        case "round" -> before != null ? before : rounded(value(of, index, fields, line));
        case "last" -> {
          Object value = value(of, index, fields, line);
          yield value == null ? before : value;
        }
        default -> before != null ? before : value(of, index, fields, line);
      };
    }
    if (columns.get(index).type() == ColumnType.TIMESTAMP) {
      return earliest(
          (LocalDateTime) before, (LocalDateTime) value(expression, index, fields, line));
    }
    return before != null ? before : value(expression, index, fields, line);
  }

  private static Object sum(Object before, Expression of, Fields fields, LineValues line) {
    BigDecimal number = line.number(of);
    if (before instanceof Suppressed || line.keptBack(of).isPresent()) {
      return before instanceof Suppressed ? before : line.keptBack(of).get();
    }
    if (number == null) {
      refuseMissing(of, fields);
      return before;
    }
    return before == null ? number : ((BigDecimal) before).add(number);
  }

  /** A sum with a hole in it would be a wrong sum. */
  private static void refuseMissing(Expression of, Fields fields) {
    if (of instanceof Expression.ColumnName column) {
      fields.required(column.name(), fields.decimal(column.name()));
    } else if (of instanceof Expression.Arithmetic arithmetic) {
      refuseMissing(arithmetic.left(), fields);
      refuseMissing(arithmetic.right(), fields);
    }
  }

  /** A count that was worked out from a rate is whole. */
  private static Object rounded(Object value) {
    return value instanceof BigDecimal number ? number.setScale(0, RoundingMode.HALF_UP) : value;
  }

  /** Spreadsheets turn the customer 17850 into 17850.0. */
  private static String plainId(String id) {
    return id != null && id.matches("\\d+(?:\\.0+|,0{1,2})") ? id.replaceFirst("[.,]0+$", "") : id;
  }

  private Object value(Expression expression, int index, Fields fields, LineValues line) {
    return switch (columns.get(index).type()) {
      case TEXT -> line.text(expression);
      case BOOLEAN -> truth(expression, fields);
      case INTEGER, DECIMAL -> {
        BigDecimal number = line.number(expression);
        yield number != null ? number : line.keptBack(expression).orElse(null);
      }
      case TIMESTAMP -> time(expression, fields);
      case DATE ->
          expression instanceof Expression.ColumnName column ? fields.day(column.name()) : null;
    };
  }

  private static Boolean truth(Expression expression, Fields fields) {
    if (expression instanceof Expression.ColumnName column) {
      return fields.truth(column.name());
    }
    return expression instanceof Expression.Word word ? Truth.of(word.text()).orElse(null) : null;
  }

  private LocalDateTime time(Expression expression, Fields fields) {
    if (!(expression instanceof Expression.ColumnName column)) {
      return null;
    }
    LocalDateTime time = fields.time(column.name());
    return time == null || zoneOfFile.isEmpty()
        ? time
        : time.atZone(zoneOfFile.get()).withZoneSameInstant(zone).toLocalDateTime();
  }

  private static LocalDateTime earliest(LocalDateTime one, LocalDateTime other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  /**
   * Gives the values the types of their columns.
   *
   * @return the problem of a value that does not fit, or empty
   */
  Optional<ReadIssue> finish(Draft draft) {
    for (int i = 0; i < draft.values.length; i++) {
      Column column = columns.get(i);
      if (draft.values[i] instanceof BigDecimal number) {
        if (column.type() == ColumnType.INTEGER) {
          try {
            draft.values[i] = number.longValueExact();
          } catch (ArithmeticException notWhole) {
            return Optional.of(
                new ReadIssue(
                    draft.line,
                    column.name(),
                    number.toPlainString(),
                    "a whole number",
                    "Correct the lines this row is made of."));
          }
        } else {
          draft.values[i] =
              number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_UP) : number;
        }
      }
    }
    return Optional.empty();
  }

  LocalDate dayOf(Draft draft) {
    if (draft.day != null) {
      return draft.day;
    }
    for (int i = 0; i < draft.values.length; i++) {
      if (draft.values[i] instanceof LocalDateTime time) {
        return time.toLocalDate();
      }
    }
    return null;
  }
}
