package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A statement about nothing, of the parts that statements about facts have. The library that writes
 * them is some thousand classes, for which the first question would wait for seconds.
 */
final class Rehearsal {

  private Rehearsal() {}

  static Select<?> statement() {
    Field<BigDecimal> one = field(name("f", "one"), SQLDataType.DECIMAL(18, 6));
    return DSL.select(
            coalesce(cast(one, SQLDataType.VARCHAR), inline("")), sum(one), countDistinct(one))
        .from(DSL.select(val(BigDecimal.ONE).as("one")).asTable("f"))
        .where(one.ge(val(BigDecimal.ZERO)).and(one.isNotNull()))
        .groupBy(one)
        .orderBy(one.desc().nullsLast())
        .limit(inline(1));
  }
}
