package io.retainer.app.words;

import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.rendering.overview.SectionText;
import io.retainer.workspace.commentary.CommentaryDesk;
import java.util.List;
import java.util.Optional;

/**
 * A section in the editor.
 *
 * @param stale figures that have changed since, in a line; empty when none has
 * @param words those in force, with who and when
 * @param earlier versions before those, the latest first
 */
public record WordsSection(
    String key,
    String title,
    int seen,
    String above,
    String below,
    List<Finding> findings,
    String stale,
    SectionCommentary words,
    List<SectionCommentary> earlier) {

  /**
   * @param choice kept, reworded or left-out
   * @param text the other words; may be empty
   */
  public record Finding(String id, String said, boolean isFixed, String choice, String text) {}

  public boolean isSummary() {
    return key.equals(Commentary.SUMMARY);
  }

  /**
   * @param typed what somebody typed and could not be saved
   * @param stale figures that have changed since, in a line
   */
  static WordsSection of(
      CommentaryDesk.Desk desk, Optional<CommentaryDesk.Typed> typed, String stale) {
    SectionCommentary words = desk.words();
    return new WordsSection(
        desk.section(),
        desk.title(),
        words.version(),
        typed.map(CommentaryDesk.Typed::above).orElse(words.above().text()),
        typed.map(CommentaryDesk.Typed::below).orElse(words.below().text()),
        desk.findings().stream().map(one -> finding(one, words, typed)).toList(),
        stale,
        words,
        desk.history().stream().skip(1).toList());
  }

  private static Finding finding(
      SectionText.Finding finding, SectionCommentary words, Optional<CommentaryDesk.Typed> typed) {
    Optional<Optional<String>> wanted =
        typed.isPresent()
            ? Optional.ofNullable(typed.get().rewordings().get(finding.id()))
            : Optional.ofNullable(words.findings().get(finding.id()))
                .map(Treatment::text)
                .map(text -> Optional.of(text).filter(some -> !some.isEmpty()));
    return new Finding(
        finding.id(),
        finding.said(),
        finding.isFixed(),
        wanted.isEmpty()
            ? WordsForm.KEPT
            : wanted.get().isEmpty() ? WordsForm.LEFT_OUT : WordsForm.REWORDED,
        wanted.flatMap(text -> text).orElse(""));
  }
}
