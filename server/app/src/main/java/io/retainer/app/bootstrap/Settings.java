package io.retainer.app.bootstrap;

import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.inbox.InboxSettings;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the server works, from MicroProfile Config: a system property {@code retainer.home}, the
 * environment's {@code RETAINER_HOME}, and so on.
 *
 * @param url where browsers and programs reach the server
 * @param largestUpload bytes; the setting is in megabytes
 */
record Settings(
    Path home,
    Installation parts,
    int port,
    URI url,
    long largestUpload,
    MailSettings mail,
    InboxSettings inbox) {

  private static final long USUAL_LARGEST_UPLOAD = 1024;

  static Settings ofThisProcess() {
    Config config = ConfigProvider.getConfig();
    int port = config.getOptionalValue("retainer.http.port", Integer.class).orElse(8080);
    return new Settings(
        Path.of(config.getOptionalValue("retainer.home", String.class).orElse("retainer-home")),
        parts(config),
        port,
        URI.create(
            config
                .getOptionalValue("retainer.url", String.class)
                .orElse("http://127.0.0.1:" + port + "/")),
        config
                .getOptionalValue("retainer.imports.largest-upload", Long.class)
                .orElse(USUAL_LARGEST_UPLOAD)
            * 1024
            * 1024,
        MailSettings.of(name -> config.getOptionalValue(name, String.class)),
        InboxSettings.of(name -> config.getOptionalValue(name, String.class)));
  }

  private static Installation parts(Config config) {
    Path installation =
        Path.of(config.getOptionalValue("retainer.installation", String.class).orElse("."));
    return new Installation(
        part(config, "retainer.connectors", installation.resolve("connectors")),
        part(config, "retainer.kpi-scripts", installation.resolve("kpi-scripts")),
        part(config, "retainer.report-templates", installation.resolve("report-templates")));
  }

  private static Path part(Config config, String key, Path usual) {
    return config.getOptionalValue(key, String.class).map(Path::of).orElse(usual);
  }

  /** Where uploads wait until they are imported. */
  Path uploadFolder() {
    try {
      return Files.createDirectories(homeFolder().run().resolve("uploads"));
    } catch (IOException e) {
      throw new UncheckedIOException("Uploads cannot be received", e);
    }
  }

  HomeFolder homeFolder() {
    return new HomeFolder(home);
  }

  boolean isSecure() {
    return url.getScheme().equals("https");
  }
}
