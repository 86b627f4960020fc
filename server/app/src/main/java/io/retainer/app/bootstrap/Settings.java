package io.retainer.app.bootstrap;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the server works, from MicroProfile Config: a system property {@code retainer.home}, the
 * environment's {@code RETAINER_HOME}, and so on.
 *
 * @param url where browsers and programs reach the server
 */
record Settings(Path home, Path installation, int port, URI url) {

  static Settings ofThisProcess() {
    Config config = ConfigProvider.getConfig();
    int port = config.getOptionalValue("retainer.http.port", Integer.class).orElse(8080);
    return new Settings(
        Path.of(config.getOptionalValue("retainer.home", String.class).orElse("retainer-home")),
        Path.of(config.getOptionalValue("retainer.installation", String.class).orElse(".")),
        port,
        URI.create(
            config
                .getOptionalValue("retainer.url", String.class)
                .orElse("http://127.0.0.1:" + port + "/")));
  }

  boolean isSecure() {
    return url.getScheme().equals("https");
  }
}
