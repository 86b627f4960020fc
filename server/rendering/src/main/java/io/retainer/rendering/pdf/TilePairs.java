package io.retainer.rendering.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JasperDesign;

/** Tiles stand in rows of three; where one would be left over, the last four stand in pairs. */
final class TilePairs {

  private static final int BESIDE = 3;
  private static final int IN_PAIRS = 4;

  private TilePairs() {}

  static List<Map<String, ?>> blocks(List<? extends Map<String, ?>> tiles, Layout layout) {
    if (!layout.hasPairs() || tiles.size() % BESIDE != 1 || tiles.size() < IN_PAIRS) {
      return List.of(block("isFigures", tiles));
    }
    int above = tiles.size() - IN_PAIRS;
    var pairs = tiles.subList(above, tiles.size());
    return above == 0
        ? List.of(block("isPairs", pairs))
        : List.of(block("isFigures", tiles.subList(0, above)), block("isMorePairs", pairs));
  }

  private static Map<String, ?> block(String kind, List<? extends Map<String, ?>> tiles) {
    return Blocks.block(kind, "figures", new JRMapCollectionDataSource(new ArrayList<>(tiles)));
  }

  /** Two of them are as wide as three. A layout of other columns is somebody's own and stays. */
  static void widen(JasperDesign design) {
    if (design.getColumnCount() != BESIDE) {
      return;
    }
    int width = (design.getPageWidth() - design.getColumnSpacing()) / 2;
    double wider = (double) width / design.getColumnWidth();
    design.setColumnCount(2);
    design.setColumnWidth(width);
    for (JRBand band : design.getDetailSection().getBands()) {
      for (JRElement each : band.getElements()) {
        JRDesignElement element = (JRDesignElement) each;
        int right = (int) Math.round((element.getX() + element.getWidth()) * wider);
        element.setX((int) Math.round(element.getX() * wider));
        element.setWidth(right - element.getX());
      }
    }
  }
}
