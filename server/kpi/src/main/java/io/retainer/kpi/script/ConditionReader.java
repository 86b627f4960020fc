package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.Condition.Match;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Relations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions: {@code status != 'cancelled' && country in ['FI', 'SE']}. */
final class ConditionReader {

  private static final Map<String, Comparator> COMPARATORS =
      Map.of(
          "==", Comparator.EQUAL,
          "!=", Comparator.NOT_EQUAL,
          "<", Comparator.LESS,
          "<=", Comparator.AT_MOST,
          ">", Comparator.GREATER,
          ">=", Comparator.AT_LEAST);

  private static final Map<Comparator, Comparator> MIRRORED =
      Map.of(
          Comparator.EQUAL, Comparator.EQUAL,
          Comparator.NOT_EQUAL, Comparator.NOT_EQUAL,
          Comparator.LESS, Comparator.GREATER,
          Comparator.AT_MOST, Comparator.AT_LEAST,
          Comparator.GREATER, Comparator.LESS,
          Comparator.AT_LEAST, Comparator.AT_MOST);

  private static final Map<String, Match> MATCHES =
      Map.of(
          "contains", Match.CONTAINS,
          "startsWith", Match.BEGINS_WITH,
          "endsWith", Match.ENDS_WITH);

  private static final Set<String> EMPTY = Set.of("isEmpty", "isBlank", "isNull");

  private final Fields fields;
  private final Problems problems;

  ConditionReader(Fields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
  }

  Optional<Condition> read(Node node) {
    if (node instanceof Node.Binary binary) {
      return switch (binary.operator()) {
        case "&&", "||" -> combined(binary);
        case "in" -> oneOf(binary);
        default -> comparison(binary);
      };
    }
    if (node instanceof Node.Prefix prefix && prefix.operator().equals("!")) {
      return read(prefix.inner()).map(Condition.Not::new);
    }
    if (node instanceof Node.Call call) {
      return called(call);
    }
    if (node instanceof Node.Name name) {
      return truth(name);
    }
    problems.add(node.at(), "this is no condition", "compare a column, like status == 'placed'");
    return Optional.empty();
  }

  /** A column that is true or false is a condition by itself. */
  private Optional<Condition> truth(Node.Name name) {
    Optional<Fields.Field> field = fields.find(name, problems);
    if (field.isPresent() && field.get().type() != ColumnType.BOOLEAN) {
      problems.add(
          name.at(),
          name.name() + " alone is no condition",
          "compare it, like " + name.name() + " == 'value'");
      return Optional.empty();
    }
    return field.map(f -> new Condition.Compare(f.name(), Comparator.EQUAL, true));
  }

