package io.retainer.kpi.formula;

import io.retainer.model.fact.TableAsk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A building block: it stands alone as the value of a KPI, and gives a table beside its number. Its
 * parts, if any, are asked like those of any formula.
 */
public sealed interface Block {

  /** The formulas it is computed from; none when it asks for a table of its own. */
  default List<Formula> parts() {
    return List.of();
  }

  /** The rows a table is asked of. */
  default Optional<RowSet> tableRows() {
    return Optional.empty();
  }

  /** Keys by the month of their first row, and the share of them with a row in each later month. */
  record Cohorts(RowSet rows, TableAsk.Cohorts ask) implements Block {
    @Override
    public Optional<RowSet> tableRows() {
      return Optional.of(rows);
    }
  }

  /** Keys by recency, frequency and amount. */
  record Rfm(RowSet rows, TableAsk.Scores ask) implements Block {
    @Override
    public Optional<RowSet> tableRows() {
      return Optional.of(rows);
    }
  }

  /**
   * What a key is expected to do in the days that follow the period, by BG/NBD and Gamma-Gamma.
   *
   * @param money whether the value of its purchases is meant, rather than their number
   */
  record Expected(RowSet rows, TableAsk.Purchases ask, int horizon, boolean money)
      implements Block {
    @Override
    public Optional<RowSet> tableRows() {
      return Optional.of(rows);
    }
  }

  /**
   * The largest groups of a dimension by a number that adds up.
   *
   * @param measure an {@link Formula.Aggregate}
   */
  record Ranking(RowSet rows, String dimension, Formula.Aggregate measure, int limit)
      implements Block {
    @Override
    public Optional<RowSet> tableRows() {
      return Optional.of(rows);
    }
  }

  /** How many entities reached each step or a later one. */
  record Funnel(List<String> steps, List<Formula> reached) implements Block {
    public Funnel {
      steps = List.copyOf(steps);
      reached = List.copyOf(reached);
    }

    @Override
    public List<Formula> parts() {
      return reached;
    }
  }

  /**
   * Two rates compared: successes and trials of A, and of B.
   *
   * @param experiments how many experiments the rows are of, where they say it
   */
  record Uplift(
      Formula successesA,
      Formula trialsA,
      Formula successesB,
      Formula trialsB,
      Optional<Formula> experiments)
      implements Block {
    @Override
    public List<Formula> parts() {
      List<Formula> parts = new ArrayList<>(List.of(successesA, trialsA, successesB, trialsB));
      experiments.ifPresent(parts::add);
      return parts;
    }
  }
}
