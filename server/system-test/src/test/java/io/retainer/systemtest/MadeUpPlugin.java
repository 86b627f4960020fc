package io.retainer.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A stranger's connector, compiled against the SPI of the installation and nothing else. */
final class MadeUpPlugin {

  private MadeUpPlugin() {}

  static Path write(Path jar, Path work) throws IOException {
    Path source = work.resolve("MadeUp.java");
    try (var in = MadeUpPlugin.class.getResourceAsStream("MadeUp.java.txt")) {
      Files.write(source, in.readAllBytes());
    }
    Path kit = Launcher.checkout().resolve("server/cli/target/retainer/kit");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                kit.resolve("retainer-connector-spi.jar").toString(),
                "-d",
                work.toString(),
                source.toString());
    if (status != 0) {
      throw new IllegalStateException("The made-up connector does not compile");
    }
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("MadeUp.class"));
      Files.copy(work.resolve("MadeUp.class"), out);
      out.putNextEntry(new JarEntry("META-INF/services/io.retainer.spi.Connector"));
      out.write("MadeUp".getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }
}
