package io.retainer.warehouse;

import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Imports a file in a process of its own, tells each step, and is killed by the test. */
final class KilledImport {

  private KilledImport() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Desk desk = new Desk(folder)) {
      desk.imports.importFiles(
          Desk.ACME,
          List.of(ReceivedFile.of(folder.resolve("killed.txt"))),
          ImportOptions.none(),
          (file, step, rows) -> System.out.println(step + " " + rows));
    }
  }
}
