package io.retainer.mapping;

import java.math.BigDecimal;
import java.util.List;

/** A value or a condition, as a mapping writes it. */
public sealed interface Expression {

  /** Where it stands: its column within its text, from 0. */
  int at();

  record Figure(int at, BigDecimal value) implements Expression {}

  record Word(int at, String text) implements Expression {}

  /** A column by its short name. */
  record ColumnName(int at, String name) implements Expression {}

  /** Explicitly no value. */
  record None(int at) implements Expression {}

  /** {@code + - *}; a negation is {@code 0 - x}. */
  record Arithmetic(int at, char sign, Expression left, Expression right) implements Expression {}

  /** {@code = != < <= > >=}. */
  record Comparison(int at, String sign, Expression left, Expression right) implements Expression {}

  /** {@code starts with}, {@code ends with}, {@code contains}. */
  record TextTest(int at, String test, Expression left, String text) implements Expression {}

  /** {@code first is last}: two texts are the same. */
  record Same(int at, Expression left, Expression right) implements Expression {}

  record IsEmpty(int at, Expression left) implements Expression {}

  record OneOf(int at, Expression left, List<String> words) implements Expression {}

  record And(int at, Expression left, Expression right) implements Expression {}

  record Or(int at, Expression left, Expression right) implements Expression {}

  record Not(int at, Expression of) implements Expression {}

  /** {@code sum(…)}, {@code hash(…)}, {@code count()} … */
  record Call(int at, String function, List<Expression> arguments) implements Expression {}
}
