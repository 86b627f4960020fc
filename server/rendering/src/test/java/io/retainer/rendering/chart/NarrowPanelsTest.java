package io.retainer.rendering.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.template.ReportTemplate;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The panels of every report can be read on a telephone without being pushed aside. */
class NarrowPanelsTest {

  private static final double WIDTH = 260;

  static Stream<Arguments> reports() {
    return Samples.templates().all().stream()
        .map(ReportTemplate::id)
        .flatMap(id -> Stream.of("be", "en", "fi", "ru").map(word -> Arguments.of(id, word)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void nothingIsOutsideAndNoWordOverAnother(String template, String language) {
    for (SampleKpis.Case sample : List.of(SampleKpis.Case.FULL, SampleKpis.Case.UGLY)) {
      ReportContent content = Samples.content(template, sample, Samples.UGLY, Samples.TARGETS);
      for (Panel panel : panels(template, content, Locale.forLanguageTag(language))) {
        if (panel.fitsNarrow()) {
          Drawn drawn = new Drawn(panel.height(WIDTH));
          panel.draw(drawn);

          assertThat(drawn.words).isNotEmpty();
          assertThat(drawn.outside).isEmpty();
          assertThat(drawn.overlaps()).isEmpty();
        }
      }
    }
  }

  private static List<Panel> panels(String template, ReportContent content, Locale locale) {
    List<Panel> panels = new ArrayList<>();
    for (Section section : content.sections()) {
      if (section instanceof Section.Filled filled) {
        for (Exhibit exhibit : filled.exhibits()) {
          panels.add(
              ExhibitPicture.of(
                      Samples.templates().named(template).texts(locale),
                      exhibit,
                      UnaryOperator.identity())
                  .panel());
        }
      }
    }
    return panels;
  }

  /** Remembers where words stand, and what leaves the canvas. */
  private static final class Drawn implements Canvas {

    private record Word(String text, Rectangle2D box) {}

    private final double height;
    private final List<Word> words = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();

    Drawn(double height) {
      this.height = height;
    }

    @Override
    public double width() {
      return WIDTH;
    }

    @Override
    public double height() {
      return height;
    }

    @Override
    public void fill(Shape shape, Ink ink) {
      check(ink.toString(), shape.getBounds2D());
    }

    @Override
    public void stroke(Shape shape, Ink ink, double width, double dash) {
      check(ink.toString(), shape.getBounds2D());
    }

    @Override
    public Canvas bold() {
      return this;
    }

    @Override
    public void text(String text, double x, double y, double size, Ink ink, Anchor anchor) {
      double width = widthOf(text, size);
      double left =
          switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
          };
      Rectangle2D box = new Rectangle2D.Double(left, y - size * 0.7, width, size * 0.75);
      words.add(new Word(text, box));
      check(text, box);
    }

    @Override
    public double widthOf(String text, double size) {
      return Lettering.HOUSE.widthOf(text, size);
    }

    private void check(String what, Rectangle2D box) {
      if (box.getMinX() < -0.1
          || box.getMinY() < -0.1
          || box.getMaxX() > WIDTH + 0.1
          || box.getMaxY() > height + 0.1) {
        outside.add(what + " at " + box);
      }
    }

    List<String> overlaps() {
      List<String> overlaps = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        for (int j = i + 1; j < words.size(); j++) {
          Rectangle2D common = words.get(i).box().createIntersection(words.get(j).box());
          if (common.getWidth() > 0.5 && common.getHeight() > 0.5) {
            overlaps.add(words.get(i) + " over " + words.get(j));
          }
        }
      }
      return overlaps;
    }
  }
}
