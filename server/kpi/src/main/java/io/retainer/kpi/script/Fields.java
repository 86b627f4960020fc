package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.model.fact.History;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Relations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names an expression may use: columns of a dataset, or the results of {@code per(…) { … }}.
 */
public final class Fields {

  /** Where something is looked up: each by itself, and not all on the same day. */
  private static final Set<String> LOOKED_UP_IN =
      Set.of("engine", "locale", "device", "network", "provider");

  private final String owner;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<String> repeated = new HashSet<>();
  private final Set<String> ordinals = new HashSet<>();
  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, Relations.Scale> scales = new HashMap<>();
  private final List<List<String>> moments = new ArrayList<>();
  private final Set<String> torn = new HashSet<>();
  private final boolean rowsAreThings;
  private boolean areInsidePer;

  private Fields(String owner, boolean rowsAreThings) {
    this.owner = owner;
    this.rowsAreThings = rowsAreThings;
  }

  static Fields of(Dataset dataset) {
    var fields = new Fields(dataset.name(), !dataset.key().isEmpty());
    fields.values.putAll(dataset.relations().values());
    fields.scales.putAll(dataset.relations().scales());
    fields.moments.addAll(dataset.relations().moments());
    for (Column column : dataset.columns()) {
      fields.fields.put(
          column.name(),
          new Field(
              column.name(),
              column.type(),
              Dimension.of(column.unit()),
              column.additivity(),
              column.weight()));
    }
    return fields;
  }

  /** The same columns within one key of {@code per}. */
  Fields insidePer() {
    var inside = new Fields(owner, rowsAreThings);
    inside.areInsidePer = true;
    inside.torn.addAll(torn);
    inside.fields.putAll(fields);
    inside.ordinals.addAll(ordinals);
    inside.values.putAll(values);
    inside.scales.putAll(scales);
    inside.moments.addAll(moments);
    return inside;
  }

  /** The same columns, and those that a history adds. */
  Fields with(History history) {
    var more = new Fields(owner, rowsAreThings);
    more.torn.addAll(torn);
    more.fields.putAll(fields);
    more.values.putAll(values);
    more.scales.putAll(scales);
    more.moments.addAll(moments);
    for (History.Told told : history.columns()) {
      Field field =
          told.column()
              .map(column -> fields.get(column).named(told.name()))
              .orElseGet(() -> counted(told));
      more.fields.put(told.name(), field);
      if (told.column().isPresent()) {
        more.repeated.add(told.name());
      } else if (told.tells() == History.Tells.NTH) {
        more.ordinals.add(told.name());
      }
    }
    return more;
  }

  /** All that may stand in a column; empty where that is not known. */
  List<String> values(String column) {
    return values.getOrDefault(column, List.of());
  }

  /** Whether one moment of a row never comes before another one. */
  boolean isAfter(String moment, String other) {
    return moments.stream()
        .anyMatch(order -> order.contains(other) && order.indexOf(moment) > order.indexOf(other));
  }

  /** Between what the answers of a column are, where that is known. */
  Optional<Relations.Scale> scale(String column) {
    return Optional.ofNullable(scales.get(column));
  }

  private static Field counted(History.Told told) {
    boolean isTime = told.tells() != History.Tells.NTH;
    return new Field(
        told.name(),
        ColumnType.INTEGER,
        isTime ? Dimension.DAYS : Dimension.NONE,
        isTime ? Additivity.ADDITIVE : Additivity.LEVEL,
        Optional.empty());
  }

  /** The rows of an inner grouping: one for each key. */
  static Fields perKey(String key, Map<String, AggregationReader.Typed> measures) {
    var fields = new Fields("per(" + key + ")", true);
    measures.forEach(
        (name, typed) ->
            fields.fields.put(
                name,
                new Field(
                    name,
                    ColumnType.DECIMAL,
                    typed.dimension(),
                    typed.hasNoSum() ? Additivity.MARK : Additivity.ADDITIVE,
                    Optional.empty(),
                    typed.isMiddle())));
    return fields;
  }

  /** Names that are given something of which it is told already that it is wrong. */
  void tear(Collection<String> names) {
    torn.addAll(names);
  }

  boolean isTorn(String name) {
    return torn.contains(name) && !fields.containsKey(name);
  }

  Optional<Field> find(Node.Name name, Problems problems) {
    Field field = fields.get(name.name());
    if (field == null && !torn.contains(name.name())) {
      new UnknownColumn(owner, fields.keySet()).report(name, problems);
    }
    return Optional.ofNullable(field);
  }

  boolean has(String column) {
    return fields.containsKey(column);
  }

