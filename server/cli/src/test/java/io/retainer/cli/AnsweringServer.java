package io.retainer.cli;

import com.sun.net.httpserver.HttpServer;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the server that works in a home: a test says what it answers. */
final class AnsweringServer implements AutoCloseable {

  private final HttpServer server;

  /** What is asked, and the answer. */
  interface Answers {

    /**
     * @param path below the API, with its query
     */
    Answer to(String method, String path, String body) throws IOException;
  }

  record Answer(int status, String text) {}

  /** Commands find it by the home. */
  AnsweringServer(Path home, Answers answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/api/v1/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Answer answer =
              answers.to(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString().replace("/api/v1/", ""),
                  body);
          byte[] said = answer.text().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    server.start();
    Files.createDirectories(home.resolve("run"));
    Files.writeString(
        home.resolve("run/server.json"),
        Json.object()
            .put("url", "http://reports.agency.invalid/")
            .put("local", "http://127.0.0.1:" + server.getAddress().getPort() + "/")
            .put("token", "t")
            .put("pid", ProcessHandle.current().pid())
            .toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
