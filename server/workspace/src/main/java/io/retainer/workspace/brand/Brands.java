package io.retainer.workspace.brand;

import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.brand.BrandFont;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.template.Look;
import io.retainer.rendering.template.Style;
import io.retainer.workspace.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The brands of a home: read, changed, taken back. */
public final class Brands {

  private final HomeFolder home;
  private final Path shipped;

  /**
   * @param shipped the templates that came with the program
   */
  public Brands(HomeFolder home, Path shipped) {
    this.home = home;
    this.shipped = shipped;
  }

  /**
   * What a report shows.
   *
   * @throws io.retainer.rendering.template.TemplateException when somebody has put a file there
   *     that cannot be used
   */
  public Brand inForce(BrandOwner owner) {
    return Style.brand(layers(owner));
  }

  /** The folders of templates that make it, the one that overrides last. */
  public List<Path> layers(BrandOwner owner) {
    return over(owner, folder(owner).templates());
  }

  public OwnBrand own(BrandOwner owner) {
    try {
      Look look = Look.read(folder(owner).lookText());
      Set<BrandFiles> files = EnumSet.noneOf(BrandFiles.class);
      for (BrandFiles file : BrandFiles.values()) {
        folder(owner).file(file).ifPresent(there -> files.add(file));
      }
      return new OwnBrand(look.agency(), look.primary(), look.accent(), files);
    } catch (IOException e) {
      throw unreadable(owner, e);
    }
  }

  /**
   * The brand as a change would make it.
   *
   * @throws IllegalArgumentException naming what cannot be used
   * @throws io.retainer.rendering.template.TemplateException as {@link #inForce}
   */
  public BrandDraft draft(BrandOwner owner, BrandChange change) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory(home.run(), "brand");
      StyleFolder draft = new StyleFolder(folder);
      folder(owner).copyAllTo(draft);
      for (Map.Entry<BrandFiles, Optional<byte[]>> file : change.files().entrySet()) {
        put(draft, file.getKey(), file.getValue());
      }
      draft.look(LookLines.with(draft.lookText(), checked(change.words())));
      List<Path> layers = over(owner, folder);
      return new BrandDraft(Style.brand(layers), layers);
    } catch (IOException e) {
      discard(folder);
      throw new UncheckedIOException("The brand cannot be prepared: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      discard(folder);
      throw e;
    }
  }

  private static void discard(Path folder) {
    if (folder != null) {
      new BrandDraft(null, List.of(folder)).close();
    }
  }

  /** Colours as the file has them, before the file is written. */
  private static Map<String, Optional<String>> checked(Map<String, Optional<String>> words) {
    words.forEach(
        (word, text) -> {
          if (!BrandChange.WORDS.contains(word)) {
            throw new IllegalArgumentException(
                "There is no \"" + word + "\" in a brand; there are " + BrandChange.WORDS);
          }
          boolean isColour = !word.equals(BrandChange.AGENCY);
          if (isColour && text.isPresent() && !text.get().matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException(
                "\"" + word + "\" is a colour like #3450c9; saw \"" + text.get() + "\"");
          }
        });
    return words;
  }

  private static void put(StyleFolder draft, BrandFiles file, Optional<byte[]> bytes)
      throws IOException {
    if (bytes.isEmpty()) {
      draft.remove(file);
    } else if (file.kind() == BrandFiles.Kind.LOGO) {
      Logo logo = Logo.of(bytes.get(), file.word());
      draft.put(file, logo.mediaType().equals("image/png") ? ".png" : ".jpg", logo.bytes());
    } else {
      BrandFont font = BrandFont.of(bytes.get(), file.word());
      boolean isOpenType =
          new String(font.bytes(), 0, 4, StandardCharsets.ISO_8859_1).equals("OTTO");
      draft.put(file, isOpenType ? ".otf" : ".ttf", font.bytes());
    }
  }

  /**
   * Sets what is named. Reports that are made from now on show it.
   *
   * @throws IllegalArgumentException naming what cannot be used; nothing was changed then
   */
  public synchronized void change(BrandOwner owner, BrandChange change) {
    try (BrandDraft draft = draft(owner, change)) {
      if (!draft.folder().isLike(folder(owner))) {
        replace(owner, draft.folder());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The brand cannot be saved: " + e.getMessage(), e);
    }
  }

  /** Takes back all that the owner has set, so that it looks like the one below. */
  public void reset(BrandOwner owner) {
    BrandChange change = BrandChange.none();
    for (String word : BrandChange.WORDS) {
      change = change.with(word, "");
    }
    for (BrandFiles file : BrandFiles.values()) {
      change = change.with(file, Optional.empty());
    }
    change(owner, change);
  }

  public boolean mayUndo(BrandOwner owner) {
    return Files.isDirectory(former(owner).templates());
  }

  /**
   * Brings back what there was before the last change; a second time, what the first one took.
   *
   * @return whether there was something to bring back
   */
  public synchronized boolean undo(BrandOwner owner) {
    if (!mayUndo(owner)) {
      return false;
    }
    Path kept = null;
    try {
      kept = Files.createTempDirectory(home.run(), "brand");
      new StyleFolder(kept).take(former(owner));
      replace(owner, new StyleFolder(kept));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The brand cannot be brought back: " + e.getMessage(), e);
    } finally {
      discard(kept);
    }
  }

  private void replace(BrandOwner owner, StyleFolder now) throws IOException {
    StyleFolder former = former(owner);
    Files.createDirectories(former.templates());
    former.take(folder(owner));
    folder(owner).take(now);
  }

  private StyleFolder folder(BrandOwner owner) {
    return new StyleFolder(
        owner.client().map(home::reportTemplates).orElseGet(home::reportTemplates));
  }

  private StyleFolder former(BrandOwner owner) {
    return new StyleFolder(
        owner
            .client()
            .map(client -> home.reportTemplates(client).resolveSibling("brand-before"))
            .orElseGet(() -> home.root().resolve("brand-before")));
  }

  private List<Path> over(BrandOwner owner, Path own) {
    List<Path> layers = new ArrayList<>(List.of(shipped));
    owner.client().ifPresent(client -> layers.add(home.reportTemplates()));
    layers.add(own);
    return layers;
  }

  private static UncheckedIOException unreadable(BrandOwner owner, IOException e) {
    return new UncheckedIOException(
        "The brand of "
            + owner.client().map(Object::toString).orElse("the agency")
            + " cannot be read",
        e);
  }
}
