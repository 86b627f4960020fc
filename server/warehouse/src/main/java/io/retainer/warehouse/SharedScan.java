package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectHavingStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * One statement for the additive measures of many queries about one client and dataset: whatever
 * their periods, conditions, dimensions and series. The rows are read once, and added up by piece
 * of the timeline, series, dimensions and mask of conditions; {@link RollUp} does the rest.
 */
final class SharedScan {

  private static final Field<Integer> FAMILY = field(name("_family"), SQLDataType.INTEGER);
  private static final Field<Integer> FROM = field(name("_from"), SQLDataType.INTEGER);
  private static final Field<Integer> TO = field(name("_to"), SQLDataType.INTEGER);
  private static final Field<Integer> EDGES = field(name("_edges"), SQLDataType.INTEGER);

  private final List<Family> families;
  private final FactQuery any;
  private final ClockSql clock;
  private final Timeline timeline;
  private final Set<DateSpan> spans = new TreeSet<>();
  private final Set<Condition> ofAll;
  private final List<Base> bases;
  private final Set<String> dimensions = new TreeSet<>();
  private final boolean hasLongRows;
  private final boolean hasEdges;
  private final boolean hasCurrencies;
  private final FactsInOneCurrency facts;

  /**
   * @param isJoined whether queries with fewer dimensions are answered from the groups of those
   *     with more, which saves a pass over the rows and makes more groups
   */
  SharedScan(List<Asked> asked, boolean isJoined) {
    any = asked.get(0).query();
    clock = ClockSql.of(asked.stream().map(Asked::query).toList());
    ofAll = ofAll(asked);
    boolean mayBeLong = false;
    boolean isExact = false;
    Set<Base> found = new LinkedHashSet<>();
    for (Asked each : asked) {
      dimensions.addAll(each.query().by());
      each.query().measures().forEach(measure -> found.addAll(bases(each, measure)));
      for (PeriodCoverage period : each.periods()) {
        for (SeriesChoice choice : period.chosen()) {
          mayBeLong |= mayBeLong(choice.series());
          isExact |= choice.isExact();
        }
        if (!period.chosen().isEmpty()) {
          spans.add(period.period());
        }
      }
    }
    families = Family.all(asked, ofAll, isJoined);
    bases = List.copyOf(found);
    timeline = Timeline.of(spans);
    hasLongRows = mayBeLong;
    hasEdges = isExact || found.stream().anyMatch(Base.Having.class::isInstance);
    hasCurrencies = asked.stream().anyMatch(Asked::hasCurrencies);
    facts =
        new FactsInOneCurrency(
            any.dataset(), asked.stream().flatMap(each -> each.periods().stream()).toList());
  }

  private static Set<Condition> ofAll(List<Asked> asked) {
    Set<Condition> common = new LinkedHashSet<>(Condition.conjuncts(asked.get(0).query().where()));
    asked.forEach(each -> common.retainAll(Condition.conjuncts(each.query().where())));
    return common;
  }

  private static boolean mayBeLong(Series series) {
    return !series.isEvents() && series.grain() != Grain.DAY && series.grain() != Grain.SNAPSHOT;
  }

  /** What has to be added up for a measure. */
  static List<Base> bases(Asked asked, Measure measure) {
    if (measure.aggregation() instanceof Aggregation.Sum sum) {
      Base value = new Base.Value(sum.value());
      return Need.sumsDistinct(sum.value(), asked.query().dataset())
          ? List.of(value, new Base.Having(sum.value()))
          : List.of(value);
    }
    if (measure.aggregation() instanceof Aggregation.WeightedMean mean) {
      return List.of(
          new Base.Weighted(mean.value(), mean.weight()),
          new Base.Weight(mean.value(), mean.weight()));
    }
    return List.of();
  }

  List<Family> families() {
    return families;
  }

  List<Base> bases() {
    return bases;
  }

  Timeline timeline() {
    return timeline;
  }

