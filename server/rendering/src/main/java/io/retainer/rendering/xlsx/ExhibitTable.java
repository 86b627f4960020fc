package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.exhibit.Cohorts;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.report.exhibit.Funnel;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.report.exhibit.Pacing;
import io.retainer.model.report.exhibit.Ranking;
import io.retainer.model.report.exhibit.Reconciliation;
import io.retainer.model.report.exhibit.Segments;
import io.retainer.model.report.exhibit.Stages;
import io.retainer.rendering.overview.ColumnsPicture;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;

/**
 * The numbers of a picture, all of them, where the page shows as many as fit. What is a share of
 * others in the table is a formula over them.
 */
final class ExhibitTable {

  private static final String COUNT = NumberFormats.of(KpiUnit.COUNT, Optional.empty());
  private static final String PERCENT = NumberFormats.of(KpiUnit.PERCENT, Optional.empty());

  private final Page page;
  private final ReportTexts texts;
  private int row;
  private int width = 1;

  /**
   * @param row where the title stands
   */
  ExhibitTable(Page page, ReportTexts texts, int row) {
    this.page = page;
    this.texts = texts;
    this.row = row;
  }

  void write(Exhibit exhibit) {
    ExhibitPicture picture = ExhibitPicture.of(texts, exhibit, name -> name);
    page.text(row++, 0, picture.title(), Look.BOLD);
    if (exhibit instanceof Cohorts cohorts) {
      cohorts(cohorts);
    } else if (exhibit instanceof Segments segments) {
      segments(segments);
    } else if (exhibit instanceof Funnel funnel) {
      funnel(funnel);
    } else if (exhibit instanceof Ranking ranking) {
      ranking(ranking);
    } else if (exhibit instanceof Stages stages) {
      stages(stages);
    } else if (exhibit instanceof Pacing pacing) {
      pacing(pacing);
    } else if (exhibit instanceof Columns columns) {
      columns(columns);
    } else if (exhibit instanceof Movers movers) {
      MoverTable table = new MoverTable(page, texts, movers, row);
      row = table.write();
      width = Math.max(width, table.width());
    } else if (exhibit instanceof Reconciliation reconciliation) {
      reconciliation(reconciliation);
    }
  }

  /** The first row after it. */
  int next() {
    return row;
  }

  /** How many columns it takes. */
  int width() {
    return width;
  }

  private void header(String name, List<String> numbers) {
    page.text(row, 0, name, Look.HEADER);
    for (int i = 0; i < numbers.size(); i++) {
      page.text(row, i + 1, numbers.get(i), Look.NUMBER_HEADER);
    }
    width = Math.max(width, 1 + numbers.size());
    row++;
  }

  private void cohorts(Cohorts cohorts) {
    int months = cohorts.months();
    header(
        texts.text("exhibit.cohorts.corner"),
        Stream.concat(
                Stream.of(texts.text("exhibit.customers")),
                IntStream.rangeClosed(1, months).mapToObj(String::valueOf))
            .toList());
    for (Cohorts.Cohort cohort : cohorts.rows()) {
      page.date(row, 0, cohort.month().atDay(1), "yyyy\\-mm", Look.LEFT);
      page.number(row, 1, cohort.customers(), COUNT, Look.PLAIN);
      for (int i = 0; i < Math.min(months, cohort.later().size()); i++) {
        page.number(row, 2 + i, cohort.later().get(i), PERCENT, Look.PLAIN);
      }
      row++;
    }
  }

  private void segments(Segments segments) {
    List<String> heads =
        new ArrayList<>(
            List.of("R", "F", "M", texts.text("exhibit.customers"), texts.text("exhibit.share")));
    segments.currency().map(code -> texts.text("exhibit.amount", code)).ifPresent(heads::add);
    header(texts.text("exhibit.segments.head"), heads);
    int first = row;
    int last = row + segments.scores().size() - 1;
    String whole = "SUM(" + fixed(first, 4) + ":" + fixed(last, 4) + ")";
    double all = segments.customers().doubleValue();
    for (Segments.Score score : segments.scores()) {
      page.text(row, 0, texts.text("segment." + score.segment()), Look.PLAIN);
      page.number(row, 1, BigDecimal.valueOf(score.recency()), COUNT, Look.PLAIN);
      page.number(row, 2, BigDecimal.valueOf(score.frequency()), COUNT, Look.PLAIN);
      page.number(row, 3, BigDecimal.valueOf(score.amount()), COUNT, Look.PLAIN);
      page.number(row, 4, score.customers(), COUNT, Look.PLAIN);
      if (all > 0) {
        String share = Page.local(row, 4) + "/" + whole;
        page.formula(row, 5, share, score.customers().doubleValue() / all, PERCENT, Look.PLAIN);
      }
      if (segments.currency().isPresent()) {
        String money = NumberFormats.of(KpiUnit.MONEY, segments.currency());
        page.number(row, 6, score.value(), money, Look.PLAIN);
      }
      row++;
    }
  }

  private void funnel(Funnel funnel) {
    header(
        texts.text("exhibit.funnel.head"),
        List.of(
            texts.text("exhibit.funnel.reached"),
            texts.text("exhibit.funnel.of-first"),
            texts.text("exhibit.funnel.of-before")));
    String ofFirst = percents(funnel.steps().stream().map(Funnel.Step::ofFirst));
    String ofBefore = percents(funnel.steps().stream().map(Funnel.Step::ofBefore));
    int first = row;
    for (Funnel.Step step : funnel.steps()) {
      page.text(row, 0, ExhibitPicture.step(texts, step.name()), Look.PLAIN);
      page.number(row, 1, step.reached(), COUNT, Look.PLAIN);
      String reached = Page.local(row, 1) + "/";
      rate(2, reached + fixed(first, 1), step.ofFirst(), ofFirst);
      if (row > first) {
        rate(3, reached + Page.local(row - 1, 1), step.ofBefore(), ofBefore);
      }
      row++;
    }
  }

