package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.spi.Grain;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a section of a client's own shows below its figures. */
public enum Shape {
  /** The figures alone, over the periods before. */
  FIGURES,
  /** The first figure along the period. */
  TREND,
  /** All figures, cut. */
  TABLE,
  /** The same with the first one drawn. */
  BARS,
  COLUMNS,
  MOVERS,
  PACING,
  STAGES,
  RECONCILIATION,
  FUNNEL,
  RANKING,
  COHORTS,
  SEGMENTS,
  /** What a person wrote into the file, and no form has fields for. */
  WRITTEN;

  /** Whether it asks by what it is cut. */
  public boolean isCut() {
    return this == TABLE || this == BARS || this == COLUMNS || this == MOVERS;
  }

  /** Whether it shows all figures, not only the first. */
  boolean isOfAll() {
    return this == TABLE || this == BARS || this == STAGES || this == RECONCILIATION;
  }

  /** What one of its points may be about. */
  public List<Grain> grains() {
    return switch (this) {
      case TREND -> List.of(Grain.DAY, Grain.WEEK, Grain.MONTH);
      case COLUMNS -> List.of(Grain.WEEK, Grain.MONTH);
      default -> List.of();
    };
  }

  /** How many rows may stand alone; zero where nobody chooses. */
  public int mostRows() {
    return switch (this) {
      case TABLE, BARS -> DefinitionReader.MOST_ROWS;
      case MOVERS -> DefinitionReader.MOST_MOVERS;
      default -> 0;
    };
  }

  /** The word that begins its formulas, if it is a picture of one kind of them. */
  Optional<String> formula() {
    return switch (this) {
      case FUNNEL, RANKING, COHORTS -> Optional.of(name().toLowerCase(Locale.ROOT));
      case SEGMENTS -> Optional.of("rfm");
      default -> Optional.empty();
    };
  }

  /** Whether it is a picture of this. */
  boolean isDrawnOf(KpiDescriptor kpi) {
    return formula().map(word -> kpi.formula().startsWith(word + "(")).orElse(true);
  }
}