  Select<?> statement() {
    if (families.size() == 1) {
      return added(0, rows().asTable("rows_of_spans")).limit(inline(FactStatement.MOST_CELLS + 1));
    }
    Table<?> rows = table(name("rows_of_spans"));
    Select<?> all = null;
    for (int i = 0; i < families.size(); i++) {
      Select<?> one = added(i, rows);
      all = all == null ? one : union(all, one);
    }
    return DSL.with(name("rows_of_spans").asMaterialized(rows()))
        .select(DSL.asterisk())
        .from(all.asTable("added"))
        .limit(inline(FactStatement.MOST_CELLS + 1));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Select<?> union(Select<?> one, Select<?> other) {
    return ((Select) one).unionAll((Select) other);
  }

  /** The rows of all periods, with what is grouped by and added up. */
  private Select<?> rows() {
    Scope scope = facts.scope(clock);
    Numbers numbers = new Numbers(scope);
    Field<LocalDate> start = FactRows.fact("period_start", SQLDataType.LOCALDATE);
    Field<LocalDate> end = FactRows.fact("period_end", SQLDataType.LOCALDATE);
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(FactRows.fact("series", SQLDataType.BIGINT).as(Names.SERIES));
    columns.add(timeline.pieceOf(start).as(FROM));
    if (hasLongRows) {
      columns.add(timeline.pieceBefore(end).as(TO));
    }
    if (hasEdges) {
      columns.add(
          when(timeline.beginsPiece(start), inline(1))
              .otherwise(inline(0))
              .plus(when(timeline.endsPiece(end), inline(2)).otherwise(inline(0)))
              .as(EDGES));
    }
    if (hasCurrencies) {
      columns.add(facts.currency().as(Names.CURRENCY));
    }
    for (String dimension : dimensions) {
      columns.add(
          coalesce(
                  cast(FactRows.fact(dimension, SQLDataType.VARCHAR), SQLDataType.VARCHAR),
                  inline(""))
              .as(by(dimension)));
    }
    MeasureSql conditions = new MeasureSql(scope, any.dataset());
    List<List<Condition>> masks = masks();
    for (int i = 0; i < masks.size(); i++) {
      columns.add(mask(masks.get(i), conditions).as(mask(i)));
    }
    for (int i = 0; i < bases.size(); i++) {
      columns.add(bases.get(i).ofRow(numbers).as(base(i)));
    }
    Set<Long> series = new TreeSet<>();
    families.forEach(family -> series.addAll(family.series()));
    return DSL.select(columns)
        .from(facts.table(start, end))
        .where(FactRows.ofClient(any.client(), series))
        .and(Timeline.within(start, spans))
        .and(DSL.and(ofAll.stream().map(c -> conditions.where(Optional.of(c))).toList()));
  }

  /** The masks of all families; what several have is computed once. */
  private List<List<Condition>> masks() {
    return families.stream().flatMap(family -> family.masks().stream()).distinct().toList();
  }

  private static Field<Long> mask(List<Condition> bits, MeasureSql conditions) {
    Field<Long> mask = null;
    for (int i = 0; i < bits.size(); i++) {
      Field<Long> bit =
          when(conditions.where(Optional.of(bits.get(i))), inline(1L << i)).otherwise(inline(0L));
      mask = mask == null ? bit : mask.plus(bit);
    }
    return mask;
  }

  private SelectHavingStep<?> added(int index, Table<?> rows) {
    Family family = families.get(index);
    List<Field<?>> grouping = new ArrayList<>(List.of(Names.SERIES, FROM));
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(inline(index).as(FAMILY));
    if (hasLongRows) {
      grouping.add(TO);
    }
    if (hasEdges) {
      grouping.add(EDGES);
    }
    if (hasCurrencies) {
      grouping.add(Names.CURRENCY);
    }
    columns.addAll(grouping);
    for (String dimension : dimensions) {
      boolean isOwn = family.by().contains(dimension);
      Field<String> value = isOwn ? where(family, dimension) : inline("");
      columns.add(value.as(by(dimension)));
      if (isOwn) {
        grouping.add(value);
      }
    }
    List<List<Condition>> masks = masks();
    for (int j = 0; j < mostMasks(); j++) {
      boolean isOwn = j < family.masks().size();
      Field<Long> known = isOwn ? mask(masks.indexOf(family.masks().get(j))) : inline(0L);
      columns.add(known.as(name("_bits_" + j)));
      if (isOwn) {
        grouping.add(known);
      }
    }
    columns.add(count().as(Names.measure(0)));
    for (int i = 0; i < bases.size(); i++) {
      columns.add(bases.get(i).ofRows(base(i)).as(base(i)));
    }
    org.jooq.Condition own =
        families.size() == 1 ? DSL.noCondition() : ofSome(family.series(), family.pieces(timeline));
    return DSL.select(columns).from(rows).where(own).groupBy(grouping);
  }

  /** A dimension where any query of the family groups by it, and nothing elsewhere. */
  private Field<String> where(Family family, String dimension) {
    Family narrow = family.by(dimension);
    Set<Integer> pieces = narrow.pieces(timeline);
    return pieces.equals(family.pieces(timeline)) && narrow.series().equals(family.series())
        ? by(dimension)
        : when(ofSome(narrow.series(), pieces), by(dimension)).otherwise(inline(""));
  }

  private static org.jooq.Condition ofSome(Set<Long> series, Set<Integer> pieces) {
    return Names.SERIES
        .in(series.stream().map(DSL::inline).toList())
        .and(FROM.in(pieces.stream().map(DSL::inline).toList()));
  }

  /** Reads by position, in the order of {@link #added}: there are many columns. */
  Added read(ResultSet row) throws SQLException {
    int column = 1;
    int index = row.getInt(column++);
    Family family = families.get(index);
    long series = row.getLong(column++);
    int from = row.getInt(column++);
    int to = hasLongRows ? row.getInt(column++) : from;
    int edges = hasEdges ? row.getInt(column++) : 0;
    String currency = hasCurrencies ? row.getString(column++) : null;
    Map<String, String> values = new HashMap<>();
    for (String dimension : dimensions) {
      values.put(dimension, row.getString(column++));
    }
    long[] masks = new long[family.masks().size()];
    for (int i = 0; i < mostMasks(); i++) {
      long mask = row.getLong(column++);
      if (i < masks.length) {
        masks[i] = mask;
      }
    }
    long rows = row.getLong(column++);
    BigDecimal[] sums = new BigDecimal[bases.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Answering.number(row.getObject(column++));
    }
    List<String> group = family.by().stream().map(values::get).toList();
    return new Added(index, series, from, to, edges, currency, group, masks, rows, sums);
  }

  private int mostMasks() {
    return families.stream().mapToInt(family -> family.masks().size()).max().orElse(0);
  }

  private static Field<String> by(String dimension) {
    return field(name("_by_" + dimension), SQLDataType.VARCHAR);
  }

  private static Field<Long> mask(int index) {
    return field(name("_mask_" + index), SQLDataType.BIGINT);
  }

  private static Field<?> base(int index) {
    return field(name("_b" + index), SQLDataType.NUMERIC);
  }
}
