package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Ink;
import io.retainer.rendering.chart.Palette;
import io.retainer.rendering.template.Paper;
import io.retainer.rendering.template.Style;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRImage;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.ScaleImageEnum;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

/** The layout parts of a style, ready to be filled; each text is prepared once. */
record Layout(JasperReport report, JasperReport tiles, JasperReport pairs, JasperReport facts) {

  private static final int KEPT = 50;
  private static final Map<String, JasperReport> PREPARED = new ConcurrentHashMap<>();

  static Layout of(Style style) throws JRException {
    return new Layout(
        part(style, "report.jrxml", style.paper()),
        part(style, "tiles.jrxml", Paper.A4),
        part(style, "tiles.jrxml", Paper.A4, "pairs", TilePairs::widen),
        part(style, "facts.jrxml", Paper.A4));
  }

  /** Whether its tiles can be taller; a home's own may be from before that was so. */
  boolean hasTallerTiles() {
    return Arrays.stream(tiles.getFields()).anyMatch(field -> field.getName().equals("isTaller"));
  }

  /** Whether its tiles can stand in pairs too; a home's own may be from before that was so. */
  boolean hasPairs() {
    return Arrays.stream(report.getFields()).anyMatch(field -> field.getName().equals("isPairs"));
  }

  /**
   * How high its trends are, whatever room a page has; empty where they are as high as they are
   * asked to be. A home's own may be from before they were asked.
   */
  Optional<Integer> chartHeight() {
    return Arrays.stream(report.getDetailSection().getBands())
        .filter(Layout::isOfCharts)
        .flatMap(band -> Arrays.stream(band.getElements()))
        .filter(JRImage.class::isInstance)
        .map(JRImage.class::cast)
        .filter(image -> image.getOwnScaleImage() != ScaleImageEnum.REAL_HEIGHT)
        .map(JRImage::getHeight)
        .findFirst();
  }

  private static boolean isOfCharts(JRBand band) {
    return band.getPrintWhenExpression() != null
        && band.getPrintWhenExpression().getText().equals("$F{isChart}");
  }

  private static JasperReport part(Style style, String name, Paper paper) throws JRException {
    return part(style, name, paper, "", design -> {});
  }

  private static JasperReport part(
      Style style, String name, Paper paper, String changed, Consumer<JasperDesign> change)
      throws JRException {
    String text = Jasper.printed(coloured(style.part(name), style.brand().palette()));
    String source = paper + changed + text;
    JasperReport prepared = PREPARED.get(source);
    if (prepared == null) {
      prepared = prepare(name, text, paper, change);
      if (PREPARED.size() >= KEPT) {
        PREPARED.clear();
      }
      PREPARED.put(source, prepared);
    }
    return prepared;
  }

  /** Layouts name the house's colour; a brand's stands in its place. */
  private static String coloured(String source, Palette palette) {
    return palette == Palette.HOUSE
        ? source
        : source.replace(
            Palette.HOUSE.hex(Ink.ACCENT).toUpperCase(Locale.ROOT), palette.hex(Ink.ACCENT));
  }

  private static JasperReport prepare(
      String name, String source, Paper paper, Consumer<JasperDesign> change) throws JRException {
    try {
      JasperDesign design =
          JRXmlLoader.load(
              Jasper.context(), new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
      if (paper != Paper.A4) {
        Sheet.fit(design, paper);
      }
      change.accept(design);
      return JasperCompileManager.getInstance(Jasper.context()).compile(design);
    } catch (JRException e) {
      throw new JRException("style/" + name + ": " + e.getMessage(), e);
    }
  }
}
