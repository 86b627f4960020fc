package io.retainer.rendering.overview;

import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.time.Period;
import io.retainer.rendering.chart.GroupTable;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What rose most and what fell most, each beside what it was, and the total. */
public final class MoversPicture {

  private final ReportTexts texts;
  private final Formats formats;
  private final Formats changes;
  private final Movers movers;
  private final KpiUnit unit;

  public MoversPicture(ReportTexts texts, Movers movers) {
    this.texts = texts;
    this.movers = movers;
    this.formats = texts.formats().forColumn(movers.kpi().unit(), numbers(movers));
    this.changes = texts.formats().forChanges(rows(movers).map(Movers.Row::delta));
    // The currency stands above the table, not in each of its cells.
    this.unit = movers.kpi().unit() == KpiUnit.MONEY ? KpiUnit.RATIO : movers.kpi().unit();
  }

  /** All rows, that the same ones are written alike however many are shown. */
  private static Stream<Movers.Row> rows(Movers movers) {
    return Stream.of(movers.up().stream(), movers.down().stream(), Stream.of(movers.total()))
        .flatMap(rows -> rows);
  }

  /** What stands in its columns of now and before. */
  public static Stream<BigDecimal> numbers(Movers movers) {
    return rows(movers)
        .flatMap(row -> Stream.concat(row.now().stream(), row.before().stream()))
        .flatMap(value -> value.value().stream());
  }

  ExhibitPicture picture(UnaryOperator<String> names) {
    List<Movers.Row> up = top(movers.up());
    List<Movers.Row> down = top(movers.down());
    double longest =
        Stream.concat(up.stream(), down.stream())
            .mapToDouble(row -> row.amount().abs().doubleValue())
            .max()
            .orElse(0);
    GroupTable table =
        new GroupTable(
            formats.dimension(movers.dimension()),
            heads(),
            List.of(
                new GroupTable.Group(
                    texts.text("exhibit.movers.up"), false, rows(up, longest, names)),
                new GroupTable.Group(
                    texts.text("exhibit.movers.down"), true, rows(down, longest, names))),
            Optional.of(
                new GroupTable.Row(
                    formats.words().text("group.total"), 0, cells(movers.total()), false)));
    return new ExhibitPicture(title(), table, note(up, down));
  }

  private String title() {
    String title =
        texts.text(
            "exhibit.movers.title",
            movers.kpi().title(texts.locale()),
            formats.byDimension(movers.dimension()));
    return currency().map(code -> title + ", " + code).orElse(title);
  }

  public Optional<String> currency() {
    return movers.total().now().flatMap(KpiValue::currency);
  }

  private List<Movers.Row> top(List<Movers.Row> rows) {
    return rows.subList(0, Math.min(movers.top(), rows.size()));
  }

  /** What the numbers of a row are: now, before, change, and what is told of the change. */
  public List<String> heads() {
    List<String> heads =
        new ArrayList<>(
            List.of(
                name(movers.now()),
                name(movers.base().period()),
                texts.text("exhibit.movers.change")));
    if (hasRelative()) {
      heads.add(texts.text("exhibit.movers.relative"));
    }
    if (movers.hasShares()) {
      heads.add(texts.text("exhibit.movers.share"));
    }
    return heads;
  }

  private String name(Period period) {
    return Formats.capitalised(formats.shortPeriod(period));
  }

  /** A change in points or places has no percent beside it. */
  public boolean hasRelative() {
    return switch (movers.kpi().unit()) {
      case PERCENT, POSITION, POINTS, SCORE -> false;
      default -> true;
    };
  }

  private List<GroupTable.Row> rows(
      List<Movers.Row> rows, double longest, UnaryOperator<String> names) {
    return rows.stream()
        .map(
            row ->
                new GroupTable.Row(
                    names.apply(name(row)),
                    longest > 0 ? row.amount().abs().doubleValue() / longest : 0,
                    cells(row),
                    isFaint(row)))
        .toList();
  }

  public String name(Movers.Row row) {
    return formats.group(movers.dimension(), row.name());
  }

  /** Whether it rests on too little to be judged. */
  public static boolean isFaint(Movers.Row row) {
    return row.delta().judgement() == Delta.Judgement.TOO_SMALL;
  }

