package io.retainer.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last text of each script that worked, in a folder of its own, across restarts.
 *
 * @param lender where to look for what is not in the folder; nothing is written there
 */
record LastGood(Path folder, Optional<LastGood> lender) {

  private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

  static LastGood in(Path folder) {
    return new LastGood(folder, Optional.empty());
  }

  LastGood lentTo(Path other) {
    return new LastGood(other, Optional.of(this));
  }

  Optional<String> text(String script) {
    return own(script).or(() -> lender.flatMap(other -> other.text(script)));
  }

  private Optional<String> own(String script) {
    try {
      Path file = file(script);
      return Files.isRegularFile(file) ? Optional.of(ScriptFiles.text(file)) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("The last good text of {} cannot be read", script, e);
      return Optional.empty();
    }
  }

  /** Keeps a text that works. Written beside and moved, so that no reader sees half of it. */
  void keep(String script, String text) {
    if (text(script).filter(text::equals).isPresent()) {
      return;
    }
    try {
      Path file = file(script);
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), ".keep", ".tmp");
      Files.writeString(written, text);
      Files.move(
          written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("The text of {} cannot be kept in {}", script, folder, e);
    }
  }

  /** Forgets scripts that are there no more. */
  void keepOnly(Set<String> scripts) {
    ScriptFiles.below(folder)
        .forEach(
            (script, file) -> {
              if (!scripts.contains(script)) {
                forget(file);
              }
            });
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", file, e);
    }
  }

  private Path file(String script) {
    Path file = folder.resolve(script).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw new IllegalArgumentException(script + " is outside of " + folder);
    }
    return file;
  }
}
