package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What is wrong with a connector's JAR though it can be loaded, in words for its author. */
public final class JarContents {

  /** Class files of Java 17, which the server runs on. */
  private static final int NEWEST = 61;

  private static final String SPI = Connector.class.getPackageName().replace('.', '/') + "/";
  private static final List<String> OF_SERVER =
      List.of(
          "io/retainer/model/",
          "io/retainer/warehouse/",
          "io/retainer/kpi/",
          "io/retainer/rendering/",
          "io/retainer/workspace/",
          "io/retainer/app/",
          "io/retainer/cli/");
  private static final List<String> OF_TESTS =
      List.of("io/retainer/testkit/", "org/junit/", "org/assertj/");

  private JarContents() {}

  /** Everything that its author has to mend. */
  public static List<String> problems(Path jar) throws IOException {
    Set<String> problems = new TreeSet<>();
    List<String> newer = new ArrayList<>();
    try (JarFile opened = new JarFile(jar.toFile(), false)) {
      for (JarEntry entry : opened.stream().toList()) {
        String name = entry.getName();
        if (!name.endsWith(".class")) {
          continue;
        }
        if (name.startsWith(SPI)) {
          problems.add("carries the SPI, which the server has; give it the scope provided");
        }
        if (OF_SERVER.stream().anyMatch(name::startsWith)) {
          problems.add(
              "carries classes of the server (" + name + "); a connector uses the SPI only");
        }
        if (OF_TESTS.stream().anyMatch(name::startsWith)) {
          problems.add("carries tools of tests (" + name + "); give them the scope test");
        }
        if (!name.startsWith("META-INF/") && version(opened, entry) > NEWEST) {
          newer.add(name);
        }
      }
    }
    if (!newer.isEmpty()) {
      problems.add(
          "has %d classes for a Java newer than 17 (%s); compile with <maven.compiler.release>17</…>"
              .formatted(newer.size(), newer.get(0)));
    }
    return List.copyOf(problems);
  }

  private static int version(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry);
        DataInputStream head = new DataInputStream(in)) {
      head.readInt();
      head.readUnsignedShort();
      return head.readUnsignedShort();
    } catch (java.io.EOFException e) {
      return 0;
    }
  }
}
