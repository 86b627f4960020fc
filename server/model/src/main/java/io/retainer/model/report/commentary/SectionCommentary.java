package io.retainer.model.report.commentary;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was written about one section.
 *
 * @param above before its figures
 * @param below after its charts and tables
 * @param findings by their ids, those that are not kept as they are computed
 * @param basis the figures when it was written, by what they are: {@code web.sessions}
 * @param version counts the times that it was written, from 1; 0 when it never was
 */
public record SectionCommentary(
    Prose above,
    Prose below,
    Map<String, Treatment> findings,
    Map<String, String> basis,
    int version,
    String by,
    Instant at) {

  public static final SectionCommentary NONE =
      new SectionCommentary(Prose.NONE, Prose.NONE, Map.of(), Map.of(), 0, "", Instant.EPOCH);

  public SectionCommentary {
    findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
    basis = Collections.unmodifiableMap(new LinkedHashMap<>(basis));
  }

  /** Whether the section reads as it was computed. */
  public boolean isEmpty() {
    return above.isEmpty() && below.isEmpty() && findings.isEmpty();
  }
}