  private List<String> cells(Movers.Row row) {
    List<String> cells = new ArrayList<>(List.of(number(row.now()), number(row.before())));
    cells.add(change(row));
    if (hasRelative()) {
      cells.add(relative(row));
    }
    if (movers.hasShares()) {
      cells.add(share(row));
    }
    return cells;
  }

  private String number(Optional<KpiValue> value) {
    return value
        .map(
            one ->
                Change.isMissingDays(one)
                    ? FigureText.inTable(one, unit, formats)
                    : FigureText.marked(one, unit, formats))
        .orElse(Formats.NOTHING);
  }

  private String change(Movers.Row row) {
    return hasRelative()
        ? formats.delta(
            new Delta(Delta.Style.ABSOLUTE, row.amount(), row.delta().judgement()),
            unit,
            Optional.empty())
        : changes.delta(row.delta(), unit, Optional.empty());
  }

  /** Of nothing there is no percent, and of what is gone everybody knows it. */
  private String relative(Movers.Row row) {
    return said(row)
        .or(() -> row.relative().map(any -> changes.delta(row.delta(), unit, Optional.empty())))
        .orElse(Formats.NOTHING);
  }

  /** That a row is new or gone. */
  public Optional<String> said(Movers.Row row) {
    return row.isNew()
        ? Optional.of(texts.text("exhibit.movers.new"))
        : row.isGone() ? Optional.of(texts.text("exhibit.movers.gone")) : Optional.empty();
  }

  private String share(Movers.Row row) {
    BigDecimal share = row.amount().divide(movers.total().amount(), MathContext.DECIMAL64);
    return formats.wholePercent(share, RoundingMode.HALF_UP);
  }

  private String note(List<Movers.Row> up, List<Movers.Row> down) {
    List<String> said = new ArrayList<>();
    if (movers.untold() > 0) {
      // Nobody knows whether one of them rose or fell.
      said.add(texts.text("exhibit.movers.untold", formats.number(movers.untold())));
    } else if (up.isEmpty()) {
      said.add(texts.text("exhibit.movers.none-up"));
    } else if (down.isEmpty()) {
      said.add(texts.text("exhibit.movers.none-down"));
    }
    if (up.size() < movers.up().size() || down.size() < movers.down().size()) {
      said.add(texts.text("exhibit.movers.more", formats.number(movers.compared())));
    }
    if (movers.hasShares()) {
      said.add(texts.text("exhibit.movers.shares"));
    }
    days().ifPresent(said::add);
    if (Stream.concat(up.stream(), down.stream()).anyMatch(MoversPicture::isFaint)) {
      said.add(texts.text("exhibit.movers.faint"));
    }
    if (movers.small() > 0) {
      said.add(
          texts.text(
              "exhibit.movers.left-out",
              formats.number(movers.small()),
              formats.number(Math.max(1, movers.kpi().smallBase()))));
    }
    ReasonTexts reasons = ReasonTexts.of(formats);
    Stream.of(movers.total().now(), movers.total().before())
        .flatMap(value -> value.flatMap(KpiValue::reason).stream())
        .distinct()
        .map(reasons::sentence)
        .forEach(said::add);
    Stream.concat(up.stream(), down.stream())
        .flatMap(row -> Stream.concat(row.now().stream(), row.before().stream()))
        .filter(MoversPicture::isMarked)
        .flatMap(value -> value.reason().stream())
        .map(reasons::sentence)
        .distinct()
        .map(why -> "* " + texts.text("table.partial", why))
        .forEach(said::add);
    return String.join(" ", said);
  }

  /** That what adds up had more days to do so in one of the periods. */
  private Optional<String> days() {
    long now = movers.now().span().days();
    long before = movers.base().period().span().days();
    return movers.kpi().kind() == KpiKind.FLOW && now != before
        ? Optional.of(
            texts.text("exhibit.movers.days", formats.number(now), formats.number(before)))
        : Optional.empty();
  }

  private static boolean isMarked(KpiValue value) {
    return value.status() == KpiValue.Status.PARTIAL && !Change.isMissingDays(value);
  }
}
