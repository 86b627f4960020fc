package io.retainer.rendering.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folders laid over one another: of files with the same path the last one counts. */
final class LayeredFiles {

  /** A text file larger than this is no template. */
  private static final long LARGEST = 4L << 20;

  private final List<Path> layers;

  LayeredFiles(List<Path> layers) {
    this.layers = layers.stream().filter(Files::isDirectory).toList();
  }

  List<String> foldersWith(String file) {
    TreeSet<String> names = new TreeSet<>();
    for (Path layer : layers) {
      for (Path folder : children(layer)) {
        if (Files.isRegularFile(folder.resolve(file))) {
          names.add(folder.getFileName().toString());
        }
      }
    }
    return List.copyOf(names);
  }

  /** Names of the files of a folder, over all layers, sorted. */
  List<String> filesIn(String folder) {
    TreeSet<String> names = new TreeSet<>();
    for (Path layer : layers) {
      Path inside = layer.resolve(folder);
      if (Files.isDirectory(inside)) {
        children(inside).stream()
            .filter(Files::isRegularFile)
            .forEach(file -> names.add(file.getFileName().toString()));
      }
    }
    return List.copyOf(names);
  }

  /** The files of that path, the one that overrides last. */
  List<String> all(String path) {
    List<String> texts = new ArrayList<>();
    for (Path layer : layers) {
      Path file = layer.resolve(path);
      if (Files.isRegularFile(file)) {
        texts.add(read(file));
      }
    }
    return texts;
  }

  /** The file of the last layer that has one of these. */
  Optional<Path> last(List<String> paths) {
    Path found = null;
    for (Path layer : layers) {
      for (String path : paths) {
        Path file = layer.resolve(path);
        found = Files.isRegularFile(file) ? file : found;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The one file of that path that counts. */
  String effective(String path) {
    List<String> texts = all(path);
    if (texts.isEmpty()) {
      throw new TemplateException(
          List.of("The file " + path + " is in none of the template folders " + layers));
    }
    return texts.get(texts.size() - 1);
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new TemplateException(
            List.of(file + " is larger than " + (LARGEST >> 20) + " MB and no template"));
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new TemplateException(
          file + ", line " + lineThatIsNoText(file) + ": is not UTF-8; save the file as UTF-8", e);
    } catch (IOException e) {
      throw new TemplateException("Could not read " + file + " as UTF-8 text: " + e, e);
    }
  }

  /** The first that has bytes which are no letters, or the last. */
  private static int lineThatIsNoText(Path file) {
    int line = 1;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      for (String text = lines.readLine();
          text != null && text.indexOf('\ufffd') < 0;
          text = lines.readLine()) {
        line++;
      }
      return line;
    } catch (IOException e) {
      return line;
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new TemplateException("Could not list " + folder + ": " + e, e);
    }
  }
}
