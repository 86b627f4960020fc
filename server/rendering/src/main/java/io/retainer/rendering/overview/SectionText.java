package io.retainer.rendering.overview;

import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Headlines;
import io.retainer.rendering.words.ReasonTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences of a section, as computed or as somebody worded them: the same in each form of the
 * report.
 *
 * @param lead the sentence below its title; empty when it is left out
 * @param remarks what a reader must know of the figures
 * @param above what each issue says, then what was written for this one
 */
public record SectionText(
    String title, Optional<String> lead, List<String> remarks, List<Prose> above, Prose below) {

  public SectionText {
    remarks = List.copyOf(remarks);
    above = List.copyOf(above);
  }

  /**
   * A sentence that was computed.
   *
   * @param isFixed whether nobody may word it otherwise
   */
  public record Finding(String id, String said, boolean isFixed) {}

  public static SectionText of(ReportContent content, ReportTexts texts, Section section) {
    SectionCommentary words = content.commentary().of(section.key());
    List<String> remarks = new ArrayList<>();
    Optional<String> lead = Optional.empty();
    for (Finding finding : computed(texts, section)) {
      Optional<String> said = said(finding, words.findings().get(finding.id()));
      if (finding.id().equals(Commentary.HEADLINE)) {
        lead = said;
      } else {
        said.ifPresent(remarks::add);
      }
    }
    return new SectionText(
        texts.text("section." + section.key() + ".title"),
        lead,
        remarks,
        Stream.of(standing(texts, section), words.above()).filter(one -> !one.isEmpty()).toList(),
        words.below());
  }

  /** What stands above the figures, as one text. */
  public String aboveAsText() {
    return above.stream().map(Prose::text).collect(Collectors.joining("\n\n"));
  }

  private static Prose standing(ReportTexts texts, Section section) {
    return texts.find("section." + section.key() + ".text").map(Prose::new).orElse(Prose.NONE);
  }

  private static Optional<String> said(Finding finding, Treatment treatment) {
    if (treatment == null || finding.isFixed()) {
      return Optional.of(finding.said());
    }
    return Optional.of(treatment.text()).filter(text -> !text.isEmpty());
  }

  /** The findings as they are computed, the leading one first. */
  public static List<Finding> computed(ReportTexts texts, Section section) {
    if (section instanceof Section.Empty empty) {
      String reason = ReasonTexts.of(texts.formats()).sentence(empty.reason());
      return List.of(new Finding(Commentary.HEADLINE, reason, true));
    }
    Section.Filled filled = (Section.Filled) section;
    List<Finding> findings = new ArrayList<>();
    String headline = Headlines.of(texts.formats(), filled.figures().get(0));
    findings.add(new Finding(Commentary.HEADLINE, headline, false));
    RemarkTexts sentences = new RemarkTexts(texts);
    for (Remark remark : filled.remarks()) {
      findings.add(new Finding(remark.id(), sentences.sentence(remark), remark.isFixed()));
    }
    return findings;
  }
}
