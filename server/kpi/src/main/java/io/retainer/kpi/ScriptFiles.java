package io.retainer.kpi;

import io.retainer.kpi.script.Script;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Script files on disk. */
final class ScriptFiles {

  private static final long LARGEST = 1L << 20;

  private ScriptFiles() {}

  /** The scripts of a folder by relative path with slashes; none when there is no such folder. */
  static SortedMap<String, Path> below(Path folder) {
    SortedMap<String, Path> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(path -> path.toString().endsWith(".groovy"))
          .filter(Files::isRegularFile)
          .forEach(path -> files.put(folder.relativize(path).toString().replace('\\', '/'), path));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new IllegalStateException("The folder " + folder + " cannot be read", e);
    }
    return files;
  }

  /** Reads one script; a file that is no text is a problem of it. */
  static Script read(String name, Path file) {
    try {
      return Script.read(name, text(file));
    } catch (CharacterCodingException e) {
      return broken(name, "the file is no UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      return broken(
          name, "the file cannot be read: " + e.getMessage(), "check its name and rights");
    }
  }

  static String text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("it has more than " + LARGEST + " bytes");
    }
    byte[] bytes = Files.readAllBytes(file);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Script broken(String name, String message, String advice) {
    return new Script(name, List.of(), List.of(new KpiProblem(name, 0, 0, message, advice)));
  }
}
