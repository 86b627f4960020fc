package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.PrivateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in a home folder. */
public record HomeFolder(Path root) {

  public HomeFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The state database, as H2 names it: without the ending of its file. */
  public Path state() {
    return root.resolve("retainer");
  }

  /** The file that H2 makes of it. */
  public Path stateFile() {
    return root.resolve("retainer.mv.db");
  }

  public Path facts() {
    return root.resolve("facts.duckdb");
  }

  /** Bytes as received, each file under its hash. */
  public Path received() {
    return folder("received");
  }

  public Path connectors() {
    return folder("connectors");
  }

  /** Mappings of tables that no connector knows. */
  public Path mappings() {
    return folder("mappings");
  }

  /** Uploaded tables that wait for somebody to say what their columns are. */
  public Path unknownTables() {
    try {
      return PrivateFolder.of(root.resolve("unknown-tables"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder of unknown tables in " + root, e);
    }
  }

  /** Where files are dropped to be imported, a folder for each client. It need not exist. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Mails that brought exports, as they came, each under its hash. */
  public Path receivedMail() {
    try {
      return PrivateFolder.of(root.resolve("received-mail"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder of received mails in " + root, e);
    }
  }

  public Path kpiScripts() {
    return folder("kpi-scripts");
  }

  /** What clients chose for the parameters of KPI scripts. */
  public Path parameters() {
    return folder("parameters");
  }

  /** Settings of connectors that hold for a client's imports. */
  public Path connectorSettings() {
    return folder("connector-settings");
  }

  /** Texts of scripts as they last worked. */
  public Path lastGoodScripts() {
    return folder("run").resolve("last-good-scripts");
  }

  /** Every text that KPI scripts had. */
  public Path kpiHistory() {
    return folder("kpi-history");
  }

  /** What a client has of its own: templates over those of the agency. Made by whoever needs it. */
  public Path reportTemplates(ClientId client) {
    return root.resolve("clients").resolve(client.value()).resolve("report-templates");
  }

  /** The clients that have templates of their own; a folder called like nobody is passed over. */
  List<ClientId> clientsWithTemplates() {
    Path clients = root.resolve("clients");
    if (!Files.isDirectory(clients)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(clients)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches(ClientId.PATTERN))
          .map(ClientId::new)
          .filter(client -> Files.isDirectory(reportTemplates(client)))
          .sorted(java.util.Comparator.comparing(ClientId::value))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the folder " + clients, e);
    }
  }

  /** The versions of a client's templates that worked last. */
  Path lastGoodTemplates(ClientId client) {
    return folder("run").resolve("last-good-templates").resolve(client.value());
  }

  public Path reportTemplates() {
    return folder("report-templates");
  }

  /** Issued files. */
  public Path reports() {
    return folder("reports");
  }

  /** What the agency says of single days, beside the public holidays. */
  public Path holidays() {
    return folder("holidays");
  }

  /** Mails, where no mail server is configured. */
  public Path mailbox() {
    return folder("mailbox");
  }

  /** What a running server writes for {@code retainer backup}, which takes it from there. */
  public Path backups() {
    try {
      return PrivateFolder.of(root.resolve("backups"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use the folder of backups in " + root, e);
    }
  }

  public Path logs() {
    return folder("logs");
  }

  /** What concerns the running process only. */
  public Path run() {
    return folder("run");
  }

  /** Tried out: neither free space nor rights tell of a quota or of a disk that went bad. */
  public boolean isWritable() {
    try {
      Path probe = Files.createTempFile(run(), "room-", ".tmp");
      try {
        Files.write(probe, new byte[4096]);
      } finally {
        Files.deleteIfExists(probe);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Whether the operating system says of a write that there is no room for it. */
  public static boolean isFull(IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("No space left on device") || said.contains("Disk quota exceeded");
  }

  private Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The home folder "
              + root
              + " cannot be written: "
              + e.getMessage()
              + ". Choose another one with --home or RETAINER_HOME.",
          e);
    }
  }
}
