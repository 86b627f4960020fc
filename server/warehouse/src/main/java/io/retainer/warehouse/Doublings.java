package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.Doubled;
import io.retainer.spi.DateSpan;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Accounts that an import and another source know some days of: found, kept and said again. */
final class Doublings {

  private final Sql sql;

  Doublings(Sql sql) {
    this.sql = sql;
  }

  /** Of tables that are in force, by dataset, source and account. */
  List<Doubled> of(ClientId client, String source, List<IntakeTable> tables) throws SQLException {
    Map<String, Doubled> found = new TreeMap<>();
    for (Asked asked : asked(source, tables)) {
      for (Doubled each : others(client, source, asked.dataset, asked.days)) {
        if (AccountName.bare(each.source(), each.account()).equals(Optional.of(asked.account))) {
          found.merge(
              each.dataset() + " " + each.source() + " " + each.account(), each, Doublings::joined);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  private record Asked(String dataset, String account, DateSpan days) {}

  /** An archive may have a table for each day, and a damaged file the same one 2,000 times. */
  private static Set<Asked> asked(String source, List<IntakeTable> tables) {
    Set<Asked> asked = new LinkedHashSet<>();
    for (IntakeTable table : tables) {
      Optional<String> account = AccountName.bare(source, table.header().account());
      if (account.isPresent() && table.span().isPresent()) {
        asked.add(new Asked(table.header().dataset().name(), account.get(), table.span().get()));
      }
    }
    return asked;
  }

  private List<Doubled> others(ClientId client, String source, String dataset, DateSpan days)
      throws SQLException {
    return sql
        .list(
            row ->
                new Doubled(
                    dataset,
                    row.getString(1),
                    row.getString(2),
                    Catalogue.span(row, 3).orElseThrow()),
            """
        select s.source, s.account, min(p.period_start),
          max(p.period_end)
        from series s join presence p on p.series = s.id
        where s.client = ? and s.dataset = ? and s.source <> ?
          and p.period_start < ? and p.period_end > ?
        group by s.source, s.account order by 1, 2
        """,
            client.value(),
            dataset,
            source,
            days.end(),
            days.start())
        .stream()
        .map(each -> within(each, days))
        .toList();
  }

  private static Doubled within(Doubled each, DateSpan days) {
    return with(
        each, later(each.days().start(), days.start()), earlier(each.days().end(), days.end()));
  }

  private static Doubled joined(Doubled one, Doubled other) {
    return with(
        one,
        earlier(one.days().start(), other.days().start()),
        later(one.days().end(), other.days().end()));
  }

  private static Doubled with(Doubled each, LocalDate start, LocalDate end) {
    return new Doubled(each.dataset(), each.source(), each.account(), new DateSpan(start, end));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  void keep(long batch, List<Doubled> doubled) throws SQLException {
    for (int i = 0; i < doubled.size(); i++) {
      Doubled each = doubled.get(i);
      sql.insert(
          "doublings",
          batch,
          i,
          each.dataset(),
          each.source(),
          each.account(),
          each.days().start(),
          each.days().end());
    }
  }
}
