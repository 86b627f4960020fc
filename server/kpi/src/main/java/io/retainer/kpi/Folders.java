package io.retainer.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Folders with scripts, of which a later one overrides the earlier ones. */
record Folders(List<Path> layers) {

  /**
   * What is there, by relative path.
   *
   * @param files that of the highest layer last
   * @param passedOver what is not read
   */
  record Listing(Map<String, List<Path>> files, Map<String, PassedOver> passedOver) {}

  Listing list() {
    Listing listing = new Listing(new LinkedHashMap<>(), new TreeMap<>());
    for (Path layer : layers) {
      ScriptFiles.Found found = ScriptFiles.in(layer);
      found
          .scripts()
          .forEach(
              (name, file) ->
                  listing.files.computeIfAbsent(name, n -> new ArrayList<>()).add(file));
      listing.passedOver.putAll(found.passedOver());
    }
    return listing;
  }

  /**
   * What is there now.
   *
   * @param seen what was there before: a file that did not change is not read again
   */
  Map<Path, Seen> look(Map<String, List<Path>> files, Map<Path, Seen> seen) {
    Map<Path, Seen> now = new HashMap<>();
    for (List<Path> versions : files.values()) {
      for (Path file : versions) {
        look(file, seen).ifPresent(found -> now.put(file, found));
      }
    }
    return now;
  }

  /** Empty when the file has just gone. */
  private static Optional<Seen> look(Path file, Map<Path, Seen> seen) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Seen before = seen.get(file);
      if (before != null && before.isStill(file, attributes)) {
        return Optional.of(before);
      }
      return Optional.of(Seen.of(file, attributes, textOrNothing(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A file that is no text is read as a script with that problem; here it has no text. */
  private static String textOrNothing(Path file) {
    try {
      return ScriptFiles.text(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** Which folder a file lies in. */
  int layer(Path file) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (file.startsWith(layers.get(i))) {
        return i;
      }
    }
    return 0;
  }
}
