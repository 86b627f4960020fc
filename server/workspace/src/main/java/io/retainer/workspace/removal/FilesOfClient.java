package io.retainer.workspace.removal;

import io.retainer.model.client.ClientId;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a home that are about one client.
 *
 * @param clients everybody there is: their ids may begin alike
 */
record FilesOfClient(HomeFolder home, ClientId client, List<ClientId> clients) {

  /** Folders of the home with a folder for each client. */
  private static final List<String> FOLDERS =
      List.of("reports", "clients", "inbox", "run/last-good-templates");

  /** Folders of the home with a file for each client. */
  private static final List<String> FILES = List.of("parameters", "connector-settings");

  /**
   * @param received hashes of files that only this client's imports came from
   * @param mails hashes of received mails that are only theirs
   */
  List<Path> all(Collection<String> received, Collection<String> mails) throws IOException {
    List<Path> found = new ArrayList<>();
    received.forEach(hash -> found.add(at("received").resolve(hash)));
    mails.forEach(hash -> found.add(at("received-mail").resolve(hash)));
    for (String folder : FOLDERS) {
      found.addAll(below(at(folder).resolve(client.value())));
    }
    for (String folder : FILES) {
      found.add(at(folder).resolve(client.value() + ".json"));
    }
    found.addAll(mailbox());
    found.addAll(waiting());
    // Copies of the whole state from before an upgrade.
    found.addAll(below(at("before-upgrade")));
    return found.stream().filter(Files::isRegularFile).distinct().sorted().toList();
  }

  private Path at(String folder) {
    return home.root().resolve(folder);
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Mails that were written as files begin with their client's id. */
  private List<Path> mailbox() throws IOException {
    return below(at("mailbox")).stream()
        .filter(mail -> isTheirs(mail.getFileName().toString()))
        .toList();
  }

  private boolean isTheirs(String mail) {
    return mail.startsWith(client.value() + "-")
        && clients.stream()
            .map(ClientId::value)
            .noneMatch(
                other -> other.length() > client.value().length() && mail.startsWith(other + "-"));
  }

  /** Uploads that were not imported yet, and tables that nobody knew. */
  private List<Path> waiting() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : List.of("unknown-tables", "run/uploads")) {
      for (Path file : below(at(folder))) {
        if (saysItIsTheirs(file)) {
          found.addAll(below(file.getParent()));
        }
      }
    }
    return found;
  }

  private boolean saysItIsTheirs(Path file) throws IOException {
    return switch (file.getFileName().toString()) {
      case "client" -> Files.readString(file).strip().equals(client.value());
      case "upload.json" ->
          Json.read(Files.readString(file)).path("client").asText().equals(client.value());
      default -> false;
    };
  }

  /** The folders that are empty now, the deepest first. */
  void tidy() throws IOException {
    for (String folder : FOLDERS) {
      Path theirs = at(folder).resolve(client.value());
      if (Files.isDirectory(theirs)) {
        try (Stream<Path> folders = Files.walk(theirs)) {
          for (Path empty : folders.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(empty);
          }
        }
      }
    }
  }
}
