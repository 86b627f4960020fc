package io.retainer.workspace;

import io.retainer.model.imports.Undoing;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.UndoAnswer;
import java.util.Optional;

/** An answer to the wish to take an import back, in a sentence that says what to do. */
public final class UndoWords {

  private UndoWords() {}

  public static String of(UndoAnswer answer) {
    if (answer instanceof UndoAnswer.TakenBack takenBack) {
      return of(takenBack.undoing());
    }
    if (answer instanceof UndoAnswer.UndoneBefore before) {
      return before(before.batch(), before.undoing());
    }
    if (answer instanceof UndoAnswer.NothingAccepted nothing) {
      return "Nothing of import %s (%s) was accepted, so there is nothing to undo."
          .formatted(nothing.batch().id(), nothing.batch().result().file());
    }
    return "There is no such import; \"retainer import list\" names them.";
  }

  private static String of(Undoing undoing) {
    String gone =
        undoing.rowsInForce() == 0
            ? "None of its %,d rows counted any more, as later imports had replaced them: no figure changes."
                .formatted(undoing.rows())
            : undoing.rowsInForce() == undoing.rows()
                ? "Its %,d rows no longer count.".formatted(undoing.rows())
                : "%,d of its %,d rows counted until now; later imports had replaced the others."
                    .formatted(undoing.rowsInForce(), undoing.rows());
    String back =
        undoing.rowsReturned() == 0
            ? ""
            : " %,d earlier rows count again, from import %s."
                .formatted(undoing.rowsReturned(), String.join(", ", undoing.from()));
    return gone + back + " Reports that were issued stay as they are.";
  }

  private static String before(ImportBatch batch, Optional<Undoing> undoing) {
    return ("Import %s was undone before%s. An undo cannot be undone: import the file %s again, and"
            + " it becomes the latest import.")
        .formatted(
            batch.id(),
            undoing.map(known -> ", at " + known.at() + " by " + known.by()).orElse(""),
            batch.result().file());
  }
}
