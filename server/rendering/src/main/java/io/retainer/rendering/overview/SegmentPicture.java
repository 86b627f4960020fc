package io.retainer.rendering.overview;

import io.retainer.model.report.exhibit.Segment;
import io.retainer.model.report.exhibit.Segments;
import io.retainer.rendering.chart.HeatMap;
import io.retainer.rendering.chart.SegmentMap;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Customers by their scores, and by the segments that the scores make. */
final class SegmentPicture {

  private static final int SCORES = 5;

  private final ReportTexts texts;
  private final Formats formats;
  private final Formats shares;
  private final Segments segments;

  SegmentPicture(ReportTexts texts, Segments segments) {
    this.texts = texts;
    this.formats = texts.formats();
    this.segments = segments;
    this.shares =
        ExhibitPicture.percents(formats, Arrays.stream(Segment.values()).map(this::share));
  }

  ExhibitPicture picture(String title) {
    List<String> heads = new ArrayList<>();
    heads.add(texts.text("exhibit.customers"));
    heads.add(texts.text("exhibit.share"));
    segments.currency().map(code -> texts.text("exhibit.amount", code)).ifPresent(heads::add);
    double most = largest();
    SegmentMap map =
        new SegmentMap(
            texts.text("exhibit.segments.across"),
            texts.text("exhibit.segments.down"),
            IntStream.range(0, SCORES).mapToObj(i -> row(SCORES - i, most)).toList(),
            texts.text("exhibit.segments.head"),
            heads,
            Arrays.stream(Segment.values()).map(this::line).toList());
    return new ExhibitPicture(title, map, texts.text("exhibit.segments.note"));
  }

  private double largest() {
    double largest = 0;
    for (int r = 1; r <= SCORES; r++) {
      for (int f = 1; f <= SCORES; f++) {
        largest = Math.max(largest, segments.customers(r, f).doubleValue());
      }
    }
    return largest;
  }

  private List<HeatMap.Cell> row(int recency, double most) {
    return IntStream.rangeClosed(1, SCORES)
        .mapToObj(frequency -> segments.customers(recency, frequency))
        .map(
            count ->
                new HeatMap.Cell(
                    most > 0 ? count.doubleValue() / most : 0, formats.number(count, 0)))
        .toList();
  }

  private SegmentMap.Line line(Segment segment) {
    BigDecimal customers = segments.customers(segment);
    List<String> cells = new ArrayList<>();
    cells.add(formats.number(customers, 0));
    cells.add(ExhibitPicture.percent(shares, share(segment)));
    if (segments.currency().isPresent()) {
      cells.add(formats.number(segments.value(segment), 0));
    }
    return new SegmentMap.Line(texts.text("segment." + segment), rule(segment), cells);
  }

  private Optional<BigDecimal> share(Segment segment) {
    BigDecimal all = segments.customers();
    return all.signum() == 0
        ? Optional.empty()
        : Optional.of(segments.customers(segment).divide(all, MathContext.DECIMAL64));
  }

  /** Read off the rule itself, so that the two never differ. */
  private String rule(Segment segment) {
    List<Integer> recencies = new ArrayList<>();
    List<Integer> frequencies = new ArrayList<>();
    for (int r = 1; r <= SCORES; r++) {
      for (int f = 1; f <= SCORES; f++) {
        if (Segment.of(r, f) == segment) {
          recencies.add(r);
          frequencies.add(f);
        }
      }
    }
    return texts.text("exhibit.segments.rule", range(recencies), range(frequencies));
  }

  private static String range(List<Integer> scores) {
    int low = scores.stream().min(Integer::compare).orElseThrow();
    int high = scores.stream().max(Integer::compare).orElseThrow();
    return low == high ? String.valueOf(low) : low + "\u2013" + high;
  }
}
