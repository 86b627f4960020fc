package io.retainer.warehouse;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.ReceivedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Imports a file in a process of its own, tells each step, and is killed by the test. */
final class KilledImport {

  private KilledImport() {}

  /**
   * @param arguments a folder with the file {@code killed.txt}, and a client if it is another one
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (Desk desk = new Desk(folder)) {
      desk.imports.importFiles(
          arguments.length > 1 ? client(arguments[1]) : Desk.ACME,
          List.of(ReceivedFile.of(folder.resolve("killed.txt"))),
          ImportOptions.none(),
          (file, step, rows) -> System.out.println(step + " " + rows));
    }
  }

  static Client client(String name) {
    return new Client(
        new ClientId(name), name, Desk.ACME.zone(), Desk.ACME.locale(), Desk.ACME.currency());
  }
}
