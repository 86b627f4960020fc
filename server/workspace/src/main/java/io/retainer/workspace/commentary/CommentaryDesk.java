package io.retainer.workspace.commentary;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.rendering.overview.Basis;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.template.ReportTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where somebody writes into one report, with its figures as they are now. */
public final class CommentaryDesk {

  /** On a single page there is room for this many characters of a summary, and of a finding. */
  private static final int SHORT_SUMMARY = 450;

  private static final int SHORT_FINDING = 150;

  private final WordsOf report;
  private final ReportContent content;
  private final ReportTexts texts;
  private final boolean isOnePage;
  private final Commentaries commentaries;

  /**
   * @param content as it is now, with the words in force
   * @param isOnePage whether there is room for a summary and headlines only
   */
  public CommentaryDesk(
      WordsOf report,
      ReportContent content,
      ReportTexts texts,
      boolean isOnePage,
      Commentaries commentaries) {
    this.report = report;
    this.content = content;
    this.texts = texts;
    this.isOnePage = isOnePage;
    this.commentaries = commentaries;
  }

  /**
   * A section as its writer sees it.
   *
   * @param findings as they are computed now
   * @param changes figures that are not what they were when the words were written
   * @param history the latest version first
   */
  public record Desk(
      String section,
      String title,
      List<SectionText.Finding> findings,
      SectionCommentary words,
      List<Basis.Change> changes,
      List<SectionCommentary> history) {

    /** Whether the words were written at other figures. */
    public boolean isStale() {
      return !changes.isEmpty();
    }
  }

  /**
   * What somebody wrote.
   *
   * @param seen the version that they had before the eyes
   * @param rewordings by the id of the finding: its new words, nothing to leave it out
   * @param holds whether the words hold for the figures of now, also when they are the same
   */
  public record Typed(
      int seen,
      String above,
      String below,
      Map<String, Optional<String>> rewordings,
      boolean holds) {

    public Typed {
      rewordings = new LinkedHashMap<>(rewordings);
    }
  }

  /** Somebody else wrote meanwhile. */
  public static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(String message) {
      super(message);
    }
  }

  public WordsOf report() {
    return report;
  }

  /** Whether a section has room for words around its figures. */
  public boolean isOnePage() {
    return isOnePage;
  }

  /** The summary first. */
  public List<Desk> sections() {
    List<Desk> desks = new ArrayList<>();
    desks.add(desk(Commentary.SUMMARY));
    content.sections().stream().map(Section::key).map(this::desk).forEach(desks::add);
    return desks;
  }

  /**
   * @throws IllegalArgumentException when the report has no such section
   */
  public Desk desk(String section) {
    check(section);
    List<SectionCommentary> history = commentaries.history(report, section);
    SectionCommentary words = history.isEmpty() ? SectionCommentary.NONE : history.get(0);
    return new Desk(
        section,
        section.equals(Commentary.SUMMARY)
            ? texts.text("summary.title")
            : texts.text("section." + section + ".title"),
        findings(section),
        words,
        words.isEmpty()
            ? List.of()
            : Basis.changes(content, words.basis(), Basis.of(content, texts, section)),
        history);
  }

  private void check(String section) {
    List<String> known = new ArrayList<>(List.of(Commentary.SUMMARY));
    content.sections().forEach(one -> known.add(one.key()));
    if (!known.contains(section)) {
      throw new IllegalArgumentException(
          "The report has no section \"" + section + "\"; there are " + known);
    }
  }

  private List<SectionText.Finding> findings(String section) {
    if (section.equals(Commentary.SUMMARY)) {
      return ScorecardText.computed(content, texts);
    }
    return content.sections().stream()
        .filter(one -> one.key().equals(section))
        .findFirst()
        .map(one -> SectionText.computed(texts, one))
        .orElse(List.of());
  }

  /**
   * Keeps the words of all these sections, or of none, with the figures that they were written at.
   *
   * @throws IllegalArgumentException saying what is too long, or which finding there is not
   * @throws Overtaken when somebody wrote another version meanwhile
   */
  public void write(Map<String, Typed> typed, String by) {
    Map<String, SectionCommentary> words = new LinkedHashMap<>();
    typed.forEach(
        (section, one) -> changed(section, one, by).ifPresent(w -> words.put(section, w)));
    if (words.isEmpty()) {
      return;
    }
    commentaries
        .write(report, words)
        .ifPresent(
            section -> {
              Desk now = desk(section);
              throw new Overtaken(
                  "Somebody has changed the words of \"%s\" meanwhile: version %d was seen, and %d is in force. Nothing was saved; read theirs, then save yours"
                      .formatted(now.title(), typed.get(section).seen(), now.words().version()));
            });
  }

  /** Nothing where the words are those in force. */
  private Optional<SectionCommentary> changed(String section, Typed typed, String by) {
    Desk now = desk(section);
    SectionCommentary words =
        new SectionCommentary(
            prose(section, typed.above()),
            prose(section, typed.below()),
            treatments(now, typed.rewordings()),
            Basis.of(content, texts, section),
            typed.seen(),
            by,
            Instant.EPOCH);
    boolean isSame =
        words.above().equals(now.words().above())
            && words.below().equals(now.words().below())
            && isSame(words.findings(), now.words().findings());
    return isSame && !(typed.holds() && now.isStale()) ? Optional.empty() : Optional.of(words);
  }

  /** What findings said when they were worded does not matter here. */
  private static boolean isSame(Map<String, Treatment> one, Map<String, Treatment> other) {
    return one.keySet().equals(other.keySet())
        && one.keySet().stream().allMatch(id -> one.get(id).text().equals(other.get(id).text()));
  }

  private Prose prose(String section, String text) {
    Prose prose = new Prose(text);
    boolean isSummary = section.equals(Commentary.SUMMARY);
    if (isOnePage && !isSummary && !prose.isEmpty()) {
      throw new IllegalArgumentException(
          "This report is a single page: it has room for a summary and for headlines only");
    }
    if (isOnePage && prose.length() > SHORT_SUMMARY) {
      throw new IllegalArgumentException(
          "This report is a single page: its summary has at most %d characters, saw %d"
              .formatted(SHORT_SUMMARY, prose.length()));
    }
    return prose;
  }

  private Map<String, Treatment> treatments(Desk now, Map<String, Optional<String>> rewordings) {
    Map<String, Treatment> treatments = new LinkedHashMap<>();
    rewordings.forEach(
        (id, text) -> {
          SectionText.Finding finding =
              now.findings().stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "Section \"%s\" has no finding \"%s\"; there are %s"
                                  .formatted(now.section(), id, ids(now))));
          if (finding.isFixed()) {
            throw new IllegalArgumentException(
                "The finding \"%s\" tells how far figures hold, and stays as it is".formatted(id));
          }
          treatments.put(id, treatment(text, finding.said()));
        });
    return treatments;
  }

  private static List<String> ids(Desk desk) {
    return desk.findings().stream().map(SectionText.Finding::id).toList();
  }

  private Treatment treatment(Optional<String> text, String said) {
    if (text.isEmpty()) {
      return Treatment.leftOut(said);
    }
    Treatment worded = new Treatment(text.get(), said);
    if (worded.isLeftOut()) {
      throw new IllegalArgumentException(
          "A finding that is worded anew has some text; leave it out instead");
    }
    if (isOnePage && worded.text().length() > SHORT_FINDING) {
      throw new IllegalArgumentException(
          "This report is a single page: a finding has at most %d characters, saw %d"
              .formatted(SHORT_FINDING, worded.text().length()));
    }
    return worded;
  }
}
