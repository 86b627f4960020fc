package io.retainer.rendering.template;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.SectionMistake.What;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What does not fit in the sections of a client's own that somebody composes, field by field. A
 * figure that is no KPI is none of these; whoever asks has looked.
 */
public final class SectionMistakes {

  private static final int MOST_FIGURES = 12;

  private final Composition composition;
  private final Function<String, Optional<KpiDescriptor>> kpis;
  private final String language;
  private final Map<String, String> known;
  private final List<SectionMistake> mistakes = new ArrayList<>();

  /**
   * @param kpis those in force, by id
   * @param language of the client's reports: each section has a title in it
   * @param known titles of sections in that language that are not composed here, by key
   */
  public SectionMistakes(
      Composition composition,
      Function<String, Optional<KpiDescriptor>> kpis,
      String language,
      Map<String, String> known) {
    this.composition = composition;
    this.kpis = kpis;
    this.language = language;
    this.known = Map.copyOf(known);
  }

  public List<SectionMistake> list() {
    for (Part part : composition.sections()) {
      if (part.isShown()) {
        part.own().ifPresent(own -> look(part, own));
      }
    }
    return mistakes;
  }

  private void look(Part part, OwnSection own) {
    titles(part, own.words().titles(), own.shape() == Shape.WRITTEN);
    own.words()
        .texts()
        .forEach(
            (in, text) -> {
              if (length(text) > SectionWords.LONGEST_TEXT) {
                add(part, "text." + in, What.LONG_TEXT, SectionWords.LONGEST_TEXT);
              }
            });
    List<KpiDescriptor> figures =
        part.figures().stream().map(kpis).flatMap(Optional::stream).toList();
    figures(part, own.shape());
    if (own.shape().isCut()) {
      cut(part, own, figures);
    }
    if (own.shape().mostRows() > 0 && (own.rows() < 1 || own.rows() > own.shape().mostRows())) {
      add(part, "rows", What.ROWS, own.shape().mostRows());
    }
    if (own.shape() == Shape.COLUMNS && !own.shape().grains().contains(own.over())) {
      add(part, "over", What.DAYS, 0);
    }
    if (!figures.isEmpty() && figures.size() == part.figures().size()) {
      shape(part, own.shape(), figures);
    }
  }

  /**
   * @param isWritten whether a person wrote the section, in whatever language
   */
  private void titles(Part part, Map<String, String> titles, boolean isWritten) {
    boolean isTitled = titles.containsKey(language) || isWritten && !titles.isEmpty();
    if (!isTitled && !known.containsKey(part.key())) {
      add(part, "title." + language, What.NO_TITLE, 0);
    }
    titles.forEach(
        (in, title) -> {
          if (length(title) > SectionWords.LONGEST_TITLE) {
            add(part, "title." + in, What.LONG_TITLE, SectionWords.LONGEST_TITLE);
          } else if (isTaken(part, in, title)) {
            add(part, "title." + in, What.SAME_TITLE, 0);
          }
        });
  }

  /** By a section of the agency's, or by one that stands before it. */
  private boolean isTaken(Part part, String in, String title) {
    Set<String> taken = new LinkedHashSet<>();
    for (Part other : composition.sections()) {
      boolean isBefore =
          composition.sections().indexOf(other) < composition.sections().indexOf(part);
      Map<String, String> own =
          other.own().map(section -> section.words().titles()).orElse(Map.of());
      if (!other.key().equals(part.key()) && isBefore && own.containsKey(in)) {
        taken.add(plain(own.get(in)));
      }
      if (!other.key().equals(part.key()) && in.equals(language) && own.isEmpty()) {
        taken.add(plain(known.getOrDefault(other.key(), "")));
      }
    }
    return taken.contains(plain(title));
  }

  private static String plain(String title) {
    return title.strip().toLowerCase(Locale.ROOT);
  }

  private void figures(Part part, Shape shape) {
    int count = part.figures().size();
    int most =
        switch (shape) {
          case TABLE, BARS -> DefinitionReader.MOST_COLUMNS;
          case RECONCILIATION -> DefinitionReader.MOST_SOURCES;
          default -> MOST_FIGURES;
        };
    boolean isPair = shape == Shape.STAGES || shape == Shape.RECONCILIATION;
    if (count == 0) {
      add(part, "figures", What.NO_FIGURE, 0);
    } else if (isPair && count < 2) {
      add(part, "figures", What.FEW_FIGURES, 2);
    } else if (count > most) {
      add(part, "figures", What.MANY_FIGURES, most);
    }
    Set<String> seen = new LinkedHashSet<>();
    for (String each : part.figures()) {
      if (!seen.add(each)) {
        kpis.apply(each).ifPresent(kpi -> add(part, "figures", What.SAME_FIGURE, kpi));
      }
    }
  }

  private void cut(Part part, OwnSection own, List<KpiDescriptor> figures) {
    if (own.by().isEmpty()) {
      add(part, "by", What.NO_DIMENSION, 0);
      return;
    }
    figures.stream()
        .limit(own.shape().isOfAll() ? figures.size() : 1)
        .filter(kpi -> !kpi.dimensions().contains(own.by()))
        .findFirst()
        .ifPresent(kpi -> add(part, "by", What.OTHER_DIMENSION, kpi));
  }

  private void shape(Part part, Shape shape, List<KpiDescriptor> figures) {
    KpiDescriptor lead = figures.get(0);
    KpiKind kind = lead.kind();
    switch (shape) {
      case COLUMNS -> addIf(kind != KpiKind.FLOW, part, What.NOT_ADDED, lead);
      case PACING -> addIf(!BlockProblems.isPaced(lead), part, What.NO_PACE, lead);
      case MOVERS -> {
        addIf(!BlockProblems.isMoved(lead), part, What.UNMOVED, lead);
        addIf(composition.compare().isEmpty(), part, What.NO_COMPARISON, lead);
      }
      case RECONCILIATION ->
          figures.stream()
              .filter(kpi -> !kpi.kind().growsByDay() || kpi.unit() != lead.unit())
              .findFirst()
              .ifPresent(
                  kpi ->
                      add(
                          part,
                          "shape",
                          kpi.kind().growsByDay() ? What.OTHER_UNIT : What.NOT_COUNTED,
                          kpi));
      case FUNNEL, RANKING, COHORTS, SEGMENTS ->
          addIf(!shape.isDrawnOf(lead), part, What.NOT_DRAWN, lead);
      case FIGURES, TREND, TABLE, BARS, STAGES, WRITTEN -> {}
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private void addIf(boolean isWrong, Part part, What what, KpiDescriptor kpi) {
    if (isWrong) {
      add(part, "shape", what, kpi);
    }
  }

  private void add(Part part, String field, What what, KpiDescriptor kpi) {
    mistakes.add(new SectionMistake(part.key(), field, what, Optional.of(kpi), 0));
  }

  private void add(Part part, String field, What what, long number) {
    mistakes.add(new SectionMistake(part.key(), field, what, Optional.empty(), number));
  }
}
