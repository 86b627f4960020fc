package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a window: it keeps its cookies, whichever server of the agency it asks. */
final class SignedIn {

  private static final String NAME = "maria";
  private static final String PASSWORD = "seven quiet harbours";
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** Becomes the first owner. */
  static SignedIn asOwner(URI link) throws IOException, InterruptedException {
    var browser = new SignedIn();
    String key = link.getQuery().substring("key=".length());
    browser.submit(
        link,
        link.getPath() + "?" + link.getQuery(),
        Map.of("key", key, "name", NAME, "password", PASSWORD, "repeated", PASSWORD));
    return browser;
  }

  /** The same owner, in a session of its own. */
  static SignedIn again(URI server) throws IOException, InterruptedException {
    var browser = new SignedIn();
    browser.submit(server, "/sign-in", Map.of("next", "", "name", NAME, "password", PASSWORD));
    return browser;
  }

  /** Sends the form of a page to the page. */
  private void submit(URI server, String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    URI address = server.resolve(path);
    String body =
        "csrf="
            + encoded(csrf(page(server, path)))
            + fields.entrySet().stream()
                .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
    HttpResponse<String> answer =
        post(
            server.resolve(address.getPath()),
            "application/x-www-form-urlencoded",
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** What the forms of a page carry. */
  private static String csrf(String page) {
    Matcher csrf = CSRF.matcher(page);
    assertThat(csrf.find()).as(page).isTrue();
    return csrf.group(1);
  }

  String page(URI server, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
    return answer.body();
  }

  /**
   * Sends a file by the page of uploads.
   *
   * @return the path that it leads to
   */
  String upload(URI server, String client, Path file) throws IOException, InterruptedException {
    String csrf = csrf(page(server, "/uploads"));
    String boundary = "----twins";
    String head =
        List.of(Map.entry("csrf", csrf), Map.entry("client", client)).stream()
            .map(
                field ->
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, field.getKey(), field.getValue()))
            .collect(Collectors.joining());
    head +=
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(boundary, file.getFileName());
    byte[] body =
        concat(
            head.getBytes(StandardCharsets.UTF_8),
            Files.readAllBytes(file),
            "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        post(server.resolve("/uploads"), "multipart/form-data; boundary=" + boundary, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.uri().getPath();
  }

  private static byte[] concat(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private HttpResponse<String> post(URI address, String type, byte[] body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .header("Origin", address.resolve("/").toString().replaceAll("/$", ""))
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
