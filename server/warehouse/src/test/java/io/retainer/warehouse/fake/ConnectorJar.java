package io.retainer.warehouse.fake;

import io.retainer.spi.Connector;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs classes of this package into a JAR as a connector's author would. */
public final class ConnectorJar {

  private static final String FOLDER = ConnectorJar.class.getPackageName().replace('.', '/') + "/";

  private ConnectorJar() {}

  /**
   * @param classes the connector, and the classes it needs
   */
  public static Path write(Path jar, Class<?>... classes) {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      StringBuilder providers = new StringBuilder();
      for (Class<?> each : classes) {
        pack(out, each.getSimpleName() + ".class");
        pack(out, each.getSimpleName() + "$*.class");
        if (each == classes[0]) {
          providers.append(each.getName()).append('\n');
        }
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + Connector.class.getName()));
      out.write(providers.toString().getBytes(StandardCharsets.UTF_8));
      return jar;
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("Cannot write " + jar, e);
    }
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
