package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.ScorecardText.Topic;
import io.retainer.rendering.template.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says first: how many goals are met, and the largest change for the better and the
 * largest for the worse. Above a summary that somebody wrote there are goals alone.
 *
 * @param subject what the subject ends with; empty where no target is judged
 * @param goals empty where no target is judged
 * @param title of the changes
 */
record MailFindings(
    Optional<String> subject, Optional<String> goals, String title, List<String> changes) {

  static MailFindings of(ReportContent content, ReportTexts texts) {
    ScorecardText said = ScorecardText.of(content, texts);
    boolean isSummed = !content.commentary().summary().isEmpty();
    Optional<String> goals = Optional.empty();
    List<String> changes = new ArrayList<>();
    for (ScorecardText.Row row : said.rows()) {
      boolean isOfGoals = row.topic() == Topic.GOALS;
      Optional<String> first =
          row.sentences().stream()
              .filter(sentence -> !isOfGoals || sentence.tellsMore())
              .map(ScorecardText.Sentence::brief)
              .findFirst();
      if (isOfGoals) {
        goals = first;
      } else if (!isSummed) {
        first.ifPresent(text -> changes.add(row.label() + ": " + text));
      }
    }
    return new MailFindings(said.goalsAtTheEnd(content, texts), goals, said.title(), changes);
  }
}
