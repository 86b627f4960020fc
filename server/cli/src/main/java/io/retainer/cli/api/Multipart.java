package io.retainer.cli.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Files on their way to the server, as a form in a browser sends them. */
public final class Multipart {

  private final String boundary = "retainer-" + UUID.randomUUID();
  private final List<byte[]> parts = new ArrayList<>();

  public Multipart field(String name, String value) {
    return part("name=\"%s\"".formatted(name), "text/plain; charset=utf-8", utf8(value));
  }

  public Multipart file(String field, String fileName, byte[] content) {
    String quoted = fileName.replace("\\", "\\\\").replace("\"", "%22").replaceAll("[\r\n]", " ");
    return part(
        "name=\"%s\"; filename=\"%s\"".formatted(field, quoted),
        "application/octet-stream",
        content);
  }

  private Multipart part(String disposition, String type, byte[] content) {
    parts.add(
        utf8(
            "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, type)));
    parts.add(content);
    parts.add(utf8("\r\n"));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  List<byte[]> parts() {
    List<byte[]> all = new ArrayList<>(parts);
    all.add(utf8("--" + boundary + "--\r\n"));
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
