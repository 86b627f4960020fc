package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Optional;

/** Answers to surveys, whatever tool asked: a question on a scale and a day of the answer. */
public final class Surveys extends TableConnector {

  static final String ID = "surveys";

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Surveys (NPS, CSAT, CES)")
        .about(
            "Answers of Typeform, SurveyMonkey, Google Forms and other tools to the question how"
                + " likely a recommendation is (NPS), how satisfied somebody is (CSAT, 1 to 5) and"
                + " how easy it was (CES, 1 to 7).")
        .export("Answers", "Export all answers of the survey as CSV or XLSX, one row for each.")
        .layout(
            "Typeform, SurveyMonkey with a second row of headings, Google Forms",
            Evidence.REMEMBERED)
        .layout("HubSpot's feedback: answers to surveys of an account, NPS", Evidence.SEEN)
        .layout("HubSpot's feedback with CES, or with the kind of each survey", Evidence.REMEMBERED)
        .layout("Any table with a moment of the answer and such a question", Evidence.REMEMBERED)
        .fills(Datasets.SURVEY_ANSWERS, "each answer")
        .languages(
            Evidence.REMEMBERED, "en", "ru", "be", "uk", "fi", "fr", "de", "es", "it", "pt", "pl")
        .note(
            "A question is known by its words, and by answers that fit its scale. One that names another scale, such as"
                + " satisfaction from 1 to 10, or whose answers are on another one, is not read.")
        .note(
            "HubSpot's answers of satisfaction are one of three faces and no number from 1 to 5: they"
                + " are left out.")
        .note("Names, addresses and answers in words are not kept.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (HubSpotFeedback.isIn(sheet)) {
        return Recognition.as("HubSpot's feedback");
      }
      Optional<SurveyColumns> survey = SurveyColumns.of(sheet);
      if (survey.isPresent() && !survey.get().scales().isEmpty()) {
        return Recognition.as("answers to a survey");
      }
      if (survey.isPresent()) {
        return Recognition.notRead(
            "The question \""
                + survey.get().otherScales().get(0)
                + "\" is answered on another scale than the one that is kept: from 0 to 10 how likely"
                + " a recommendation is, from 1 to 5 how satisfied somebody is, from 1 to 7 how easy"
                + " it was. Its answers would be another number there.");
      }
    }
    return Recognition.refused(
        "No table has a moment of an answer and a question how likely a recommendation is, how"
            + " satisfied somebody is or how easy it was.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (HubSpotFeedback.read(sheet, settings, sink)) {
        continue;
      }
      Optional<SurveyColumns> survey = SurveyColumns.of(sheet);
      if (survey.isPresent() && !survey.get().scales().isEmpty()) {
        new SurveyTable(survey.get(), settings, sink).read();
      }
    }
  }
}
