package io.retainer.model.report.commentary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was written into one report of one period in one language.
 *
 * @param sections by the section's key, and by {@link #SUMMARY}
 * @param otherLanguages those in which there are words and this report is not
 */
public record Commentary(Map<String, SectionCommentary> sections, List<String> otherLanguages) {

  /** What stands before all sections; no section's key begins like this. */
  public static final String SUMMARY = "_summary";

  /** The finding that leads a section. */
  public static final String HEADLINE = "headline";

  public static final Commentary NONE = new Commentary(Map.of(), List.of());

  public Commentary {
    sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    otherLanguages = List.copyOf(otherLanguages);
  }

  public SectionCommentary of(String section) {
    return sections.getOrDefault(section, SectionCommentary.NONE);
  }

  public Prose summary() {
    return of(SUMMARY).above();
  }

  public boolean isEmpty() {
    return sections.values().stream().allMatch(SectionCommentary::isEmpty);
  }
}
