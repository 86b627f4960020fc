package io.retainer.cli;

import io.retainer.cli.server.Ports;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class PortOption {

  private static final int USUAL = 8080;
  private static final int ALTERNATIVES = 20;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port on this machine (default: 8080, or the next free one)")
  private Integer port;

  int free() {
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
}
