package io.retainer.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What authors of connectors build against: SPI, toolkit and test kit, as they came with this
 * program. They lie in the folder as they were built, the parent's and each module's POM beside
 * them.
 */
record ConnectorKit(Path folder) {

  private static final String GROUP = "io/retainer/";
  private static final String PARENT = "retainer";
  private static final List<String> JARS =
      List.of("retainer-connector-spi", "retainer-connector-toolkit", "retainer-connector-testkit");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>" + PARENT + "</artifactId>\\s*<version>([^<]+)</version>");

  /**
   * @throws WrongUsage when this program has none
   */
  static ConnectorKit here() {
    Path folder = Installed.here().folder().resolve("kit");
    if (!Files.isDirectory(folder)) {
      throw new WrongUsage(
          "There is no folder "
              + folder
              + " with the SPI, the toolkit and the test kit; build the program with ./mvnw package.");
    }
    return new ConnectorKit(folder);
  }

  /**
   * The program's version and a mark of these very files: Maven keeps what it once found under a
   * version for ever.
   */
  String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String jar : JARS) {
        digest.update(Files.readAllBytes(folder.resolve(jar + ".jar")));
      }
      return programVersion() + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("The kit in " + folder + " cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private String programVersion() throws IOException {
    Matcher version = VERSION.matcher(pom(PARENT));
    if (!version.find()) {
      throw new NoSuchFileException(folder.resolve(PARENT + ".pom") + ", with a version");
    }
    return version.group(1);
  }

  private String pom(String artifact) throws IOException {
    return Files.readString(folder.resolve(artifact + ".pom"));
  }

  /** Writes them as a Maven repository. */
  void writeRepository(Path repository) throws IOException {
    String version = version();
    publish(repository, PARENT, version);
    for (String jar : JARS) {
      Path place = publish(repository, jar, version);
      Files.copy(folder.resolve(jar + ".jar"), place.resolve(jar + "-" + version + ".jar"));
    }
  }

  private Path publish(Path repository, String artifact, String version) throws IOException {
    Path place = Files.createDirectories(repository.resolve(GROUP + artifact).resolve(version));
    String pom =
        VERSION
            .matcher(pom(artifact))
            .replaceFirst(
                "<artifactId>" + PARENT + "</artifactId><version>" + version + "</version>");
    Files.writeString(place.resolve(artifact + "-" + version + ".pom"), pom);
    return place;
  }

  /** Copies the Maven wrapper, so that a JDK is all that an author needs. */
  void writeWrapper(Path project) throws IOException {
    for (String name : List.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties")) {
      Path copy = project.resolve(name);
      Files.createDirectories(copy.getParent());
      Files.copy(folder.resolve(name), copy);
    }
    // Where a file system has no such right, sh mvnw works as well.
    project.resolve("mvnw").toFile().setExecutable(true);
  }
}
