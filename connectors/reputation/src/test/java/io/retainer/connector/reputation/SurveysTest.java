package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .containsExactly(
            Map.entry(4L, "an answer that is neither from 0 to 10 (NPS) nor from 1 to 7 (CES)"));
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

  /** What a rating is on, HubSpot says in a column; a 5 of 7 and a 5 of 10 are no one number. */
  @Test
  void readsHubSpotsFeedbackByTheScaleItNames() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "feedback.csv",
                """
                Record ID,Rating,Date,Survey Name,NPS,CSAT,CES
                1,9,2026-10-01 10:00,Loyalty,Promoter,,
                2,7,2026-10-02 10:00,Ease,,,Positive
                3,2,2026-10-03 10:00,Ease,,,Negative
                4,5,2026-10-04 10:00,Support,,Positive,
                5,5,2026-10-05 10:00,Support,Positive,,
                """));

    assertThat(sink.table().column("nps")).containsExactly(9L, null, null);
    assertThat(sink.table().column("ces")).containsExactly(null, 7L, 2L);
    assertThat(sink.passedOver()).containsOnlyKeys(5L, 6L);
  }

  @Test
  void readsHubSpotsFeedbackByTheKindOfTheSurvey() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "feedback.csv",
                """
                Record ID,Rating,Date,Survey Name,Survey Type
                1,5,2026-10-01 10:00,A,Customer Effort Score (CES)
                2,5,2026-10-02 10:00,B,Customer Satisfaction (CSAT)
                3,5,2026-10-03 10:00,C,NPS
                4,9,2026-10-04 10:00,A,CES
                """));

    assertThat(sink.table().column("ces")).containsExactly(5L, null);
    assertThat(sink.table().column("nps")).containsExactly(null, 5L);
    assertThat(sink.passedOver()).containsOnlyKeys(3L);
    assertThat(sink.table().rejected().get(0).issue().expected()).isEqualTo("a number from 1 to 7");
  }

  @Test
  void rejectsARatingThatContradictsItsGroup() throws IOException {
    ReadTable answers =
        read(TestFile.of(
                "feedback.csv",
                """
                Record ID,Rating,Date,Survey Name,NPS
                1,9,2026-10-01 10:00,A,Promoter
                2,5,2026-10-02 10:00,A,Promoter
                """))
            .table();

    assertThat(answers.column("nps")).containsExactly(9L);
    assertThat(answers.rejected()).hasSize(1);
  }

  @Test
  void refusesAnswersOnAnotherScale() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "answers.csv",
                """
                Timestamp,How satisfied are you?
                2026-10-01 10:00:00,9
                2026-10-02 10:00:00,4
                """));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("1 of 2 answers"));
  }

  @Test
  void rejectsASingleAnswerThatIsOnNoScale() throws IOException {
    String answers =
        IntStream.rangeClosed(1, 28)
            .mapToObj(day -> "2026-10-%02d 10:00:00,4%n".formatted(day))
            .collect(Collectors.joining());

    ReadTable table =
        read(TestFile.of(
                "answers.csv",
                "Timestamp,How satisfied are you?\n" + answers + "2026-10-29 10:00:00,44\n"))
            .table();

    assertThat(table.column("csat")).hasSize(28);
    assertThat(table.rejected().get(0).issue().expected()).isEqualTo("a number from 1 to 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How satisfied are you (1-7)?",
        "On a scale from 1 to 10, how satisfied are you?",
        "Насколько вы довольны (от 1 до 10)?",
        "Wie zufrieden sind Sie? (1 bis 10)",
        "How easy was it (1–5)?"
      })
  void saysThatAQuestionNamesAnotherScale(String question) throws IOException {
    var file =
        TestFile.of("answers.csv", "Timestamp,\"" + question + "\"\n2026-10-01 10:00:00,4\n");

    assertThat(connector().recognise(file))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains(question, "another scale");
            });
  }

  private static TestFile file(String name) {
    return TestFile.resource(SurveysTest.class, name);
  }
}
