package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Form;
import io.retainer.spi.TableDraft;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MappingFormTest {

  private static MappingForm form(Map<String, String> fields) {
    return MappingForm.read(
        Form.parse(
            fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void whatWasChosenIsTaken() {
    MappingForm form =
        form(
            Map.of(
                "dataset", "orders",
                "dataset-before", "orders",
                "title", "Till",
                "heading.0", "Нумар чэка",
                "column.0", "order_id",
                "heading.1", "Note",
                "column.1", "",
                "numbers", "comma",
                "action", "save"));

    assertThat(form.isToSave()).isTrue();
    assertThat(form.choices().dataset()).contains("orders");
    assertThat(form.choices().title()).contains("Till");
    assertThat(form.choices().columns())
        .containsOnly(Map.entry("Нумар чэка", "order_id"), Map.entry("Note", ""));
    assertThat(form.choices().decimalComma()).contains(true);
    assertThat(form.choices().monthFirst()).isEmpty();
  }

  @Test
  void anotherDatasetGuessesAnewAndSavesNothing() {
    MappingForm form =
        form(
            Map.of(
                "dataset", "deals",
                "dataset-before", "orders",
                "heading.0", "No",
                "column.0", "order_id",
                "action", "save"));

    assertThat(form.isToSave()).isFalse();
    assertThat(form.choices().columns()).isEmpty();
    assertThat(form.choices().dataset()).contains("deals");
  }

  @Test
  void whatIsOnlyGuessedIsNeitherTriedNorSaved() {
    MappingForm guess = form(Map.of("dataset", "orders", "action", "guess"));

    assertThat(guess.isToTry()).isFalse();
    assertThat(guess.isToSave()).isFalse();
    assertThat(form(Map.of("dataset", "orders", "action", "try")).isToTry()).isTrue();
  }

  /** The page shows both, and only the first of them is read. */
  @Test
  void ofTwoColumnsWithOneHeadingTheFirstChoiceCounts() {
    MappingForm form =
        form(
            Map.of(
                "heading.0", "Sum",
                "column.0", "total",
                "heading.1", "Sum",
                "column.1", ""));

    assertThat(form.choices().columns()).containsOnly(Map.entry("Sum", "total"));
  }

  @Test
  void theSecondOfTwoHeadingsChosenForOneColumnSaysWhichIsTheFirst() {
    var draft =
        new TableDraft(
            List.of(),
            "",
            "orders",
            List.of(
                new TableDraft.Heading("Money", List.of(), "total"),
                new TableDraft.Heading("Extra", List.of(), ""),
                new TableDraft.Heading("Note", List.of(), "")),
            "",
            List.of());
    var chosen =
        form(Map.of(
                "heading.0", "Money",
                "column.0", "total",
                "heading.1", "Extra",
                "column.1", "total",
                "heading.2", "Note",
                "column.2", ""))
            .choices();

    assertThat(MappingForm.takenTwice(draft, chosen))
        .containsOnly(Map.entry("Extra", new MappingForm.Taken("total", "Money")));
  }

  @Test
  void aDatasetThereIsNotIsNone() {
    assertThat(form(Map.of("dataset", "no_such")).choices().dataset()).isEmpty();
  }
}
