package io.retainer.mapping;

import io.retainer.spi.Additivity;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.NumberForm;
import io.retainer.toolkit.TextHints;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A mapping without mistakes.
 *
 * @param streams of which streams of messages it is, and of which accounts
 * @param columns headings by our short name, in the order of the mapping
 * @param rules decide what a line is, the first that fits
 * @param groupBy column whose equal values make one row
 * @param day column of the row's day
 * @param complete whether the source leaves no rows out
 * @param kinds what each kind of row holds; the ordinary kind has the empty name
 * @param counted columns read as numbers
 * @param dated columns read as dates
 */
public record Mapping(
    String title,
    Dataset dataset,
    Optional<String> account,
    Optional<String> currency,
    Optional<DateSpan> period,
    Streams streams,
    Map<String, List<String>> columns,
    Hints hints,
    List<LineRule> rules,
    Optional<String> groupBy,
    Optional<String> day,
    Grain grain,
    boolean complete,
    Map<String, Map<String, Expression>> kinds,
    Set<String> counted,
    Set<String> dated) {

  static final String ORDINARY = "";

  /**
   * What a mapping says about streams of messages. A table has none.
   *
   * @param names the streams it reads
   * @param account column that names the account of a record
   * @param key columns whose equal values are the same thing, of which the last record is right
   */
  public record Streams(List<String> names, Optional<String> account, List<String> key) {

    static final Streams NONE = new Streams(List.of(), Optional.empty(), List.of());

    public Streams {
      names = List.copyOf(names);
      key = List.copyOf(key);
    }
  }

  /**
   * What a line is.
   *
   * @param kind empty when the line is left out
   * @param reason why it is left out
   */
  public record LineRule(Expression when, Optional<String> kind, String reason) {}

  /**
   * How the file writes things, where the user knows better than the file tells.
   *
   * @param zone on whose clock the file's times are
   */
  public record Hints(
      Optional<DateOrder> dates,
      Optional<NumberForm> numbers,
      Optional<ZoneId> zone,
      Optional<String> sheet,
      TextHints text) {

    static final Hints NONE =
        new Hints(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), TextHints.NONE);
  }

  public Headings headings() {
    return Headings.of(columns);
  }

  /** Canonical columns of all kinds, in the order of the dataset. */
  List<String> names() {
    return dataset.columns().stream()
        .map(column -> column.name())
        .filter(name -> kinds.values().stream().anyMatch(kind -> kind.containsKey(name)))
        .toList();
  }

  /** Columns of the file that a canonical column is worked out from. */
  private static Set<String> sources(Expression value) {
    var found = new LinkedHashSet<String>();
    if (value instanceof Expression.ColumnName column) {
      found.add(column.name());
    } else if (value instanceof Expression.Arithmetic arithmetic) {
      found.addAll(sources(arithmetic.left()));
      found.addAll(sources(arithmetic.right()));
    } else if (value instanceof Expression.Call call) {
      call.arguments().forEach(argument -> found.addAll(sources(argument)));
    }
    return found;
  }

  /** The same for a file that lacks columns: what cannot be worked out is left out. */
  public Mapping limitedTo(Set<String> present) {
    var limited = new TreeMap<String, Map<String, Expression>>();
    kinds.forEach(
        (name, kind) -> {
          var values = new LinkedHashMap<>(kind);
          values.values().removeIf(value -> !present.containsAll(sources(value)));
          limited.put(name, values);
        });
    var there = new LinkedHashMap<>(columns);
    there.keySet().retainAll(present);
    return new Mapping(
        title,
        dataset,
        account,
        currency,
        period,
        streams,
        there,
        hints,
        rules,
        groupBy,
        day,
        grain,
        complete,
        limited,
        kept(counted, present),
        kept(dated, present));
  }

  private static Set<String> kept(Set<String> names, Set<String> present) {
    var kept = new LinkedHashSet<>(names);
    kept.retainAll(present);
    return kept;
  }

  /** The same for one of several accounts. */
  public Mapping ofAccount(String name) {
    return new Mapping(
        title,
        dataset,
        Optional.of(name),
        currency,
        period,
        streams,
        columns,
        hints,
        rules,
        groupBy,
        day,
        grain,
        complete,
        kinds,
        counted,
        dated);
  }

  /** Columns without which it reads nothing: what tells rows apart, and their day. */
  public Set<String> indispensable() {
    var needed = new LinkedHashSet<String>();
    Map<String, Expression> ordinary = kinds.get(ORDINARY);
    dataset.key().forEach(key -> needed.addAll(sources(ordinary.get(key))));
    day.ifPresent(needed::add);
    groupBy.ifPresent(needed::add);
    if (day.isEmpty()) {
      dataset.columns().stream()
          .filter(column -> column.type() == ColumnType.TIMESTAMP)
          .limit(1)
          .filter(column -> ordinary.containsKey(column.name()))
          .forEach(column -> needed.addAll(sources(ordinary.get(column.name()))));
    }
    return needed;
  }

  /** Whether anything that counts can be worked out. */
  public boolean hasFigures() {
    return !dataset.key().isEmpty()
        || kinds.values().stream()
            .flatMap(kind -> kind.keySet().stream())
            .anyMatch(name -> dataset.column(name).additivity() != Additivity.DIMENSION);
  }
}
