package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiDescriptor;
import java.util.Optional;

/**
 * Something to correct in a section that somebody composes.
 *
 * @param section its key
 * @param field {@code title.fi}, {@code text.fi}, {@code figures}, {@code shape}, {@code by},
 *     {@code over} or {@code rows}
 * @param kpi the one that it is about, if it is about one
 * @param number what there may be at most, or has to be at least; zero where there is none
 */
public record SectionMistake(
    String section, String field, What what, Optional<KpiDescriptor> kpi, long number) {

  /** What is wrong. */
  public enum What {
    NO_TITLE,
    LONG_TITLE,
    SAME_TITLE,
    LONG_TEXT,
    NO_FIGURE,
    SAME_FIGURE,
    FEW_FIGURES,
    MANY_FIGURES,
    NO_DIMENSION,
    OTHER_DIMENSION,
    ROWS,
    DAYS,
    NOT_ADDED,
    NO_PACE,
    UNMOVED,
    NO_COMPARISON,
    NOT_COUNTED,
    OTHER_UNIT,
    NOT_DRAWN
  }
}
