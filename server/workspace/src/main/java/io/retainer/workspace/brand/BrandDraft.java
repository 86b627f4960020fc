package io.retainer.workspace.brand;

import io.retainer.rendering.brand.Brand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A brand as it would be, in a folder that goes when this is closed.
 *
 * @param layers folders of templates, the draft's the last
 */
public record BrandDraft(Brand brand, List<Path> layers) implements AutoCloseable {

  public BrandDraft {
    layers = List.copyOf(layers);
  }

  StyleFolder folder() {
    return new StyleFolder(layers.get(layers.size() - 1));
  }

  @Override
  public void close() {
    try {
      folder().delete();
    } catch (IOException e) {
      throw new UncheckedIOException("The draft of a brand cannot be deleted", e);
    }
  }
}
