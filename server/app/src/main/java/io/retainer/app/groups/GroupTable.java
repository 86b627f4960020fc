package io.retainer.app.groups;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.kpi.RolledUp.How;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The figures of a group in words: a column for each KPI that a client has data for, a row for each
 * client.
 *
 * @param empty titles of KPIs that no client has data for
 */
public record GroupTable(List<Column> columns, List<Row> rows, List<String> empty) {

  /**
   * @param why why there is no total or not all of it; empty when there is nothing to say
   * @param whyOfChange the same of what it is compared with, where that is something else
   */
  public record Column(
      KpiId id, String title, How how, Cell total, String why, String whyOfChange) {}

  public record Row(Client client, List<Cell> cells, List<Note> notes) {}

  /**
   * @param value in its unit, or the word for what it is instead
   * @param look of the change: good, bad or nothing
   */
  public record Cell(String value, boolean known, String change, String look) {}

  /** Why one of a client's figures is not there, or not sure. */
  public record Note(String kpi, String why) {}

  static GroupTable of(
      List<Client> clients,
      List<RolledUp> rolledUp,
      Optional<KpiId> sort,
      boolean ascending,
      Locale locale) {
    Formats formats = Formats.of(locale);
    List<RolledUp> shown = rolledUp.stream().filter(GroupFigures::hasData).toList();
    List<Row> rows = new ArrayList<>();
    for (int i : order(clients.size(), shown, sort, ascending)) {
      List<KpiFigure> own = new ArrayList<>();
      shown.forEach(kpi -> own.add(kpi.clients().get(i)));
      rows.add(
          new Row(
              clients.get(i),
              own.stream().map(figure -> cell(figure, formats)).toList(),
              own.stream().flatMap(figure -> note(figure, formats, locale).stream()).toList()));
    }
    return new GroupTable(
        shown.stream().map(kpi -> column(kpi, formats, locale)).toList(),
        rows,
        rolledUp.stream()
            .filter(kpi -> !GroupFigures.hasData(kpi))
            .map(kpi -> kpi.kpi().title(locale))
            .toList());
  }

  /** By the value of a KPI, clients without one last; else as they come, which is by name. */
  private static List<Integer> order(
      int clients, List<RolledUp> shown, Optional<KpiId> sort, boolean ascending) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, clients).boxed().toList());
    Comparator<BigDecimal> values =
        ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    shown.stream()
        .filter(kpi -> sort.filter(kpi.kpi().id()::equals).isPresent())
        .findFirst()
        .ifPresent(
            kpi ->
                order.sort(
                    Comparator.comparing(
                        (Integer i) -> kpi.clients().get(i).current().value().orElse(null),
                        Comparator.nullsLast(values))));
    return order;
  }

  private static Column column(RolledUp kpi, Formats formats, Locale locale) {
    KpiDescriptor descriptor = kpi.kpi();
    String why = why(kpi.total().current(), formats);
    String whyOfChange =
        kpi.total().compared().stream()
            .findFirst()
            .map(compared -> why(compared.value(), formats))
            .filter(reason -> !reason.equals(why) && kpi.total().current().value().isPresent())
            .orElse("");
    return new Column(
        descriptor.id(),
        descriptor.title(locale),
        kpi.how(),
        cell(kpi.total(), formats),
        why,
        whyOfChange);
  }

  private static String why(KpiValue value, Formats formats) {
    return value.reason().map(ReasonTexts.of(formats)::sentence).orElse("");
  }

  private static Cell cell(KpiFigure figure, Formats formats) {
    KpiValue value = figure.current();
    boolean known = value.value().isPresent();
    Optional<Compared> compared = figure.compared().stream().findFirst();
    Optional<Delta> delta = compared.flatMap(Compared::delta).filter(any -> known);
    return new Cell(
        known
            ? FigureText.marked(value, figure.kpi().unit(), formats)
            : formats.words().text("status." + value.status().word()),
        known,
        delta
            .map(
                change ->
                    formats.arrow(change)
                        + " "
                        + formats.delta(change, figure.kpi().unit(), value.currency()))
            .orElse(""),
        delta
            .filter(change -> formats.shownSign(change) != 0)
            .map(Delta::judgement)
            .map(GroupTable::look)
            .orElse(""));
  }

  private static String look(Delta.Judgement judgement) {
    return judgement == Delta.Judgement.GOOD
        ? "good"
        : judgement == Delta.Judgement.BAD ? "bad" : "";
  }

  /** That there is no data says the cell itself. */
  private static Optional<Note> note(KpiFigure figure, Formats formats, Locale locale) {
    KpiValue value = figure.current();
    return value.status() == Status.KNOWN || value.status() == Status.NO_DATA
        ? Optional.empty()
        : Optional.of(new Note(figure.kpi().title(locale), why(value, formats)));
  }
}
