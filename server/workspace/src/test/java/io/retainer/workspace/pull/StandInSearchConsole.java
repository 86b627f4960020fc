package io.retainer.workspace.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers on this machine as the reference of searchanalytics.query says, for one property. */
final class StandInSearchConsole implements AutoCloseable {

  static final String PROPERTY = "sc-domain:birch.example";

  final List<JsonNode> questions = Collections.synchronizedList(new ArrayList<>());
  final List<String> tokenForms = Collections.synchronizedList(new ArrayList<>());

  /** The last day that is final. */
  volatile LocalDate finalUntil;

  volatile int queriesADay = 1;
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  StandInSearchConsole(LocalDate finalUntil) throws IOException {
    this.finalUntil = finalUntil;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::token);
    server.createContext("/webmasters/v3/sites/", this::query);
    server.start();
  }

  Endpoints endpoints() {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Endpoints(
        URI.create(root + "/token"),
        URI.create("http://127.0.0.1:1/"),
        URI.create(root + "/webmasters/v3/sites/"),
        "http://127.0.0.1:1/%s/");
  }

  /** The next questions are refused with 403 for these reasons. */
  void refuse(String... reasons) {
    refusals.addAll(List.of(reasons));
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenForms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    send(
        exchange,
        200,
        "{\"access_token\":\"ya29.made-up\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
  }

  private void query(HttpExchange exchange) throws IOException {
    JsonNode question = question(exchange);
    questions.add(question);
    String refusal = refusals.poll();
    String path = exchange.getRequestURI().getRawPath();
    if (refusal == null && !path.endsWith("/sc-domain%3Abirch.example/searchAnalytics/query")) {
      refusal = "forbidden";
    }
    if (refusal != null) {
      send(
          exchange,
          403,
          """
          {"error":{"errors":[{"domain":"usageLimits","reason":"%s","message":"Said %s"}],
           "code":403,"message":"Said %s"}}"""
              .formatted(refusal, refusal, refusal));
      return;
    }
    send(exchange, 200, answer(question).toString());
  }

  private ObjectNode answer(JsonNode question) {
    List<List<String>> keys = new ArrayList<>();
    LocalDate first = LocalDate.parse(question.path("startDate").asText());
    LocalDate last = LocalDate.parse(question.path("endDate").asText());
    String by = question.path("dimensions").path(1).asText();
    for (LocalDate day = first;
        !day.isAfter(last) && !day.isAfter(finalUntil);
        day = day.plusDays(1)) {
      for (int i = 0; i < (by.equals("query") ? queriesADay : 1); i++) {
        keys.add(by.isEmpty() ? List.of(day.toString()) : List.of(day.toString(), value(by, i)));
      }
    }
    ObjectNode answer = Json.object();
    int start = question.path("startRow").asInt();
    int end = Math.min(keys.size(), start + question.path("rowLimit").asInt());
    if (start < end) {
      ArrayNode rows = answer.putArray("rows");
      for (List<String> key : keys.subList(start, end)) {
        ObjectNode row = rows.addObject();
        key.forEach(row.withArray("keys")::add);
        row.put("clicks", 2).put("impressions", 40).put("ctr", 0.05).put("position", 3.5);
      }
    }
    return answer.put("responseAggregationType", by.equals("page") ? "byPage" : "byProperty");
  }

  private static String value(String dimension, int i) {
    return switch (dimension) {
      case "device" -> "MOBILE";
      case "country" -> "fin";
      case "page" -> "https://www.birch.example/";
      default -> "kia" + (i == 0 ? "" : i);
    };
  }

  private static JsonNode question(HttpExchange exchange) throws IOException {
    try {
      return Json.read(
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IOException(e);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
