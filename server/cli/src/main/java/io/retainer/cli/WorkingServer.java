package io.retainer.cli;

import io.retainer.cli.api.Api;
import io.retainer.cli.api.ApiException;
import io.retainer.cli.server.RunningServer;
import java.io.IOException;

/** The server that works in a home, as commands ask it. */
final class WorkingServer {

  private WorkingServer() {}

  /** Something to ask of the server. */
  interface Question<T> {
    T of(Api api) throws IOException, InterruptedException;
  }

  /**
   * @throws WrongUsage when none works there
   */
  static Api in(HomeOption home) throws IOException {
    RunningServer server =
        RunningServer.of(home.folder())
            .orElseThrow(
                () ->
                    new WrongUsage(
                        "No server works in "
                            + home.folder()
                            + "; start it with retainer serve, or name its home with --home."));
    return new Api(server.url(), server.token());
  }

  /**
   * @throws WrongUsage when the server refuses it, in its words
   */
  static <T> T asked(HomeOption home, Question<T> question)
      throws IOException, InterruptedException {
    try {
      return question.of(in(home));
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }
}
