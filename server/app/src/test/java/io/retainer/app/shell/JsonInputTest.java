package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {

  @Test
  void saysWhereABodyIsNoJson() {
    assertThatThrownBy(() -> JsonInput.parse("{\"client\": \"a\""))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("line 1, column")
        .hasMessageNotContaining("Feature");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

    assertThatThrownBy(() -> JsonInput.parse(deep))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("The body is no JSON: ")
        .hasMessageContaining("depth")
        .hasMessageNotContaining("StreamReadConstraints");
  }

  @Test
  void takesANumberWithAndWithoutQuotes() {
    assertThat(JsonInput.parse("{\"days\": 5}").numberOrText("days")).contains("5");
    assertThat(JsonInput.parse("{\"days\": \"5\"}").numberOrText("days")).contains("5");
    assertThat(JsonInput.parse("{}").numberOrText("days")).isEmpty();
    JsonInput wrong = JsonInput.parse("{\"days\": [5]}");
    wrong.numberOrText("days");
    assertThatThrownBy(wrong::check).hasMessageContaining("\"days\" is a whole number");
  }

  @Test
  void tellsAllThatIsWrongTogetherAndEachThingOnce() {
    JsonInput input = JsonInput.parse("{\"client\": 5, \"colour\": \"red\"}");
    input.required("client");
    input.required("report");

    assertThatThrownBy(input::check)
        .hasMessage(
            "\"client\" is a text, saw 5. \"report\" is missing."
                + " \"colour\" is not known; there are [client, report].");
  }

  @Test
  void refusesWhatIsNoTextInAListOfTexts() {
    JsonInput input = JsonInput.parse("{\"recipients\": [\"a@example.org\", {\"b\": 1}]}");
    input.texts("recipients");

    assertThatThrownBy(input::check).hasMessageContaining("saw {\"b\":1} in it");
  }

  @Test
  void takesBackWhatItsOwnAnswersHave() {
    JsonInput input = JsonInput.parse("{\"id\": \"1\", \"rule\": \"x\"}");
    input.required("rule");
    input.mayHave("id");

    input.check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-5", "0", "1001", "999999999999", ""})
  void saysWhichLimitsThereAre(String limit) {
    assertThatThrownBy(() -> Input.limit(limit))
        .isInstanceOf(Problem.class)
        .hasMessage("\"limit\" is a number from 1 to 1000, saw \"" + limit + "\".");
  }

  @Test
  void makesReportsInTheLanguagesThereAre() {
    assertThat(Language.ofReports("be-BY").getLanguage()).isEqualTo("be");
    assertThatThrownBy(() -> Language.ofReports("english please"))
        .hasMessage("\"english please\" is no language of reports; write en, ru, be or fi");
  }
}
