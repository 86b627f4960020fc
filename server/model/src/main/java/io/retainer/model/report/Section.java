package io.retainer.model.report;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.exhibit.Exhibit;
import java.util.List;
import java.util.Optional;

/** A channel of the report. One without data says why, in a sentence. */
public sealed interface Section {

  /** Names the section in the template's texts: {@code section.<key>.title}. */
  String key();

  /** Its figures, the leading one first; empty when there is no data. */
  List<KpiFigure> figures();

  /**
   * A channel with data.
   *
   * @param trend the leading figure over the days of the period, or over the periods before it
   * @param history its figures over the last periods, when there are no breakdowns
   * @param exhibits what has a picture of its own
   * @param remarks what a reader must know of these figures
   */
  record Filled(
      String key,
      List<KpiFigure> figures,
      Optional<Trend> trend,
      List<BreakdownTable> breakdowns,
      Optional<History> history,
      List<Exhibit> exhibits,
      List<Remark> remarks)
      implements Section {

    /** A channel without exhibits. */
    public Filled(
        String key,
        List<KpiFigure> figures,
        Optional<Trend> trend,
        List<BreakdownTable> breakdowns,
        Optional<History> history,
        List<Remark> remarks) {
      this(key, figures, trend, breakdowns, history, List.of(), remarks);
    }

    public Filled {
      figures = List.copyOf(figures);
      breakdowns = List.copyOf(breakdowns);
      exhibits = List.copyOf(exhibits);
      remarks = List.copyOf(remarks);
      if (figures.isEmpty()) {
        throw new IllegalArgumentException("Section " + key + " is filled but has no figure");
      }
    }
  }

  /**
   * A channel of which there is nothing to show.
   *
   * @param reason why its leading figure has no value
   */
  record Empty(String key, Reason reason) implements Section {

    @Override
    public List<KpiFigure> figures() {
      return List.of();
    }
  }
}
