package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.server.RunningServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The sources of a home: by this process, or by the server that works in it. They are as the API
 * shows them.
 */
interface SourceBook extends AutoCloseable {

  static SourceBook of(HomeOption home) throws IOException {
    Optional<RunningServer> server = RunningServer.of(home.folder());
    return server.isPresent() ? new SourcesOfServer(server.get()) : new SourcesHere(home.open());
  }

  List<JsonNode> all() throws IOException, InterruptedException;

  JsonNode add(
      String client,
      String platform,
      String account,
      String credential,
      String from,
      OptionalInt lookBack)
      throws IOException, InterruptedException;

  void test(JsonNode source) throws IOException, InterruptedException;

  /**
   * Pulls to the end.
   *
   * @param begun hears the first day of what is asked for
   * @return the source as it is then
   */
  JsonNode pull(JsonNode source, Consumer<String> begun) throws IOException, InterruptedException;

  void pause(JsonNode source, boolean isPaused) throws IOException, InterruptedException;

  void remove(JsonNode source) throws IOException, InterruptedException;

  @Override
  void close();
}
