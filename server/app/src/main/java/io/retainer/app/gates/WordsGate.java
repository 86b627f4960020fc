package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.report.Section;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.rendering.overview.Basis;
import io.retainer.rendering.overview.ChangeText;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.template.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What people wrote goes with the figures that it stands beside. */
final class WordsGate implements Gate {

  private static final int NAMED = 3;

  private final Function<Inspection.Draft, ReportTexts> texts;

  /**
   * @param texts of the report, in its language
   */
  WordsGate(Function<Inspection.Draft, ReportTexts> texts) {
    this.texts = texts;
  }

  @Override
  public String name() {
    return "words";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.HOLD;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    Commentary commentary = draft.content().commentary();
    List<Found> found = new ArrayList<>();
    commentary.sections().forEach((key, words) -> look(draft, key, words, found));
    if (commentary.isEmpty() && !commentary.otherLanguages().isEmpty()) {
      found.add(
          Found.of(
              "language",
              (formats, locale) ->
                  new Object[] {
                    names(commentary.otherLanguages(), locale),
                    draft.run().locale().getDisplayLanguage(locale)
                  }));
    }
    return found;
  }

  private static String names(List<String> languages, Locale locale) {
    return String.join(
        ", ",
        languages.stream()
            .map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(locale))
            .toList());
  }

  private void look(
      Inspection.Draft draft, String key, SectionCommentary words, List<Found> found) {
    ReportTexts own = texts.apply(draft);
    boolean isSummary = key.equals(Commentary.SUMMARY);
    List<Section> sections =
        draft.content().sections().stream().filter(one -> one.key().equals(key)).toList();
    String title =
        isSummary ? own.text("summary.title") : own.find("section." + key + ".title").orElse(key);
    if (sections.isEmpty() && !isSummary) {
      found.add(Found.plain("section", title));
      return;
    }
    Map<String, String> now = Basis.of(draft.content(), own, key);
    List<Basis.Change> changes =
        Basis.changes(draft.content(), words.basis(), now).stream()
            .filter(change -> ChangeText.isSeen(change, draft.client(), draft.run().locale()))
            .toList();
    if (!changes.isEmpty()) {
      found.add(
          Found.of(
              "found",
              (formats, locale) ->
                  new Object[] {
                    title,
                    words.by(),
                    formats.moment(words.at(), draft.client().zone()),
                    ChangeText.of(changes, draft.client(), formats, locale, NAMED)
                  }));
    }
    List<String> computed =
        (isSummary
                ? ScorecardText.computed(draft.content(), own).stream()
                : sections.stream().flatMap(one -> SectionText.computed(own, one).stream()))
            .map(SectionText.Finding::id)
            .toList();
    words
        .findings()
        .forEach(
            (id, treatment) -> {
              if (!computed.contains(id) && !treatment.isLeftOut()) {
                found.add(Found.plain("gone", title, treatment.text()));
              }
            });
  }
}
