package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.ScorecardText.Topic;
import io.retainer.rendering.template.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mail says first: the goals, and one change for the better and one for the worse that say
 * more than the figures below them. Below a summary that somebody wrote there are goals alone.
 *
 * @param title of the changes; empty where there are none
 * @param lines none where there is nothing to say
 */
record MailFindings(Optional<String> title, List<String> lines) {

  static MailFindings of(ReportContent content, ReportTexts texts) {
    ScorecardText said = ScorecardText.of(content, texts);
    List<String> lines = new ArrayList<>();
    boolean hasChanges = false;
    for (ScorecardText.Row row : said.rows()) {
      boolean isGoals = row.topic() == Topic.GOALS;
      if (!isGoals && !content.commentary().summary().isEmpty()) {
        continue;
      }
      Optional<String> first =
          row.sentences().stream()
              .filter(ScorecardText.Sentence::tellsMore)
              .map(ScorecardText.Sentence::said)
              .findFirst();
      hasChanges |= !isGoals && first.isPresent();
      first.ifPresent(text -> lines.add(isGoals ? text : row.label() + ": " + text));
    }
    return new MailFindings(hasChanges ? Optional.of(said.title()) : Optional.empty(), lines);
  }
}
