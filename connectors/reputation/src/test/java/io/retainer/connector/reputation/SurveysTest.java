package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveysTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Surveys();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("typeform.csv"),
        file("surveymonkey.csv"),
        file("google-forms-ru.csv"),
        file("hubspot-feedback.csv"));
  }

  @Test
  void readsHowLikelyARecommendationIs() throws IOException {
    RecordingSink sink = read(file("typeform.csv"));

    assertThat(sink.table().column("nps")).containsExactly(10L, 6L);
    assertThat(sink.table().column("answer_id")).containsExactly("a1b2", "a1b3");
    assertThat(sink.table().column("answered_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 1, 1, 30), LocalDateTime.of(2026, 10, 5, 13, 0));
    assertThat(sink.passedOver().values()).containsExactly("an answer without a number");
  }

  @Test
  void readsBelowTwoRowsOfHeadings() throws IOException {
    RecordingSink sink = read(file("surveymonkey.csv"));

    assertThat(sink.table().column("nps")).containsExactly(10L, 3L);
    assertThat(sink.table().column("csat")).containsExactly(5L, 2L);
    assertThat(sink.table().column("customer_key").get(0)).isNotNull();
    assertThat(sink.passedOver()).containsEntry(2L, "explains the headings");
    assertThat(file("surveymonkey.csv").text()).contains("pat@example.com", "10.0.0.1");
    assertThat(sink.transcript()).doesNotContain("pat@example.com", "10.0.0.1");
  }

  @Test
  void readsHubSpotsFeedbackOfAllSurveysWithoutItsFaces() throws IOException {
    RecordingSink sink = read(file("hubspot-feedback.csv"));

    assertThat(sink.table().column("nps")).containsExactly(9L, 10L, 0L);
    assertThat(sink.table().column("survey"))
        .containsExactly("Exit Interview", "Exit Interview", "Course Completion");
    assertThat(sink.table().column("customer_key").get(0))
        .isNotNull()
        .isEqualTo(sink.table().column("customer_key").get(2));
    assertThat(sink.passedOver())
        .containsExactly(Map.entry(4L, "an answer on another scale than 0 to 10"));
  }

  @Test
  void readsRussianQuestions() throws IOException {
    ReadTable answers = read(file("google-forms-ru.csv")).table();

    assertThat(answers.column("nps")).containsExactly(9L, 0L);
    assertThat(answers.column("ces")).containsExactly(7L, 1L);
    assertThat(answers.column("survey")).containsOnly("google-forms-ru");
  }

  @Test
  void takesTheNumberAndNotTheWordsForIt() throws IOException {
    ReadTable answers =
        read(TestFile.of(
                "answers.csv",
                """
                Response ID,NPS Category,NPS Score,Submission Date
                7,Promoter,9,2026-10-01 10:00:00
                8,Detractor,3,2026-10-02 10:00:00
                """))
            .table();

    assertThat(answers.column("nps")).containsExactly(9L, 3L);
    assertThat(answers.column("answer_id")).containsExactly("7", "8");
  }

  @Test
  void rejectsAnAnswerOnAnotherScale() throws IOException {
    ReadTable answers =
        read(TestFile.of(
                "answers.csv",
                """
                Timestamp,How satisfied are you?
                2026-10-01 10:00:00,9
                2026-10-02 10:00:00,4
                """))
            .table();

    assertThat(answers.column("csat")).containsExactly(4L);
    assertThat(answers.rejected().get(0).issue().expected()).isEqualTo("a number from 1 to 5");
  }

  private static TestFile file(String name) {
    return TestFile.resource(SurveysTest.class, name);
  }
}
