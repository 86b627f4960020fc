package io.retainer.app.imports;

import io.retainer.app.shell.Form;
import io.retainer.spi.Datasets;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody chose on the page that says what the columns of a table are.
 *
 * @param isToTry whether to show what would be imported, and not only what the columns may be
 */
record MappingForm(TableChoices choices, boolean isToTry, boolean isToSave) {

  static final int MOST_COLUMNS = 200;

  static MappingForm read(Form form) {
    String dataset = form.text("dataset");
    boolean isOther = !dataset.equals(form.text("dataset-before"));
    boolean isOtherSheet = !form.text("sheet").equals(form.text("sheet-before"));
    return new MappingForm(
        new TableChoices(
            given(form.text("title")),
            given(form.text("sheet")),
            given(dataset).filter(MappingForm::isDataset),
            isOther || isOtherSheet ? Map.of() : columns(form),
            given(form.text("dates")).map("month-first"::equals),
            given(form.text("numbers")).map("comma"::equals)),
        !form.text("action").equals("guess"),
        form.text("action").equals("save") && !isOther && !isOtherSheet);
  }

  private static Map<String, String> columns(Form form) {
    var columns = new LinkedHashMap<String, String>();
    for (int i = 0; i < MOST_COLUMNS; i++) {
      String heading = form.raw("heading." + i);
      if (!heading.isEmpty()) {
        columns.putIfAbsent(heading.replace("\r\n", "\n"), form.text("column." + i));
      }
    }
    return columns;
  }

  /**
   * A column that was chosen for a heading.
   *
   * @param by the heading above that has it already
   */
  public record Taken(String column, String by) {}

  /** By heading what was chosen for it and is another's already. */
  static Map<String, Taken> takenTwice(TableDraft draft, TableChoices choices) {
    Map<String, String> owners = new HashMap<>();
    draft.columns().stream()
        .filter(heading -> !heading.column().isEmpty())
        .forEach(heading -> owners.putIfAbsent(heading.column(), heading.text()));
    Map<String, Taken> taken = new HashMap<>();
    choices
        .columns()
        .forEach(
            (heading, column) -> {
              String owner = owners.getOrDefault(column, heading);
              if (!owner.equals(heading)) {
                taken.put(heading, new Taken(column, owner));
              }
            });
    return taken;
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static boolean isDataset(String name) {
    return Datasets.all().stream().anyMatch(dataset -> dataset.name().equals(name));
  }

  /** The choices again as the draft has made them. */
  static TableChoices of(TableDraft draft, TableChoices choices) {
    var columns = new LinkedHashMap<String, String>();
    draft.columns().forEach(heading -> columns.putIfAbsent(heading.text(), heading.column()));
    return new TableChoices(
        choices.title(),
        choices.sheet(),
        given(draft.dataset()),
        columns,
        choices.monthFirst(),
        choices.decimalComma());
  }
}
