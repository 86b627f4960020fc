package io.retainer.workspace.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers on this machine as Google documents its answers. */
final class StandInGoogle implements AutoCloseable {

  final List<JsonNode> questions = Collections.synchronizedList(new ArrayList<>());
  final List<String> tokenForms = Collections.synchronizedList(new ArrayList<>());
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>(new ArrayDeque<>());
  private final HttpServer server;

  /**
   * @param cut whether the connection ends in the middle of the body
   */
  record Reply(int status, Map<String, String> headers, String body, boolean cut) {
    static Reply of(int status, String body) {
      return new Reply(status, Map.of(), body, false);
    }
  }

  StandInGoogle() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::token);
    server.createContext("/v1beta/properties/", this::reports);
    server.start();
  }

  Endpoints endpoints() {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Endpoints(
        URI.create(root + "/token"),
        URI.create(root + "/v1beta/properties/"),
        URI.create("http://127.0.0.1:1/"),
        "http://127.0.0.1:1/%s/");
  }

  /** What the next questions get, before the usual answer. */
  void next(Reply... given) {
    replies.addAll(List.of(given));
  }

  /** A day's figures in each of the four tables. */
  static String answer(String day, int rowCount, int tokensLeft) {
    String table =
        """
        {"dimensionHeaders":[{"name":"date"}%s],
         "metricHeaders":[{"name":"sessions","type":"TYPE_INTEGER"}],
         "rows":[{"dimensionValues":[{"value":"%s"}%s],"metricValues":[{"value":"40"}]}],
         "rowCount":%d,"metadata":{"currencyCode":"EUR","timeZone":"Europe/Helsinki"},
         "propertyQuota":{"tokensPerDay":{"consumed":10,"remaining":199000},
                          "tokensPerHour":{"consumed":%d,"remaining":%d}},
         "kind":"analyticsData#runReport"}""";
    String plain = day.replace("-", "");
    List<String> tables = new ArrayList<>();
    for (String[] cut :
        new String[][] {
          {"", ""},
          {"sessionDefaultChannelGroup", "Direct"},
          {"deviceCategory", "mobile"},
          {"country", "Finland"}
        }) {
      tables.add(
          table.formatted(
              cut[0].isEmpty() ? "" : ",{\"name\":\"" + cut[0] + "\"}",
              plain,
              cut[0].isEmpty() ? "" : ",{\"value\":\"" + cut[1] + "\"}",
              rowCount,
              40_000 - tokensLeft,
              tokensLeft));
    }
    return "{\"reports\":["
        + String.join(",", tables)
        + "],\"kind\":\"analyticsData#batchRunReports\"}";
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenForms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    send(
        exchange,
        Reply.of(
            200,
            "{\"access_token\":\"ya29.made-up\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"));
  }

  private void reports(HttpExchange exchange) throws IOException {
    JsonNode question = question(exchange);
    questions.add(question);
    Reply reply = replies.poll();
    send(
        exchange,
        reply == null
            ? Reply.of(
                200, answer(question.at("/requests/0/dateRanges/0/startDate").asText(), 1, 39_000))
            : reply);
  }

  private static JsonNode question(HttpExchange exchange) throws IOException {
    try {
      return Json.read(
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IOException(e);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        reply.status(), reply.cut() ? body.length + 100 : body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
