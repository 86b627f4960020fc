package io.retainer.warehouse.fake;

import io.retainer.spi.Connector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs classes of this package into a JAR as a connector's author would. */
public final class ConnectorJar {

  private static final String FOLDER = ConnectorJar.class.getPackageName().replace('.', '/') + "/";

  private ConnectorJar() {}

  /**
   * @param classes the connector, and the classes it needs
   */
  public static Path write(Path jar, Class<?>... classes) {
    return write(jar, new Manifest(), classes);
  }

  /** The same with a manifest of its own. */
  public static Path write(Path jar, Manifest manifest, Class<?>... classes) {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      StringBuilder providers = new StringBuilder();
      for (Class<?> each : classes) {
        pack(out, each.getSimpleName() + ".class");
        pack(out, each.getSimpleName() + "$*.class");
        if (each == classes[0]) {
          providers.append(each.getName()).append('\n');
        }
      }
      provide(out, providers.toString());
      return jar;
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Cannot write " + jar, e);
    }
  }

  /** A JAR that names connectors and has no classes. */
  public static Path naming(Path jar, String... names) {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      provide(out, String.join("\n", names));
      return jar;
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write " + jar, e);
    }
  }

  private static void provide(JarOutputStream out, String names) throws IOException {
    out.putNextEntry(new JarEntry("META-INF/services/" + Connector.class.getName()));
    out.write(names.getBytes(StandardCharsets.UTF_8));
  }

  private static void pack(JarOutputStream out, String pattern)
      throws IOException, URISyntaxException {
    Path root =
        Path.of(ConnectorJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (DirectoryStream<Path> found = Files.newDirectoryStream(root.resolve(FOLDER), pattern)) {
      for (Path file : found) {
        out.putNextEntry(new JarEntry(FOLDER + file.getFileName()));
        Files.copy(file, out);
      }
    }
  }
}
