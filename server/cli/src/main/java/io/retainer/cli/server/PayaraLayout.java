package io.retainer.cli.server;

import io.retainer.cli.Installed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Payara Micro unpacked, which starts in half the time of the single JAR. */
final class PayaraLayout {

  private static final List<String> WRITTEN = List.of("config", "docroot", "META-INF");

  private final Path server;

  PayaraLayout(Installed installed) {
    this.server = installed.server();
  }

  private Path folder() {
    return server.resolve("payara");
  }

  private Path launcher() {
    return folder().resolve("launch-micro.jar");
  }

  Path war() {
    return server.resolve("retainer.war");
  }

  /**
   * Classes of the container, to be mapped into memory. An archive belongs to one Java version;
   * with another one, or none, the server starts slower and works the same.
   */
  Path classArchive() {
    return server.resolve("payara-%s.jsa".formatted(Runtime.version().feature()));
  }

  /** Unpacks Payara, once. */
  void prepare() throws IOException, InterruptedException {
    if (Files.exists(launcher())) {
      return;
    }
    Path draft = Files.createTempDirectory(server, "payara");
    Process unpacking =
        new ProcessBuilder(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                server.resolve("payara-micro.jar").toString(),
                "--rootdir",
                draft.toString(),
                "--outputlauncher")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (unpacking.waitFor() != 0 || !Files.exists(draft.resolve("launch-micro.jar"))) {
      throw new IOException("Payara Micro could not be unpacked into " + draft);
    }
    delete(folder());
    Files.move(draft, folder());
  }

  /** A new folder for a server to write in. */
  void makeRoot(Path root) throws IOException {
    delete(root);
    for (String part : WRITTEN) {
      copy(folder().resolve(part), root.resolve(part));
    }
  }

  /** Payara's main class with what its own launcher would set. */
  List<String> entry() throws IOException {
    List<String> entry = new ArrayList<>();
    try (var jar = new JarFile(launcher().toFile())) {
      var manifest = jar.getManifest().getMainAttributes();
      open(entry, "--add-opens", manifest.getValue("Add-Opens"));
      open(entry, "--add-exports", manifest.getValue("Add-Exports"));
      entry.add("-Dfish.payara.micro.BootJar=" + launcher().toUri());
      entry.add("-Dfish.payara.micro.UnpackDir=" + folder());
      entry.addAll(List.of("-cp", launcher().toString(), manifest.getValue("Start-Class")));
    }
    return entry;
  }

  private static void open(List<String> entry, String option, String packages) {
    for (String name : packages.trim().split("\\s+")) {
      entry.add(option + "=" + name + "=ALL-UNNAMED");
    }
  }

  List<String> bootCommands() {
    return List.of(
        "--prebootcommandfile",
        server.resolve("pre-boot.asadmin").toString(),
        "--postbootcommandfile",
        server.resolve("post-boot.asadmin").toString());
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
