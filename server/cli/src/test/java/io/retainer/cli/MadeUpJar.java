package io.retainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles a small connector and packs it, as an author's build does. */
final class MadeUpJar {

  private MadeUpJar() {}

  /**
   * @param id the connector's
   * @param recognises what decides whether a text is its file, with {@code text} in scope
   */
  static Path write(Path jar, String id, String recognises) throws IOException {
    Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "made-up");
    Path source = folder.resolve("MadeUp.java");
    Files.writeString(source, SOURCE.replace("ID", id).replace("RECOGNISES", recognises));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    if (status != 0) {
      throw new IllegalStateException("The made-up connector does not compile");
    }
    pack(jar, folder);
    return jar;
  }

  private static void pack(Path jar, Path folder) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        out.putNextEntry(new JarEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/io.retainer.spi.Connector"));
      out.write("MadeUp".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static final List<String> IMPORTS = List.of("io.retainer.spi.*", "java.io.*");

  private static final String SOURCE =
      String.join("", IMPORTS.stream().map(each -> "import " + each + ";").toList())
          + """

          public class MadeUp implements Connector {
            public ConnectorDescription describe() {
              return ConnectorDescription.of("ID", "Made up")
                  .about("Nothing that exists.")
                  .export("made-up.txt", "Make it up.")
                  .layout("lines", Evidence.REMEMBERED)
                  .fills(Datasets.WEB_TRAFFIC, "each line")
                  .build();
            }

            public Recognition recognise(SourceFile file) throws IOException {
              String text;
              try (InputStream in = file.open()) {
                text = new String(in.readNBytes(1000), "UTF-8");
              }
              return RECOGNISES ? Recognition.as("lines") : Recognition.refused("not made up");
            }

            public void read(SourceFile file, ReadSettings settings, FactSink sink) {
              sink.issue(ReadIssue.ofFile("nothing", "something", "Make it up."));
            }
          }
          """;
}
