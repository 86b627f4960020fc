package io.retainer.app.schedules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The columns of the table of schedules, in the order in which it is written. */
enum TableColumn {
  ID,
  CLIENT,
  REPORT,
  RULE,
  KIND,
  LOCALE,
  FORMATS,
  RECIPIENTS,
  INCOMPLETE,
  APPROVAL,
  STARTS,
  ENDS,
  INTERNAL_DAYS,
  INTERNAL_TO,
  STATE;

  static final String ACTIVE = "active";
  static final String PAUSED = "paused";

  /** What a new schedule has where its line says nothing. */
  private static final Map<TableColumn, String> USUAL =
      Map.of(
          KIND,
          "month",
          FORMATS,
          "pdf xlsx",
          INCOMPLETE,
          Incomplete.WAIT.word(),
          APPROVAL,
          Approval.AUTOMATIC.word(),
          STATE,
          ACTIVE);

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<TableColumn> of(String word) {
    return Arrays.stream(values()).filter(column -> column.word().equals(word)).findFirst();
  }

  String usual() {
    return USUAL.getOrDefault(this, "");
  }

  /** A schedule as its line of the table. */
  static Map<TableColumn, String> cells(String id, ScheduleValues values) {
    Map<TableColumn, String> cells = new TreeMap<>();
    cells.put(ID, id);
    cells.put(CLIENT, values.client());
    cells.put(REPORT, values.report());
    cells.put(RULE, values.rule());
    cells.put(KIND, values.kind());
    cells.put(LOCALE, values.locale().orElse(""));
    cells.put(FORMATS, list(values.formats().stream().sorted().toList()));
    cells.put(RECIPIENTS, list(values.recipients()));
    cells.put(INCOMPLETE, values.incomplete());
    cells.put(APPROVAL, values.approval());
    cells.put(STARTS, values.starts());
    cells.put(ENDS, values.ends());
    cells.put(INTERNAL_DAYS, values.internalDays().equals("0") ? "" : values.internalDays());
    cells.put(INTERNAL_TO, list(values.internalTo()));
    cells.put(STATE, values.enabled() ? ACTIVE : PAUSED);
    return cells;
  }

  static ScheduleValues values(Map<TableColumn, String> cells) {
    return new ScheduleValues(
        cells.get(CLIENT),
        cells.get(REPORT),
        cells.get(RULE),
        cells.get(KIND),
        Optional.of(cells.get(LOCALE)).filter(tag -> !tag.isEmpty()),
        split(cells.get(FORMATS)),
        split(cells.get(RECIPIENTS)),
        cells.get(INCOMPLETE),
        cells.get(APPROVAL),
        cells.get(STARTS),
        cells.get(ENDS),
        cells.get(INTERNAL_DAYS),
        split(cells.get(INTERNAL_TO)),
        !cells.get(STATE).equals(PAUSED));
  }

  private static String list(List<String> words) {
    return String.join(" ", words);
  }

  /** Words with spaces, commas, semicolons or lines between them. */
  private static List<String> split(String cell) {
    List<String> words = new ArrayList<>(Arrays.asList(cell.split("[\\s,;]+")));
    words.removeIf(String::isEmpty);
    return words;
  }
}
