package io.retainer.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A server that works in a home folder, as it says itself in {@code run/server.json}.
 *
 * @param url where programs of this machine call it: its token goes nowhere else
 * @param address where people open it
 * @param token lets the user who started it act as its owner
 * @param started when its process began, where the system knows that
 * @param ownerLink makes the first owner; there while nobody has used it
 */
public record RunningServer(
    URI url,
    URI address,
    String token,
    long pid,
    Optional<Instant> started,
    Optional<String> ownerLink) {

  static Path file(Path home) {
    return home.resolve("run").resolve("server.json");
  }

  /** The server of a home folder, unless there is none or it is gone. */
  public static Optional<RunningServer> of(Path home) throws IOException {
    try {
      JsonNode json = Json.read(Files.readString(file(home)));
      var server =
          new RunningServer(
              local(home, json),
              URI.create(json.path("url").asText()),
              json.path("token").asText(),
              json.path("pid").asLong(),
              Optional.ofNullable(json.path("started").asText(null)).map(Instant::parse),
              Optional.ofNullable(json.path("ownerLink").asText(null)));
      return Optional.of(server).filter(RunningServer::isAlive);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IOException(file(home) + " is no JSON; delete it and start the server again", e);
    }
  }

  private static URI local(Path home, JsonNode json) throws IOException {
    if (!json.hasNonNull("local")) {
      throw new IOException(
          file(home)
              + " was written by another version of Retainer. Stop the server of that version and"
              + " start this one");
    }
    return URI.create(json.path("local").asText());
  }

  /** A server that was killed leaves its file, and its number may be another process's by now. */
  private boolean isAlive() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    Optional<Instant> begun = process.flatMap(handle -> handle.info().startInstant());
    return process.isPresent()
        && (begun.isEmpty() || started.isEmpty() || begun.equals(started))
        && !isEnded(pid);
  }

  /** Killed, and only a number until the program that began it has asked how it ended. */
  private static boolean isEnded(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
    } catch (IOException | IndexOutOfBoundsException e) {
      // Other systems have no such file.
      return false;
    }
  }

  /** Whether anybody answers at its address. */
  public boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
