package io.retainer.rendering.template;

import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandException;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.brand.BrandFont;
import io.retainer.rendering.brand.BrandFonts;
import io.retainer.rendering.brand.Logo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all templates share.
 *
 * @param parts layout parts by file name: {@code report.jrxml}
 */
public record Style(Map<String, String> parts, Texts texts, Paper paper, Brand brand) {

  static final String FOLDER = "style";

  public Style {
    parts = Map.copyOf(parts);
  }

  static Style read(LayeredFiles files) {
    Map<String, String> parts = new TreeMap<>();
    for (String name : files.filesIn(FOLDER)) {
      if (name.endsWith(".jrxml")) {
        parts.put(name, files.effective(FOLDER + "/" + name));
      }
    }
    Texts texts = Texts.read(files, FOLDER);
    List<String> missing = texts.missing(FOLDER);
    if (!missing.isEmpty()) {
      throw new TemplateException(missing);
    }
    Look look = look(files);
    return new Style(parts, texts, look.paper().orElse(Paper.A4), brand(files, look));
  }

  /**
   * The brand that folders of templates make together.
   *
   * @param layers the one that overrides last
   * @throws TemplateException naming what is wrong with it
   */
  public static Brand brand(List<Path> layers) {
    LayeredFiles files = new LayeredFiles(layers);
    return brand(files, look(files));
  }

  /** The last layer that names a thing says it: the client's, the agency's, ours. */
  private static Look look(LayeredFiles files) {
    List<String> problems = new ArrayList<>();
    Look look = Look.NONE;
    for (String source : files.all(Look.FILE)) {
      look = Look.read(source, problems).over(look);
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return look;
  }

  private static Brand brand(LayeredFiles files, Look look) {
    try {
      return new Brand(
          look.agency(),
          look.palette(),
          place(files, BrandFiles.AGENCY_LOGO).map(file -> Logo.read(file, name(file))),
          place(files, BrandFiles.CLIENT_LOGO).map(file -> Logo.read(file, name(file))),
          place(files, BrandFiles.FONT_REGULAR).map(regular -> fonts(files, regular)));
    } catch (BrandException e) {
      throw new TemplateException(e.getMessage(), e);
    }
  }

  /** A bold one of another layer is of another family. */
  private static BrandFonts fonts(LayeredFiles files, Path regular) {
    return new BrandFonts(
        BrandFont.read(regular, name(regular)),
        place(files, BrandFiles.FONT_BOLD)
            .filter(bold -> bold.getParent().equals(regular.getParent()))
            .map(bold -> BrandFont.read(bold, name(bold))));
  }

  private static Optional<Path> place(LayeredFiles files, BrandFiles wanted) {
    return files.last(wanted.names().stream().map(name -> FOLDER + "/" + name).toList());
  }

  private static String name(Path file) {
    return FOLDER + "/" + file.getFileName();
  }

  /**
   * The source of a layout part.
   *
   * @throws TemplateException naming the parts there are
   */
  public String part(String name) {
    String source = parts.get(name);
    if (source == null) {
      throw new TemplateException(
          List.of(
              "The layout part "
                  + FOLDER
                  + "/"
                  + name
                  + " is missing; there are "
                  + parts.keySet()));
    }
    return source;
  }
}
