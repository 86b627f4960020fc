package io.retainer.workspace.composing;

import io.retainer.rendering.template.TemplateChanges.Change;
import io.retainer.workspace.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A version as it would be, in a folder that goes when this is closed.
 *
 * @param folder the client's templates with the draft among them
 * @param text of its {@code override.yaml}
 * @param changes of the version in force
 */
public record ReportDraft(Path folder, String text, List<Change> changes) implements AutoCloseable {

  public ReportDraft {
    changes = List.copyOf(changes);
  }

  @Override
  public void close() {
    delete(folder);
  }

  static void delete(Path folder) {
    try {
      WholeFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The draft of a report cannot be deleted", e);
    }
  }
}
