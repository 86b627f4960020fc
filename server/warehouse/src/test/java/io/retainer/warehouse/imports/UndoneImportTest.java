package io.retainer.warehouse.imports;

import static io.retainer.warehouse.Desk.ACME;
import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.days;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.Undoing;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.UndoAnswer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking an import back does what it says, and says what it did. */
class UndoneImportTest {

  private static final String SESSIONS = "table web_traffic columns=sessions";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theLedgerSaysWhoWhenAndWhatCameOfIt() {
    String first = imported("2026-10-01", "2026-10-31", "10");
    String second = imported("2026-10-30", "2026-11-02", "20");

    Undoing undoing = takenBack(second);

    assertThat(undoing).isEqualTo(new Undoing(second, Desk.NOW, "anna", 4, 4, 2, List.of(first)));
    assertThat(desk.warehouse.batch(second).flatMap(ImportBatch::undoing)).contains(undoing);
    assertThat(sessions()).isEqualTo(310);
    assertThat(desk.warehouse.coverage(ACME.id()).get(0).spans()).containsExactly(OCTOBER);
  }

  @Test
  void anImportThatWasReplacedAltogetherChangesNoFigure() {
    String first = imported("2026-10-01", "2026-10-02", "10");
    imported("2026-10-01", "2026-10-31", "20");

    Undoing undoing = takenBack(first);

    assertThat(undoing.rows()).isEqualTo(2);
    assertThat(undoing.rowsInForce()).isZero();
    assertThat(undoing.rowsReturned()).isZero();
    assertThat(sessions()).isEqualTo(620);
  }

  @Test
  void whatComesBackIsTheLatestOfThoseBefore() {
    imported("2026-10-01", "2026-10-01", "1");
    String second = imported("2026-10-01", "2026-10-01", "2");
    String third = imported("2026-10-01", "2026-10-01", "3");

    assertThat(takenBack(third).from()).containsExactly(second);
    assertThat(sessions()).isEqualTo(2);
    takenBack(second);
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void anUndoIsNotUndoneButTheFileCanBeImportedAgain() {
    imported("2026-10-01", "2026-10-01", "1");
    String second = imported("2026-10-01", "2026-10-01", "2");
    Undoing undoing = takenBack(second);

    assertThat(desk.warehouse.undo(second, "ben"))
        .isInstanceOfSatisfying(
            UndoAnswer.UndoneBefore.class,
            before -> assertThat(before.undoing()).contains(undoing));
    assertThat(sessions()).isEqualTo(1);
    imported("2026-10-01", "2026-10-01", "2");
    assertThat(sessions()).isEqualTo(2);
  }

  @Test
  void nothingIsTakenBackOfARejectedOrUnknownImport() {
    String rejected = desk.lines(SESSIONS, "! a").batch().orElseThrow();

    assertThat(desk.warehouse.undo(rejected, "anna"))
        .isInstanceOf(UndoAnswer.NothingAccepted.class);
    assertThat(desk.warehouse.undo("77", "anna")).isInstanceOf(UndoAnswer.Unknown.class);
    assertThat(desk.warehouse.undo("x' or 1=1", "anna")).isInstanceOf(UndoAnswer.Unknown.class);
  }

  @Test
  void aTrialSaysTheSameAndChangesNothing() {
    imported("2026-10-01", "2026-10-01", "1");
    String second = imported("2026-10-01", "2026-10-01", "2");

    assertThat(desk.warehouse.undoTried(second))
        .isInstanceOfSatisfying(
            UndoAnswer.TakenBack.class,
            would -> assertThat(would.undoing().rowsReturned()).isEqualTo(1));
    assertThat(sessions()).isEqualTo(2);
    assertThat(desk.warehouse.batch(second).orElseThrow().undone()).isFalse();
  }

  @Test
  void valuesThatTheSourceKeptBackComeBackToo() {
    desk.accepted(SESSIONS, "2026-10-01|<10", "2026-10-02|20");
    var before = desk.ask("web_traffic", sum("sessions"), OCTOBER);
    String second = imported("2026-10-01", "2026-10-02", "7");
    assertThat(desk.ask("web_traffic", sum("sessions"), OCTOBER)).isNotEqualTo(before);

    takenBack(second);

    assertThat(desk.ask("web_traffic", sum("sessions"), OCTOBER)).isEqualTo(before);
  }

  private String imported(String first, String last, String sessions) {
    return desk.accepted(SESSIONS, days(first, last, sessions)).batch().orElseThrow();
  }

  private Undoing takenBack(String batch) {
    return ((UndoAnswer.TakenBack) desk.warehouse.undo(batch, "anna")).undoing();
  }

  private long sessions() {
    return value(desk.ask("web_traffic", sum("sessions"), OCTOBER))
        .map(BigDecimal::longValueExact)
        .orElse(0L);
  }
}
