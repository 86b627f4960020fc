package io.retainer.cli;

import io.retainer.workspace.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this program is installed.
 *
 * @param folder with {@code lib}, {@code connectors} and {@code server}
 * @param checkout with {@code kpi-scripts} and {@code report-templates}, where they are not in the
 *     folder itself
 */
public record Installed(Path folder, Path checkout) {

  /** As the launcher says, else where this class lies. */
  public static Installed here() {
    Path folder = Path.of(System.getProperty("retainer.installation", ".")).toAbsolutePath();
    String checkout = System.getProperty("retainer.checkout");
    return new Installed(
        folder.normalize(),
        // Built, an installation lies in server/cli/target/retainer.
        (checkout == null ? folder.resolve("../../../..") : Path.of(checkout)).normalize());
  }

  /** The folders that the work in a home needs. */
  public Installation parts() {
    return new Installation(
        folder.resolve("connectors"), part("kpi-scripts"), part("report-templates"));
  }

  private Path part(String name) {
    Path packaged = folder.resolve(name);
    return Files.isDirectory(packaged) ? packaged : checkout.resolve(name);
  }

  /** The text of a mapping that came with the program. */
  Optional<String> mapping(String name) {
    try {
      return mappings().contains(name)
          ? Optional.of(Files.readString(part("mappings").resolve(name + ".yaml")))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the mapping " + name, e);
    }
  }

  /** The names of the mappings that came with the program. */
  List<String> mappings() {
    try (Stream<Path> files = Files.list(part("mappings"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** What the server needs. */
  public Path server() {
    return folder.resolve("server");
  }
}