  private void rate(int column, String formula, Optional<BigDecimal> rate, String format) {
    rate.ifPresent(
        found -> page.formula(row, column, formula, found.doubleValue(), format, Look.PLAIN));
  }

  private static String percents(Stream<Optional<BigDecimal>> column) {
    return NumberFormats.of(KpiUnit.PERCENT, Optional.empty(), column.flatMap(Optional::stream));
  }

  private void ranking(Ranking ranking) {
    header(
        texts.formats().dimension(ranking.dimension()),
        List.of(texts.text("exhibit.value"), texts.text("exhibit.share")));
    String format =
        NumberFormats.of(
            ranking.kpi().unit(),
            ranking.currency(),
            ranking.places().stream().map(Ranking.Place::value));
    String shares = percents(ranking.places().stream().map(Ranking.Place::share));
    for (Ranking.Place place : ranking.places()) {
      page.text(row, 0, ExhibitPicture.placeName(texts, ranking, place), Look.PLAIN);
      page.number(row, 1, place.value(), format, Look.PLAIN);
      page.number(row, 2, place.share(), shares, Look.PLAIN);
      row++;
    }
  }

  private void stages(Stages stages) {
    header(texts.text("exhibit.stages.head"), List.of(texts.text("exhibit.value")));
    for (KpiFigure figure : stages.figures()) {
      page.text(row, 0, figure.kpi().title(texts.locale()), Look.PLAIN);
      page.number(row, 1, figure.current().value(), format(figure), Look.PLAIN);
      row++;
    }
  }

  private void pacing(Pacing pacing) {
    String format = format(pacing.figure());
    String goal = texts.text(pacing.isLimit() ? "exhibit.pacing.limit" : "exhibit.pacing.goal");
    header(
        texts.text("column.figure"),
        List.of(goal, texts.text("exhibit.pacing.actual"), texts.text("exhibit.pacing.remaining")));
    page.text(row, 0, pacing.figure().kpi().title(texts.locale()), Look.PLAIN);
    page.number(row, 1, pacing.goal(), format, Look.PLAIN);
    page.number(row, 2, pacing.actual(), format, Look.PLAIN);
    page.formula(
        row,
        3,
        Page.local(row, 1) + "-" + Page.local(row, 2),
        pacing.remaining().doubleValue(),
        format,
        Look.PLAIN);
    row += 2;
    if (!pacing.days().isEmpty()) {
      header(texts.text("column.date"), List.of(texts.text("exhibit.pacing.actual")));
      for (Pacing.Day day : pacing.days()) {
        page.date(row, 0, day.day(), Page.DATE, Look.LEFT);
        page.number(row, 1, day.soFar(), format, Look.PLAIN);
        row++;
      }
    }
  }

  /** The total of a column is the sum of its parts, as a formula. */
  private void columns(Columns columns) {
    List<String> heads = new ArrayList<>(new ColumnsPicture(texts, columns).parts());
    heads.add(texts.formats().words().text("group.total"));
    header(texts.text("column.date"), heads);
    String format = NumberFormats.of(columns.kpi().unit(), columns.currency());
    for (Columns.Column column : columns.columns()) {
      page.date(row, 0, column.days().start(), Page.DATE, Look.LEFT);
      List<BigDecimal> amounts = column.amounts();
      for (int part = 0; part < amounts.size(); part++) {
        page.number(row, 1 + part, amounts.get(part), format, Look.PLAIN);
      }
      if (!amounts.isEmpty()) {
        String sum = "SUM(" + Page.local(row, 1) + ":" + Page.local(row, amounts.size()) + ")";
        double total = column.total().doubleValue();
        page.formula(row, 1 + amounts.size(), sum, total, format, Look.PLAIN);
      }
      row++;
    }
  }

  /** Differences and ratios are formulas over what was booked; claims have no sum. */
  private void reconciliation(Reconciliation reconciliation) {
    header(
        texts.text("column.figure"),
        List.of(
            texts.text("exhibit.value"),
            texts.text("exhibit.reconciliation.difference"),
            texts.text("exhibit.reconciliation.ratio")));
    String ratios = percents(reconciliation.claims().stream().map(reconciliation::ratio));
    page.text(row++, 0, texts.text("exhibit.reconciliation.booked"), Look.MUTED);
    int first = row;
    source(reconciliation.booked());
    page.text(row++, 0, texts.text("exhibit.reconciliation.claimed"), Look.MUTED);
    for (KpiFigure claim : reconciliation.claims()) {
      String own = Page.local(row, 1);
      String booked = fixed(first, 1);
      Optional<BigDecimal> difference = reconciliation.difference(claim);
      if (difference.isPresent()) {
        double cached = difference.get().doubleValue();
        page.formula(row, 2, own + "-" + booked, cached, format(claim), Look.PLAIN);
      }
      rate(3, own + "/" + booked, reconciliation.ratio(claim), ratios);
      source(claim);
    }
  }

  private void source(KpiFigure figure) {
    page.text(row, 0, figure.kpi().title(texts.locale()), Look.PLAIN);
    FigureTable.without(page, texts, row, 1, figure.current(), Look.PLAIN);
    page.number(row++, 1, figure.current().value(), format(figure), Look.PLAIN);
  }

  private static String format(KpiFigure figure) {
    return NumberFormats.of(figure.kpi().unit(), figure.current());
  }

  static String fixed(int row, int column) {
    return new CellReference(row, column, true, true).formatAsString();
  }
}