  /** Whether a column says which place something has among others. */
  boolean isRank(String column) {
    Field field = fields.get(column);
    return field != null
        && field.dimension().equals(Dimension.POSITION)
        && field.additivity() == Additivity.LEVEL;
  }

  /**
   * Columns that tell apart what is checked by itself. What a check found is not among them:
   * keywords and links that the last one does not have are gone.
   */
  List<String> checked() {
    return fields.keySet().stream().filter(LOOKED_UP_IN::contains).toList();
  }

  /** Columns that tell apart what has a level of its own: networks, places; ranks are checked. */
  List<String> profile() {
    return fields.keySet().stream().anyMatch(this::isRank)
        ? checked()
        : fields.values().stream()
            .filter(Field::names)
            .map(Field::name)
            .filter(column -> !repeated.contains(column))
            .toList();
  }

  boolean isDate(String column) {
    Field field = fields.get(column);
    return field != null && field.isDate();
  }

  boolean isNumeric(String column) {
    Field field = fields.get(column);
    return field != null && field.isNumeric();
  }

  boolean isText(String column) {
    Field field = fields.get(column);
    return field != null && field.names();
  }

  /** Whether a column has answers on a scale. */
  boolean isMark(String column) {
    return additivity(column).filter(Additivity.MARK::equals).isPresent();
  }

  /** What may be done with a column. */
  Optional<Additivity> additivity(String column) {
    return Optional.ofNullable(fields.get(column)).map(Field::additivity);
  }

  /** The first moment of a row is when it begins. */
  boolean isBeginning(String column) {
    return fields.values().stream()
        .filter(field -> field.type() == ColumnType.TIMESTAMP)
        .findFirst()
        .filter(field -> field.name().equals(column))
        .isPresent();
  }

  /** What tells rows of the dataset apart. */
  Optional<String> key() {
    return fields.values().stream()
        .filter(field -> field.additivity() == Additivity.KEY)
        .map(Field::name)
        .findFirst();
  }

  /** What to write where somebody adds up ranks. */
  static String ranks(String column) {
    return "count those that are good enough, like countOnLastDay().where(" + column + " <= 10)";
  }

  boolean addsUp(String column) {
    return additivity(column).filter(Additivity.ADDITIVE::equals).isPresent();
  }

  /** Whether rows of one key are counted and summed for {@code per}. */
  boolean areInsidePer() {
    return areInsidePer;
  }

  /** Whether these are results of {@code per}. */
  boolean areOfKeys() {
    return owner.startsWith("per(");
  }

  String owner() {
    return owner;
  }

  /** Whether a result of {@code per} is a mean or a median. */
  boolean isMiddle(String column) {
    Field field = fields.get(column);
    return field != null && field.isMiddle();
  }

  /** Whether a column says the same in all rows of a key. */
  boolean isRepeated(String column) {
    return repeated.contains(column);
  }

  /** Whether a column says which of its key's rows a row is. */
  boolean isOrdinal(String column) {
    return ordinals.contains(column);
  }

  /** Whether a column says how far a page was seen, of all the rows that its views are cut into. */
  boolean isScale(String column) {
    return owner.equals("scroll_maps") && column.equals("depth");
  }

  /** What to write where somebody adds up how far pages were seen. */
  static String reached(String scale) {
    return "count the views that came so far, like sum(pageviews).where("
        + scale
        + " == 0.5) / sum(pageviews).where("
        + scale
        + " == 0)";
  }

  /** What to write where somebody adds up which row of its key each row is. */
  static String rowsOf(String ordinal) {
    return "count the rows that are meant, like count().where("
        + ordinal
        + " > 1); the last one of a key is max("
        + ordinal
        + ")";
  }

  /** Whether a row is a thing that can be counted, such as an order, and not a cut of a number. */
  boolean rowsAreThings() {
    return rowsAreThings;
  }

  List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /**
   * @param weight the column that weighs this one
   * @param isMiddle whether it is a mean or median of each key
   */
  record Field(
      String name,
      ColumnType type,
      Dimension dimension,
      Additivity additivity,
      Optional<String> weight,
      boolean isMiddle) {

    Field(
        String name,
        ColumnType type,
        Dimension dimension,
        Additivity additivity,
        Optional<String> weight) {
      this(name, type, dimension, additivity, weight, false);
    }

    Field named(String other) {
      return new Field(other, type, dimension, additivity, weight, isMiddle);
    }

    boolean isDate() {
      return type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
    }

    /** Whether its values tell things or groups of them apart. */
    boolean names() {
      return type == ColumnType.TEXT
          && (additivity == Additivity.KEY || additivity == Additivity.DIMENSION);
    }

    boolean isNumeric() {
      return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    }
  }
}
