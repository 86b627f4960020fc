package io.retainer.warehouse;

import io.retainer.model.imports.Restatement;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.DateSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares gathered rows with those they are about to replace. A row and an earlier one are the
 * same when they have one key or, in tables without keys, one period, one currency and the same
 * dimensions.
 */
final class Restating {

  private final Sql sql;
  private final IntakeTable table;
  private final String earlier;
  private final Object[] values;

  Restating(Sql sql, IntakeTable table, FactChanges.Earlier earlier) {
    this.sql = sql;
    this.table = table;
    this.earlier = earlier.from();
    this.values = earlier.values().toArray();
  }

  /** Rows of one period, or all of them. */
  record Counts(DateSpan days, long added, long changed, long removed, long unchanged) {

    boolean isWithoutChange() {
      return added + changed + removed == 0;
    }
  }

  /** Empty when the rows take no place of others. */
  Optional<Restatement> restatement() throws SQLException {
    if (sql.number("select count(*) from " + earlier, values) == 0) {
      return Optional.empty();
    }
    List<Counts> counts = sql.list(Restating::counts, counting(), values);
    RestatedPeriods periods =
        new RestatedPeriods(counts.stream().filter(each -> !each.isWithoutChange()).toList());
    return Optional.of(
        new Restatement(
            table.header().title(),
            table.header().dataset().name(),
            counts.stream().mapToLong(Counts::added).sum(),
            counts.stream().mapToLong(Counts::changed).sum(),
            counts.stream().mapToLong(Counts::removed).sum(),
            counts.stream().mapToLong(Counts::unchanged).sum(),
            periods.with(measures(), amounts())));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    return new Counts(
        Catalogue.span(row, 1).orElseThrow(),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6));
  }

  private List<Column> columns() {
    return table.header().columns().stream()
        .filter(name -> !name.equals("currency"))
        .map(table.header().dataset()::column)
        .toList();
  }

  private boolean isIdentity(Column column) {
    return table.isKeyed()
        ? column.name().equals(table.key())
        : column.type() != ColumnType.INTEGER && column.type() != ColumnType.DECIMAL;
  }

  /** Measures that may be added up over rows. */
  private List<Column> measures() {
    return columns().stream().filter(c -> c.additivity() == Additivity.ADDITIVE).toList();
  }

  private static String names(List<String> names) {
    return names.stream().map(FactTable::quoted).collect(Collectors.joining(", "));
  }

  /** Rows by their period: added, changed, removed and unchanged. */
  private String counting() throws SQLException {
    List<String> same =
        new ArrayList<>(columns().stream().filter(this::isIdentity).map(Column::name).toList());
    List<String> compared =
        new ArrayList<>(columns().stream().filter(c -> !isIdentity(c)).map(Column::name).toList());
    compared.add(FactTable.SUPPRESSED);
    (table.isKeyed() ? compared : same).addAll(List.of("currency", "period_start", "period_end"));
    return """
    with %s
    select day, after_day, sum(greatest(n_new - n_old, 0)),
      sum(case when n_new = n_old and not differs then 0 else least(n_new, n_old) end),
      sum(greatest(n_old - n_new, 0)),
      sum(case when n_new = n_old and not differs then n_new else 0 end)
    from pairs group by day, after_day order by day, after_day
    """
        .formatted(table.isKeyed() ? ofKeys(compared) : ofAlike(same, compared));
  }

  /**
   * A key has one row on either side. They are laid beside each other: to group them takes memory
   * for every text of every row.
   */
  private String ofKeys(List<String> compared) throws SQLException {
    String key = FactTable.quoted(table.key());
    String differing =
        compared.stream()
            .map(FactTable::quoted)
            .map("earlier.%1$s is distinct from arriving.%1$s"::formatted)
            .collect(Collectors.joining(" or "));
    return """
    pairs as (
      select arriving.period_start as day, arriving.period_end as after_day,
        case when earlier.%1$s is null then 0 else 1 end as n_old, 1 as n_new, (%2$s) as differs
      from (select %1$s, %3$s from %4$s) as arriving
      left join (select %1$s, %3$s from %5$s) as earlier on earlier.%1$s = arriving.%1$s)
    """
        .formatted(key, differing, names(compared), table.aside(), earlier);
  }

  private String ofAlike(List<String> same, List<String> compared) throws SQLException {
    String all = names(same) + ", " + names(compared);
    String differing =
        compared.stream()
            .map(this::comparable)
            .map(name -> "%s is distinct from %s".formatted(of(name, false), of(name, true)))
            .collect(Collectors.joining(" or "));
    return """
    both_sides as (
      select false as is_new, %1$s from %2$s union all select true, %1$s from %3$s),
    pairs as (
      select coalesce(max(period_start) filter (where is_new), max(period_start)) as day,
        coalesce(max(period_end) filter (where is_new), max(period_end)) as after_day,
        count(*) filter (where not is_new) as n_old, count(*) filter (where is_new) as n_new,
        (%4$s) as differs
      from both_sides group by %5$s)
    """
        .formatted(all, earlier, table.aside(), differing, names(same));
  }

  /** Not every database knows a least truth value. */
  private String comparable(String name) {
    boolean isTruth =
        columns().stream()
            .anyMatch(each -> each.name().equals(name) && each.type() == ColumnType.BOOLEAN);
    return isTruth ? "cast(" + FactTable.quoted(name) + " as integer)" : FactTable.quoted(name);
  }

  /**
   * Of rows that are alike in everything that identifies them, the least and the greatest value.
   */
  private static String of(String name, boolean isNew) {
    String side = isNew ? "is_new" : "not is_new";
    return "(min(%1$s) filter (where %2$s), max(%1$s) filter (where %2$s))".formatted(name, side);
  }

  /** Sums of the measures before and after, by period and currency. */
  private List<RestatedPeriods.Side> amounts() throws SQLException {
    List<Column> measures = measures();
    if (measures.isEmpty()) {
      return List.of();
    }
    String sums =
        measures.stream()
            .map(column -> "cast(sum(" + FactTable.quoted(column.name()) + ") as varchar)")
            .collect(Collectors.joining(", "));
    String text =
        """
        select period_start, period_end, currency, false, %1$s from %2$s
        group by period_start, period_end, currency
        union all
        select period_start, period_end, currency, true, %1$s from %3$s
        group by period_start, period_end, currency
        """
            .formatted(sums, earlier, table.aside());
    return sql.list(row -> RestatedPeriods.Side.of(row, measures.size()), text, values);
  }
}
