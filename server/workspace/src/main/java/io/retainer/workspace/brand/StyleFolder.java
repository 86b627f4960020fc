package io.retainer.workspace.brand;

import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.template.Look;
import io.retainer.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a brand in a folder of templates; what else lies there is not touched. */
record StyleFolder(Path templates) {

  private Path style() {
    return look().getParent();
  }

  Path look() {
    return templates.resolve(Look.FILE);
  }

  Optional<Path> file(BrandFiles wanted) {
    return wanted.names().stream()
        .map(name -> style().resolve(name))
        .filter(Files::isRegularFile)
        .reduce((first, last) -> last);
  }

  String lookText() throws IOException {
    return Files.isRegularFile(look()) ? Files.readString(look()) : "";
  }

  void look(String text) throws IOException {
    if (text.isBlank()) {
      Files.deleteIfExists(look());
    } else {
      Files.createDirectories(style());
      Files.writeString(look(), text);
    }
  }

  void put(BrandFiles wanted, String ending, byte[] bytes) throws IOException {
    remove(wanted);
    Files.createDirectories(style());
    Files.write(style().resolve(wanted.word() + ending), bytes);
  }

  void remove(BrandFiles wanted) throws IOException {
    for (String name : wanted.names()) {
      Files.deleteIfExists(style().resolve(name));
    }
  }

  /** The brand of another folder in the place of what is here, each file whole or not there. */
  void take(StyleFolder other) throws IOException {
    List<Path> wanted = other.brandFiles();
    List<String> names = wanted.stream().map(file -> file.getFileName().toString()).toList();
    for (Path mine : brandFiles()) {
      if (!names.contains(mine.getFileName().toString())) {
        Files.delete(mine);
      }
    }
    if (!wanted.isEmpty()) {
      Files.createDirectories(style());
    }
    for (Path file : wanted) {
      Path unfinished = Files.createTempFile(style(), ".brand", null);
      Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          unfinished,
          style().resolve(file.getFileName()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Whether the brand of another folder is the same to the byte. */
  boolean isLike(StyleFolder other) throws IOException {
    List<Path> mine = brandFiles();
    List<Path> others = other.brandFiles();
    boolean isLike = mine.size() == others.size();
    for (int i = 0; isLike && i < mine.size(); i++) {
      isLike =
          mine.get(i).getFileName().equals(others.get(i).getFileName())
              && Files.mismatch(mine.get(i), others.get(i)) < 0;
    }
    return isLike;
  }

  /** A copy of all that lies beside the brand too: layouts and texts. */
  void copyAllTo(StyleFolder other) throws IOException {
    Files.createDirectories(other.style());
    if (Files.isDirectory(style())) {
      try (Stream<Path> files = Files.list(style())) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          Files.copy(file, other.style().resolve(file.getFileName()));
        }
      }
    }
  }

  /** The look comes last: it decides nothing that is not there yet. */
  private List<Path> brandFiles() {
    List<Path> files = new ArrayList<>();
    for (BrandFiles wanted : BrandFiles.values()) {
      wanted.names().stream()
          .map(name -> style().resolve(name))
          .filter(Files::isRegularFile)
          .forEach(files::add);
    }
    if (Files.isRegularFile(look())) {
      files.add(look());
    }
    return files;
  }

  void delete() throws IOException {
    WholeFolder.delete(templates);
  }
}
