package io.retainer.systemtest;

import io.retainer.cli.server.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Requests that no client of ours would send. */
final class RawRequest {

  private static final int LIMIT_MILLIS = 10_000;

  private RawRequest() {}

  /** What the server answers to the announcement alone. */
  static String answer(RunningServer server, String path, long contentLength) throws IOException {
    try (var socket = new Socket(server.url().getHost(), server.url().getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      String head =
          """
          POST /api/v1/%s HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Content-Type: application/octet-stream\r
          Content-Length: %d\r
          Connection: close\r
          \r
          """
              .formatted(path, server.url().getAuthority(), server.token(), contentLength);
      return answer(socket, head);
    }
  }

  /** All that the server answers on one connection to what is written there at once. */
  static String answers(RunningServer server, String requests) throws IOException {
    try (var socket = new Socket(server.url().getHost(), server.url().getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      return answer(socket, requests);
    }
  }

  private static String answer(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    byte[] answer = new byte[4096];
    int length = 0;
    try {
      for (int read = 0; read >= 0 && length < answer.length; length += Math.max(0, read)) {
        read = socket.getInputStream().read(answer, length, answer.length - length);
      }
    } catch (SocketTimeoutException e) {
      // The server has answered and waits for more; what came is the answer.
    }
    return new String(answer, 0, length, StandardCharsets.UTF_8);
  }
}
