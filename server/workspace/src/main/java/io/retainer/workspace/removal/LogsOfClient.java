package io.retainer.workspace.removal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines of logs that name a client.
 *
 * @param words the client's id and name
 */
record LogsOfClient(Path logs, List<String> words) {

  /**
   * @param isMeant whether the lines go; else they are counted
   */
  long lines(boolean isMeant) throws IOException {
    if (!Files.isDirectory(logs)) {
      return 0;
    }
    long found = 0;
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found += lines(file, isMeant);
      }
    }
    return found;
  }

  /** Byte by byte: a log may hold anything. */
  private long lines(Path file, boolean isMeant) throws IOException {
    Path kept = file.resolveSibling(file.getFileName() + ".kept");
    long found = 0;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
        BufferedWriter out = Files.newBufferedWriter(kept, StandardCharsets.ISO_8859_1)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (words.stream().map(LogsOfClient::bytes).anyMatch(line::contains)) {
          found++;
        } else {
          out.write(line);
          out.write('\n');
        }
      }
    }
    if (isMeant && found > 0) {
      Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.deleteIfExists(kept);
    return found;
  }

  private static String bytes(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
