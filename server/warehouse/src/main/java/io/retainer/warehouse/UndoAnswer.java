package io.retainer.warehouse;

import io.retainer.model.imports.Undoing;
import java.util.Optional;

/** What became of the wish to take an import back. */
public sealed interface UndoAnswer {

  /** It is taken back, or would be. */
  record TakenBack(Undoing undoing) implements UndoAnswer {}

  /**
   * It was taken back before, and an undo cannot be undone: its rows are gone. The same file,
   * imported again, brings them in as the latest import.
   *
   * @param undoing empty when an older version did it and kept no word of it
   */
  record UndoneBefore(ImportBatch batch, Optional<Undoing> undoing) implements UndoAnswer {}

  /** The import was rejected: there is nothing to take back. */
  record NothingAccepted(ImportBatch batch) implements UndoAnswer {}

  /** There is no such import. */
  record Unknown() implements UndoAnswer {}
}
