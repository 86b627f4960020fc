package io.retainer.workspace.brand;

import io.retainer.rendering.brand.BrandFiles;
import java.awt.Color;
import java.util.Optional;
import java.util.Set;

/** What an owner has set itself; all else comes from the one below. */
public record OwnBrand(
    Optional<String> agency,
    Optional<Color> primary,
    Optional<Color> accent,
    Set<BrandFiles> files) {

  public OwnBrand {
    files = Set.copyOf(files);
  }

  public boolean isEmpty() {
    return agency.isEmpty() && primary.isEmpty() && accent.isEmpty() && files.isEmpty();
  }
}
