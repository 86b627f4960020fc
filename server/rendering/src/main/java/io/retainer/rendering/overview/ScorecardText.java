package io.retainer.rendering.overview;

import io.retainer.model.report.Moved;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.rendering.template.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scorecard says in sentences, as computed or as somebody worded them: the same in each
 * form of the report.
 *
 * @param title what the sentences are about and what is compared with
 * @param rows none where there is nothing to say
 */
public record ScorecardText(String title, List<Row> rows) {

  /** The ids of findings; those of changes go on with the KPI's. */
  private static final String GOALS = "goals";

  public ScorecardText {
    rows = List.copyOf(rows);
  }

  /** What a sentence is about. */
  public enum Topic {
    GOALS,
    BETTER,
    WORSE;

    private String id(Moved moved) {
      return (this == BETTER ? "better:" : "worse:") + moved.figure().kpi().id();
    }
  }

  /**
   * @param label of the topic
   * @param sentences of one row below the other
   */
  public record Row(Topic topic, String label, List<Sentence> sentences) {
    public Row {
      sentences = List.copyOf(sentences);
    }

    public List<String> said() {
      return sentences.stream().map(Sentence::said).toList();
    }
  }

  /**
   * @param brief without what stands in the tiles as well
   * @param tellsMore whether it says more than the tiles do
   */
  public record Sentence(String said, String brief, boolean tellsMore) {}

  /** How many goals are met, for a subject; nothing where somebody left the sentence out. */
  public Optional<String> goalsAtTheEnd(ReportContent content, ReportTexts texts) {
    return rows.stream().anyMatch(row -> row.topic() == Topic.GOALS)
        ? new FindingTexts(content, texts).goalsAtTheEnd()
        : Optional.empty();
  }

  private record Computed(
      Topic topic, SectionText.Finding finding, String brief, boolean tellsMore) {}

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public static ScorecardText of(ReportContent content, ReportTexts texts) {
    Map<String, Treatment> treatments = content.commentary().of(Commentary.SUMMARY).findings();
    List<Computed> computed = all(content, texts);
    List<Row> rows = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      List<Sentence> sentences =
          computed.stream()
              .filter(one -> one.topic() == topic)
              .map(one -> said(one, treatments.get(one.finding().id())))
              .flatMap(Optional::stream)
              .toList();
      if (!sentences.isEmpty()) {
        rows.add(new Row(topic, texts.text("findings." + topic), sentences));
      }
    }
    return new ScorecardText(title(content, texts, rows), rows);
  }

  /** The sentences as they are computed. */
  public static List<SectionText.Finding> computed(ReportContent content, ReportTexts texts) {
    return all(content, texts).stream().map(Computed::finding).toList();
  }

  private static List<Computed> all(ReportContent content, ReportTexts texts) {
    List<Computed> all = new ArrayList<>();
    if (content.tiles().isEmpty() || !content.findings().isWanted()) {
      return all;
    }
    FindingTexts sentences = new FindingTexts(content, texts);
    sentences
        .goals()
        .ifPresent(
            said ->
                all.add(
                    new Computed(
                        Topic.GOALS,
                        new SectionText.Finding(GOALS, said, false),
                        sentences.goalsInBrief(),
                        true)));
    content.findings().better().forEach(one -> all.add(moved(Topic.BETTER, one, sentences)));
    content.findings().worse().forEach(one -> all.add(moved(Topic.WORSE, one, sentences)));
    return all;
  }

  private static Computed moved(Topic topic, Moved moved, FindingTexts sentences) {
    String said = sentences.moved(moved);
    return new Computed(
        topic,
        new SectionText.Finding(topic.id(moved), said, false),
        said,
        moved.driver().isPresent());
  }

  private static Optional<Sentence> said(Computed computed, Treatment treatment) {
    if (treatment == null) {
      return Optional.of(
          new Sentence(computed.finding().said(), computed.brief(), computed.tellsMore()));
    }
    return Optional.of(new Sentence(treatment.text(), treatment.text(), true))
        .filter(sentence -> !sentence.said().isEmpty());
  }

  private static String title(ReportContent content, ReportTexts texts, List<Row> rows) {
    boolean isCompared = rows.stream().anyMatch(row -> row.topic() != Topic.GOALS);
    return content.bases().stream()
        .findFirst()
        .filter(base -> isCompared)
        .map(base -> texts.text("findings.title", texts.formats().period(base.period())))
        .orElseGet(() -> texts.text("findings.title.goals"));
  }
}
