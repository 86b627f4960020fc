package io.retainer.warehouse;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.RowValue;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** A number of each row whose sum, or count, over any rows is made of those over parts of them. */
sealed interface Base {

  /** What a row has, or nothing. */
  Field<?> ofRow(Numbers numbers);

  /** One number for several rows, from the column of {@link #ofRow}. */
  default Field<?> ofRows(Field<?> column) {
    // Only the Java type changes: a cast in SQL would cost a copy of each value.
    return sum(column.coerce(SQLDataType.NUMERIC));
  }

  /** A value to be added. */
  record Value(RowValue value) implements Base {
    @Override
    public Field<?> ofRow(Numbers numbers) {
      return numbers.of(value).field();
    }
  }

  /** How many rows have the value. */
  record Having(RowValue value) implements Base {
    @Override
    public Field<?> ofRow(Numbers numbers) {
      return numbers.of(value).field();
    }

    @Override
    public Field<?> ofRows(Field<?> column) {
      return count(column);
    }
  }

  /** A value times its weight. */
  record Weighted(RowValue value, RowValue weight) implements Base {
    @Override
    public Field<?> ofRow(Numbers numbers) {
      return Numbers.product(numbers.of(value), numbers.of(weight)).field();
    }
  }

  /** The weight of a value that is there. */
  record Weight(RowValue value, RowValue weight) implements Base {
    @Override
    public Field<?> ofRow(Numbers numbers) {
      return when(numbers.of(value).field().isNotNull(), numbers.of(weight).field());
    }
  }
}
