package io.retainer.rendering.brand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The fonts of a brand. A letter that they lack is printed in the house's.
 *
 * @param bold of headings; they are printed in the house's without it
 */
public record BrandFonts(BrandFont regular, Optional<BrandFont> bold) {

  /** Of this process; engines know a font by its path, so each has one of its own for ever. */
  private static final class Folder {
    static final Path OF_PROCESS = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("retainer-fonts");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(
            "There is no place for fonts in the folder of passing files", e);
      }
    }
  }

  /** Where the font lies for whoever prints with it. */
  public static synchronized Path path(BrandFont font) {
    Path file = Folder.OF_PROCESS.resolve(font.hash() + ".ttf");
    try {
      if (!Files.exists(file)) {
        Path unfinished = Files.createTempFile(Folder.OF_PROCESS, "font", ".tmp");
        Files.write(unfinished, font.bytes());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        file.toFile().deleteOnExit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + font.family() + " cannot be laid out", e);
    }
    return file;
  }
}
