package io.retainer.cli.doctor;

import io.retainer.cli.server.Ports;
import io.retainer.cli.server.RunningServer;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that a home is on. */
record Machine(Path home, Optional<RunningServer> server, Optional<Integer> port, Clock clock) {

  private static final int USUAL_PORT = 8080;

  private static final long MEBIBYTE = 1 << 20;
  private static final long LITTLE_SPACE = 2048 * MEBIBYTE;
  private static final long NO_SPACE = 256 * MEBIBYTE;
  private static final Duration SKEW = Duration.ofMinutes(2);

  List<Finding> findings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(door());
    findings.add(space("disk of the home", home));
    findings.add(fonts());
    findings.add(time());
    return findings;
  }

  private static Finding java() {
    return Finding.fine(
        "Java", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor"));
  }

  private Finding door() {
    if (server.isPresent()) {
      return Finding.fine("port", "this home's server answers at " + server.get().address());
    }
    int wanted = port.orElse(USUAL_PORT);
    if (Ports.isFree(wanted)) {
      return Finding.fine("port", wanted + " is free");
    }
    return port.isEmpty()
        ? Finding.look(
            "port",
            wanted + " is in use by another program; the next free one is taken",
            "Set retainer.http.port, so that the address stays the same.")
        : Finding.broken(
            "port",
            wanted + " is in use by another program",
            "Stop it, or set retainer.http.port to a free one.");
  }

  /** What is there of a path: itself, or the folder that it would be made in. */
  static Path nearest(Path place) {
    Path there = place.toAbsolutePath();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  private static Finding space(String subject, Path place) throws IOException {
    FileStore store = Files.getFileStore(nearest(place));
    long free = store.getUsableSpace();
    String saw = "%,d MB free on %s".formatted(free / MEBIBYTE, store);
    if (free >= LITTLE_SPACE) {
      return Finding.fine(subject, saw);
    }
    String advice =
        "Free some space: imports and reports stop cleanly without it, and the server with them.";
    return free < NO_SPACE
        ? Finding.broken(subject, saw, advice)
        : Finding.look(subject, saw, advice);
  }

  /** Slim systems come without the native library that measures letters; PDFs need it. */
  private static Finding fonts() {
    try {
      double width =
          new Font(Font.SANS_SERIF, Font.PLAIN, 12)
              .getStringBounds("Ўў Ää €", new FontRenderContext(null, true, true))
              .getWidth();
      return width > 0
          ? Finding.fine("fonts", "letters can be measured; the reports bring their own")
          : noFonts("letters have no width");
    } catch (LinkageError | RuntimeException e) {
      return noFonts(String.valueOf(e.getMessage()));
    }
  }

  private static Finding noFonts(String saw) {
    return Finding.broken(
        "fonts",
        "Java cannot draw letters: " + saw.lines().findFirst().orElse(""),
        "Install the system's font libraries (Debian, Ubuntu: apt install fontconfig libfreetype6"
            + " fonts-dejavu-core); without them no PDF is made.");
  }

  /** A clock that was set back issues reports twice or never. */
  private Finding time() throws IOException {
    Instant now = clock.instant();
    Optional<Instant> newest = newest();
    if (newest.isPresent() && newest.get().isAfter(now.plus(SKEW))) {
      return Finding.broken(
          "clock",
          "it is %s here, and the home was written at %s".formatted(now, newest.get()),
          "Set the clock (timedatectl set-ntp true); schedules go by it.");
    }
    return Finding.fine("clock", now + ", zone " + clock.getZone());
  }

  private Optional<Instant> newest() throws IOException {
    if (!Files.isDirectory(home)) {
      return Optional.empty();
    }
    Instant newest = Instant.EPOCH;
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        newest = written.isAfter(newest) ? written : newest;
      }
    }
    return Optional.of(newest);
  }
}
