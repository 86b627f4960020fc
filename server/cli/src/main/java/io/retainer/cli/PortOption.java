package io.retainer.cli;

import io.retainer.cli.server.Ports;
import io.retainer.workspace.configuration.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the server listens: what the command says, else what is configured. */
final class PortOption {

  private static final int USUAL = 8080;
  private static final int ALTERNATIVES = 20;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "port on this machine (default: RETAINER_HTTP_PORT, else 8080 or the next free one)")
  private Integer port;

  int free(Path home) {
    Integer port =
        this.port == null
            ? configured(Configuration.ofServer(home, System.getenv())).orElse(null)
            : this.port;
    if (port == null) {
      return Ports.firstFree(USUAL, ALTERNATIVES)
          .orElseThrow(
              () ->
                  new WrongUsage(
                      "The ports %d to %d are all in use; name a free one with --port."
                          .formatted(USUAL, USUAL + ALTERNATIVES - 1)));
    }
    if (port < 1 || port > 65535) {
      throw new WrongUsage("A port is a number from 1 to 65535, saw " + port + ".");
    }
    if (!Ports.isFree(port)) {
      throw new WrongUsage("The port " + port + " is in use; name another one with --port.");
    }
    return port;
  }

  /**
   * What is set for the server.
   *
   * @throws WrongUsage when it is no number
   */
  static Optional<Integer> configured(Configuration configuration) {
    return configuration
        .value("retainer.http.port")
        .map(
            text -> {
              if (!text.matches("[0-9]{1,9}")) {
                throw new WrongUsage(
                    "The port retainer.http.port is a number, saw \"" + text + "\".");
              }
              return Integer.valueOf(text);
            });
  }
}
