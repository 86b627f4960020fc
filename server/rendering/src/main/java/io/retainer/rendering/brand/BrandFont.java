package io.retainer.rendering.brand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A font of an agency or a client that reports may be printed in.
 *
 * @param hash of its bytes
 * @param family by which its makers call it
 * @param missing what reports need and it lacks
 * @param hasEvenFigures whether all figures are as wide, so that columns of numbers align
 */
public record BrandFont(
    byte[] bytes, String hash, String family, List<Missing> missing, boolean hasEvenFigures) {

  private static final long LARGEST_FILE = 4L << 20;
  private static final int KEPT = 50;

  /** A font is tried once, as that takes a process of its own. */
  private static final Map<String, Tried> TRIED =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tried> eldest) {
              return size() > KEPT;
            }
          });

  /**
   * @param refused what is wrong with it; empty when nothing is
   */
  private record Tried(Optional<BrandFont> font, String refused) {}

  public BrandFont {
    missing = List.copyOf(missing);
  }

  /**
   * Letters of one kind that a font lacks.
   *
   * @param letters one after another
   */
  public record Missing(Letters kind, String letters) {}

  /** What reports are written with, by whom it is needed. */
  public enum Letters {
    FINNISH("ÄÅÖäåöŠšŽž"),
    RUSSIAN("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    BELARUSIAN("ЎўІі\u2019"),
    CURRENCIES("€₽£$"),
    SIGNS("\u00a0\u202f\u2212\u2013\u2014\u2026«»„“”·×≥≤→▲▼%‰№");

    private final String needed;

    Letters(String needed) {
      this.needed = needed;
    }

    public String needed() {
      return needed;
    }
  }

  /**
   * @throws BrandException saying what is wrong with it
   */
  public static BrandFont read(Path file, String name) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw tooLarge(name);
      }
      return of(Files.readAllBytes(file), name);
    } catch (IOException e) {
      throw new BrandException(name, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * @param name of the file, for messages
   * @throws BrandException saying what is wrong with it
   */
  public static BrandFont of(byte[] bytes, String name) {
    if (bytes.length > LARGEST_FILE) {
      throw tooLarge(name);
    }
    String hash = hash(bytes);
    // Nobody waits for the trial of another font.
    Tried known = TRIED.get(hash);
    Tried tried = known == null ? tried(bytes, hash, name) : known;
    TRIED.put(hash, tried);
    return tried.font().orElseThrow(() -> new BrandException(name, tried.refused()));
  }

  private static Tried tried(byte[] bytes, String hash, String name) {
    try {
      FontTables.check(bytes, name);
      return new Tried(Optional.of(FontTrials.of(bytes, hash, name)), "");
    } catch (BrandException e) {
      return new Tried(Optional.empty(), e.what());
    }
  }

  private static BrandException tooLarge(String name) {
    return new BrandException(
        name, "is larger than 4 MB; take one of the languages you need, not of all");
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
