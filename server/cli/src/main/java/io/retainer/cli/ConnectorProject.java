package io.retainer.cli;

import io.retainer.spi.Connector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small Maven project with a connector that works, for an author to change.
 *
 * @param id the connector's, like {@code acme-mail}
 * @param title the platform's name, like {@code Acme Mail}
 * @param packageName of its classes
 */
record ConnectorProject(String id, String title, String packageName) {

  private static final String TEMPLATE = "connector-project/";

  static String titleOf(String id) {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  /** The name of its class. */
  String className() {
    String name = titleOf(id).replace(" ", "");
    return Character.isDigit(name.charAt(0)) ? "Connector" + name : name;
  }

  void write(Path folder, ConnectorKit kit) throws IOException {
    String version = kit.version();
    for (String name : names()) {
      Path file = folder.resolve(named(name).replace("gitignore", ".gitignore"));
      Files.createDirectories(file.getParent());
      Files.writeString(file, named(text(name)).replace("RETAINER_VERSION", version));
    }
    kit.writeRepository(folder.resolve("repository"));
    kit.writeWrapper(folder);
  }

  /** The template's own names give way to the author's. */
  private String named(String text) {
    return text.replace("org/example/acmemail", packageName.replace('.', '/'))
        .replace("org.example.acmemail", packageName)
        .replace("acme-mail", id)
        .replace("AcmeMail", className())
        .replace("Acme Mail", title)
        .replace("SPI_VERSION", String.valueOf(Connector.SPI_VERSION));
  }

  private static List<String> names() throws IOException {
    return text("files.txt").lines().toList();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ConnectorProject.class.getResourceAsStream(TEMPLATE + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
