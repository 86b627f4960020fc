package io.retainer.workspace.support;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The end of each log, of those that were set aside the latest. */
final class LogEnds {

  private static final int MOST = 256 * 1024;
  private static final int FILES = 5;

  private LogEnds() {}

  static List<Part> of(Path logs) {
    List<Part> parts = new ArrayList<>();
    if (!Files.isDirectory(logs)) {
      return parts;
    }
    try (Stream<Path> files = Files.list(logs)) {
      List<Path> latest =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().endsWith(".log"))
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .limit(FILES)
              .sorted()
              .toList();
      for (Path file : latest) {
        parts.add(
            new Part(
                "logs/" + file.getFileName(),
                "its end, without names, addresses and quoted text",
                end(file)));
      }
    } catch (IOException e) {
      parts.add(new Part("logs/unread.txt", "why the logs are missing", e.toString()));
    }
    return parts;
  }

  private static String end(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - MOST);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // Half a line may be half a name.
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }
}
