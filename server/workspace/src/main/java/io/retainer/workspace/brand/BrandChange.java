package io.retainer.workspace.brand;

import io.retainer.rendering.brand.BrandFiles;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody sets; what is not named stays.
 *
 * @param words of {@link #WORDS}; an empty one is taken back
 * @param files as they came; an empty one is taken away
 */
public record BrandChange(
    Map<String, Optional<String>> words, Map<BrandFiles, Optional<byte[]>> files) {

  public static final String AGENCY = "agency";
  public static final String PRIMARY = "primary";
  public static final String ACCENT = "accent";
  public static final List<String> WORDS = List.of(AGENCY, PRIMARY, ACCENT);

  public BrandChange {
    words = new LinkedHashMap<>(words);
    Map<BrandFiles, Optional<byte[]>> copy = new EnumMap<>(BrandFiles.class);
    copy.putAll(files);
    files = copy;
  }

  public static BrandChange none() {
    return new BrandChange(Map.of(), Map.of());
  }

  public static BrandChange of(BrandFiles file, Optional<byte[]> bytes) {
    return new BrandChange(Map.of(), Map.of(file, bytes));
  }

  /**
   * @param text empty takes it back
   */
  public BrandChange with(String word, String text) {
    var changed = new BrandChange(words, files);
    changed.words.put(word, Optional.of(text.strip()).filter(given -> !given.isEmpty()));
    return changed;
  }

  public BrandChange with(BrandFiles file, Optional<byte[]> bytes) {
    var changed = new BrandChange(words, files);
    changed.files.put(file, bytes);
    return changed;
  }
}
