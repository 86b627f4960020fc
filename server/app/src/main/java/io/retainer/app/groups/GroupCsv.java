package io.retainer.app.groups;

import io.retainer.app.shell.Csv;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.RolledUp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a group as a table, a line for each KPI and client and one for their total, whose
 * client is empty.
 */
final class GroupCsv {

  private static final List<String> HEADINGS =
      List.of(
          "kpi",
          "title",
          "unit",
          "total",
          "client",
          "name",
          "status",
          "value",
          "currency",
          "numerator",
          "denominator",
          "before",
          "change",
          "reason");

  private GroupCsv() {}

  static String of(String group, List<Client> clients, List<RolledUp> kpis, Locale locale) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
    for (RolledUp kpi : kpis) {
      for (int i = 0; i < clients.size(); i++) {
        Client client = clients.get(i);
        rows.add(row(kpi, client.id().value(), client.name(), kpi.clients().get(i), locale));
      }
      rows.add(row(kpi, "", group, kpi.total(), locale));
    }
    return Csv.of(rows);
  }

  private static List<String> row(
      RolledUp kpi, String client, String name, KpiFigure figure, Locale locale) {
    Optional<Compared> compared = figure.compared().stream().findFirst();
    return List.of(
        kpi.kpi().id().value(),
        kpi.kpi().title(locale),
        kpi.kpi().unit().word(),
        how(kpi),
        client,
        name,
        figure.current().status().word(),
        number(figure.current().value()),
        figure.current().currency().orElse(""),
        number(figure.current().numerator()),
        number(figure.current().denominator()),
        number(compared.flatMap(one -> one.value().value())),
        number(compared.flatMap(Compared::delta).map(Delta::amount)),
        figure.current().reason().map(Reason::english).orElse(""));
  }

  /** The word for what a total is made by. */
  static String how(RolledUp kpi) {
    return kpi.how().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(BigDecimal::toPlainString).orElse("");
  }
}
