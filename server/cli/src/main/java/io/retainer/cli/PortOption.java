package io.retainer.cli;

import io.retainer.cli.server.Ports;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the server listens: what the command says, else what the environment does. */
final class PortOption {

  private static final int USUAL = 8080;
  private static final int ALTERNATIVES = 20;
  private static final Pattern PROPERTY = Pattern.compile("-Dretainer\\.http\\.port=(\\S+)");

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "port on this machine (default: RETAINER_HTTP_PORT, else 8080 or the next free one)")
  private Integer port;

  int free() {
    Integer port = this.port == null ? configured(System.getenv()).orElse(null) : this.port;
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
   * What is set for the server, as a variable or as an option for its Java machine.
   *
   * @throws WrongUsage when it is no number
   */
  static Optional<Integer> configured(Map<String, String> environment) {
    Matcher option = PROPERTY.matcher(environment.getOrDefault("RETAINER_SERVER_OPTS", ""));
    String text =
        option.find() ? option.group(1) : environment.getOrDefault("RETAINER_HTTP_PORT", "");
    if (!text.matches("[0-9]{0,9}")) {
      throw new WrongUsage("The port retainer.http.port is a number, saw \"" + text + "\".");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
  }
}
