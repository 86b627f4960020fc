package io.retainer.systemtest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Takes what a collector of OpenTelemetry takes over HTTP; names stand in it as they are. */
final class TraceCollector implements AutoCloseable {

  private final HttpServer server;
  private final StringBuffer told = new StringBuffer();

  private TraceCollector(HttpServer server) {
    this.server = server;
    server.createContext(
        "/v1/traces",
        exchange -> {
          told.append(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
          exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
  }

  static TraceCollector start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var collector = new TraceCollector(server);
    server.start();
    return collector;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
  }

  /** A span's name as it stands in what is told, where routes hold the same words: field 5. */
  static String span(String name) {
    return "*" + (char) name.length() + name;
  }

  String told() {
    return told.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
