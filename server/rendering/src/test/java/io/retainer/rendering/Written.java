package io.retainer.rendering;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports that somebody wrote into: everywhere, much, and with the worst of intentions. */
public final class Written {

  public static final String HOSTILE =
      "<script>alert(1)</script> <style isBold=\"true\">=cmd|' /C calc'!A0</style> \u202eevil\u202c"
          + " ${T(java.lang.Runtime)} ]]> &amp; \u0430\u0301\uD83D\uDE80";

  public static final String LONG =
      """
      У кастрычніку наведванні выраслі: дапамаглі рассылка і новая старонка дастаўкі.
      Другі радок таго ж абзаца, з «двукоссем» і лічбай 12 345,67 Br.

      - Павялічыць бюджэт на пошук (Ганна, да 15 лістапада)
      * Праверыць ўсе мэты ў Analytics — яны перасталі лічыцца пасля 20-га, і таму канверсія выглядае ніжэйшай, чым ёсць
      • Вырашыць: ці пакідаем скідку

      """
          + "Seuraavaksi tarkistamme hakusanat ja päivitämme toimitussivun. ".repeat(8)
          + "\n\n"
          + HOSTILE;

  private Written() {}

  /** Words above and below each section, a summary, each headline reworded, the rest left out. */
  public static ReportContent everywhere(ReportContent content) {
    Map<String, SectionCommentary> sections = new LinkedHashMap<>();
    sections.put(Commentary.SUMMARY, words(LONG, "", Map.of()));
    for (Section section : content.sections()) {
      Map<String, Treatment> findings = new LinkedHashMap<>();
      findings.put(
          Commentary.HEADLINE, new Treatment("Worded by Maria: " + HOSTILE, "as computed"));
      if (section instanceof Section.Filled filled) {
        filled.remarks().forEach(one -> findings.put(one.id(), Treatment.leftOut("as computed")));
      }
      sections.put(section.key(), words(LONG, "Below: " + HOSTILE + "\n\n- =1+1\n- -2", findings));
    }
    return content.with(new Commentary(sections, List.of()));
  }

  /** A summary alone. */
  public static ReportContent summary(ReportContent content, String text) {
    return content.with(
        new Commentary(Map.of(Commentary.SUMMARY, words(text, "", Map.of())), List.of()));
  }

  private static SectionCommentary words(
      String above, String below, Map<String, Treatment> findings) {
    return new SectionCommentary(
        new Prose(above), new Prose(below), findings, Map.of(), 1, "maria", Instant.EPOCH);
  }
}