  private Optional<Condition> combined(Node.Binary binary) {
    Optional<Condition> left = read(binary.left());
    Optional<Condition> right = read(binary.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    List<Condition> both = List.of(left.get(), right.get());
    return Optional.of(
        binary.operator().equals("&&") ? new Condition.All(both) : new Condition.AnyOf(both));
  }

  private Optional<Condition> comparison(Node.Binary binary) {
    Comparator comparator = COMPARATORS.get(binary.operator());
    if (comparator == null) {
      String advice =
          binary.operator().equals("=") ? "compare with ==" : "compare a column with a value";
      problems.add(binary.at(), "'" + binary.operator() + "' is no condition", advice);
      return Optional.empty();
    }
    if (binary.left() instanceof Node.Binary first && COMPARATORS.containsKey(first.operator())) {
      problems.add(
          binary.at(),
          "a second comparison in a row",
          "compare twice: "
              + Shown.written(first.left())
              + " "
              + first.operator()
              + " "
              + Shown.written(first.right())
              + " && "
              + Shown.written(first.right())
              + " "
              + binary.operator()
              + " "
              + Shown.written(binary.right()));
      return Optional.empty();
    }
    NumberComparison numbers = new NumberComparison(fields, problems);
    if (NumberComparison.isComputed(binary.left())
        || NumberComparison.isComputed(binary.right())
        || numbers.areColumns(binary.left(), binary.right())) {
      return numbers.read(binary, comparator);
    }
    if (binary.left() instanceof Node.Name name) {
      return compare(name, comparator, binary.right());
    }
    if (binary.right() instanceof Node.Name name) {
      return compare(name, MIRRORED.get(comparator), binary.left());
    }
    for (Node side : List.of(binary.left(), binary.right())) {
      if (side instanceof Node.Call call
          && call.target().isEmpty()
          && ForeignWords.report(call, problems)) {
        return Optional.empty();
      }
    }
    problems.add(
        binary.at(),
        "compares something that is no column",
        "a condition looks at the columns of a row, like total > 5; compare sums in a KPI of"
            + " their own");
    return Optional.empty();
  }

  private Optional<Condition> compare(Node.Name name, Comparator comparator, Node literal) {
    Optional<Fields.Field> field = fields.find(name, problems);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    if (literal instanceof Node.Nothing) {
      Condition missing = new Condition.Missing(name.name());
      if (comparator == Comparator.EQUAL) {
        return Optional.of(missing);
      } else if (comparator == Comparator.NOT_EQUAL) {
        return Optional.of(new Condition.Not(missing));
      }
      problems.add(literal.at(), "null is neither larger nor smaller", "write == or !=");
      return Optional.empty();
    }
    if (field.get().isDate()) {
      problems.add(
          name.at(),
          name.name() + " is a date, and dates are not compared",
          "leave it out: the period of the report chooses the days; 'dated "
              + name.name()
              + "'"
              + " counts rows on this one");
      return Optional.empty();
    }
    boolean ordered = comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL;
    if (ordered && !field.get().isNumeric()) {
      problems.add(
          name.at(), name.name() + " is no number", "compare it with ==, !=, in or contains");
      return Optional.empty();
    }
    return literal(field.get(), literal)
        .filter(value -> isOnScale(name.name(), comparator, value, literal.at()))
        .map(value -> Accents.compare(name.name(), comparator, value));
  }

  private Optional<Condition> oneOf(Node.Binary binary) {
    if (binary.right() instanceof Node.Items items
        && binary.left() instanceof Node.Call call
        && NumberComparison.isComputed(call)) {
      return new NumberComparison(fields, problems).oneOf(call, items);
    }
    if (!(binary.left() instanceof Node.Name name)
        || !(binary.right() instanceof Node.Items items)) {
      if (binary.left() instanceof Node.Call call && !Vocabulary.knows(call.word())) {
        if (!ForeignWords.report(call, problems)) {
          problems.unknown(call.at(), "word", call.word(), Vocabulary.CONDITIONS.keySet());
        }
        return Optional.empty();
      }
      noList(binary);
      return Optional.empty();
    }
    Optional<Fields.Field> field = fields.find(name, problems);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    List<Object> literals = new ArrayList<>();
    for (Node item : items.nodes()) {
      literal(field.get(), item)
          .filter(value -> isOnScale(name.name(), Comparator.EQUAL, value, item.at()))
          .ifPresent(literals::add);
    }
    return literals.size() == items.nodes().size()
        ? Optional.of(Accents.oneOf(name.name(), literals))
        : Optional.empty();
  }

  private void noList(Node.Binary in) {
    String column = in.left() instanceof Node.Name name ? name.name() : "column";
    if (in.right() instanceof Node.Items) {
      problems.add(in.at(), "'in' after something that is no column", "write column in ['a', 'b']");
    } else if (in.right() instanceof Node.Text text) {
      problems.add(
          text.at(),
          "'in' before " + Shown.of(text) + ", which is no list",
          "write %1$s in ['%2$s'], or %1$s == '%2$s'; a parameter with several is a list too: param known: ['%2$s']"
              .formatted(column, Shown.briefly(text.text())));
    } else if (in.right() instanceof Node.Name word && !fields.isTorn(word.name())) {
      problems.add(
          word.at(),
          "'in' before the word " + word.name() + ", which is no list",
          "write %s in ['%s']".formatted(column, word.name()));
    } else {
      problems.add(in.at(), "'in' without a list", "write " + column + " in ['a', 'b']");
    }
  }

  private Optional<Condition> called(Node.Call call) {
    Match match = MATCHES.get(call.word());
    if (EMPTY.contains(call.word()) && call.target().isPresent()) {
      String column = Shown.written(call.target().get());
      problems.add(
          call.at(),
          "'" + call.word() + "' is no word of a condition",
          "write %1$s == null, or %1$s != null for those that have one".formatted(column));
      return Optional.empty();
    }
    if (match == null || call.target().isEmpty()) {
      problems.unknown(call.at(), "condition", call.word(), Vocabulary.CONDITIONS.keySet());
      return Optional.empty();
    }
    List<String> texts = call.arguments().size() == 1 ? texts(call.arguments().get(0)) : List.of();
    call.arguments().forEach(argument -> Blanks.refuseAtTheEnd(match, argument, problems));
    boolean isOpen =
        call.arguments().size() == 1
            && call.arguments().get(0) instanceof Node.Items items
            && items.nodes().isEmpty();
    if (!(call.target().get() instanceof Node.Name name)
        || (!isOpen && (texts.isEmpty() || texts.contains("")))) {
      problems.add(
          call.at(),
          "'" + call.word() + "' without a text",
          "write column." + call.word() + "('text')");
      return Optional.empty();
    }
    Optional<Fields.Field> field = fields.find(name, problems);
    if (field.isPresent() && field.get().type() != ColumnType.TEXT) {
      problems.add(
          name.at(),
          name.name() + " is no text",
          field.get().isDate()
              ? "leave it out: the period of the report chooses the days"
              : "compare it with == or <");
      return Optional.empty();
    }
    return field.map(
        f -> {
          List<Condition> any = Accents.matches(f.name(), match, texts);
          return any.size() == 1
              ? any.get(0)
              : any.isEmpty() ? new Condition.OneOf(f.name(), List.of()) : new Condition.AnyOf(any);
        });
  }

  /** One text or several; none when this is something else. */
  private static List<String> texts(Node node) {
    List<Node> nodes = node instanceof Node.Items items ? items.nodes() : List.of(node);
    return nodes.stream().allMatch(Node.Text.class::isInstance)
        ? nodes.stream().map(text -> ((Node.Text) text).text()).toList()
        : List.of();
  }

  private Optional<Object> literal(Fields.Field field, Node literal) {
    Object value = null;
    if (field.type() == ColumnType.TEXT && literal instanceof Node.Text text) {
      if (Blanks.areAround(text.text())) {
        Blanks.refuse(field.name(), text, problems);
        return Optional.empty();
      }
      value = text.text();
      checkKnown(field.name(), text);
    } else if (field.type() == ColumnType.BOOLEAN && literal instanceof Node.Truth truth) {
      value = truth.value();
    } else if (field.isNumeric() && literal instanceof Node.Quantity quantity) {
      Dimension other = Dimension.of(quantity.unit());
      if (!field.dimension().equals(other)) {
        problems.add(
            literal.at(),
            "compares " + field.dimension() + " with " + other,
            "both sides need the same unit");
        return Optional.empty();
      }
      value = quantity.value();
    } else if (field.isNumeric()) {
      value = Numbers.literal(literal).orElse(null);
    }
    if (value == null) {
      new NoLiteral(fields, problems).report(field, literal);
    }
    return Optional.ofNullable(value);
  }

  /** Beyond its ends there are no answers, and up to beyond them all. */
  private boolean isOnScale(String column, Comparator comparator, Object value, Place at) {
    Optional<Relations.Scale> scale = fields.scale(column);
    if (scale.isEmpty() || !(value instanceof BigDecimal number)) {
      return true;
    }
    int fromLowest = number.compareTo(BigDecimal.valueOf(scale.get().lowest()));
    int fromHighest = number.compareTo(BigDecimal.valueOf(scale.get().highest()));
    boolean isBeyond =
        fromLowest < 0
            || fromHighest > 0
            || fromLowest == 0 && comparator == Comparator.LESS
            || fromHighest == 0 && comparator == Comparator.GREATER;
    if (isBeyond) {
      problems.add(
          at,
          "beyond the scale of %s, so that all answers meet it, or none".formatted(column),
          "they are %d to %d".formatted(scale.get().lowest(), scale.get().highest()));
    }
    return !isBeyond;
  }

  /** A word that can stand in no row would give a zero that looks as if it had been counted. */
  private void checkKnown(String column, Node.Text text) {
    List<String> values = fields.values(column);
    if (!values.isEmpty() && values.stream().noneMatch(text.text()::equalsIgnoreCase)) {
      problems.add(
          text.at(),
          "%s is never '%s'".formatted(column, text.text()),
          Nearest.to(text.text(), values)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("it is one of " + String.join(", ", values)));
    }
  }
}
