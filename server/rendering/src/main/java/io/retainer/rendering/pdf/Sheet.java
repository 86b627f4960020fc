package io.retainer.rendering.pdf;

import io.retainer.rendering.template.Paper;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JasperDesign;

/**
 * Lays what was made for A4 on another sheet: as wide as it was and in its middle, with fewer lines
 * below each other. What reached over the whole page still does.
 */
final class Sheet {

  /** From here on a thing of the cover stands at the foot of its page. */
  private static final int FOOT = 600;

  private Sheet() {}

  /** A layout of another size than A4 is somebody's own and stays. */
  static void fit(JasperDesign design, Paper paper) throws JRException {
    if (design.getPageWidth() != Paper.A4.width() || design.getPageHeight() != Paper.A4.height()) {
      return;
    }
    int aside = (paper.width() - Paper.A4.width()) / 2;
    int lower = Paper.A4.height() - paper.height();
    for (JRBand band : bands(design)) {
      for (JRElement each : band.getElements()) {
        JRDesignElement element = (JRDesignElement) each;
        if (element.getX() == 0 && element.getWidth() == Paper.A4.width()) {
          element.setWidth(paper.width());
        } else {
          element.setX(element.getX() + aside);
        }
      }
    }
    JRDesignBand cover = (JRDesignBand) design.getTitle();
    if (cover != null && cover.getHeight() == Paper.A4.height()) {
      for (JRElement each : cover.getElements()) {
        JRDesignElement element = (JRDesignElement) each;
        if (element.getY() > FOOT) {
          element.setY(element.getY() - lower);
        }
      }
      cover.setHeight(paper.height());
    }
    design.setPageWidth(paper.width());
    design.setColumnWidth(paper.width());
    design.setPageHeight(paper.height());
  }

  private static List<JRBand> bands(JasperDesign design) {
    List<JRBand> bands = new ArrayList<>();
    add(bands, design.getTitle(), design.getPageHeader(), design.getPageFooter());
    add(bands, design.getDetailSection().getBands());
    for (JRGroup group : design.getGroups()) {
      add(bands, group.getGroupHeaderSection().getBands());
      add(bands, group.getGroupFooterSection().getBands());
    }
    return bands;
  }

  private static void add(List<JRBand> bands, JRBand... more) {
    if (more != null) {
      for (JRBand band : more) {
        if (band != null) {
          bands.add(band);
        }
      }
    }
  }
}
