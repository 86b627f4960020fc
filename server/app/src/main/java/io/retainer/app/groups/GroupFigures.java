package io.retainer.app.groups;

import io.retainer.app.kpis.Stages;
import io.retainer.kpi.KpiDefinition;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.ExchangeRates;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue.Status;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.workspace.ClientGroup;
import io.retainer.workspace.Workspace;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * KPIs of the clients of a group, asked for all at once. Large groups take seconds, so the last
 * answers are kept for who orders the columns or takes the table along: until a file is imported or
 * undone, a script, a client or what it chose is changed.
 */
final class GroupFigures {

  private static final int KEPT = 16;

  private final Workspace workspace;
  private final Map<Asked, List<RolledUp>> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<RolledUp>> eldest) {
          return size() > KEPT;
        }
      };

  GroupFigures(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * All that an answer depends on.
   *
   * @param clients those that the visitor may see, and no other
   */
  private record Asked(
      List<Client> clients,
      ComparedPeriod period,
      List<KpiId> kpis,
      List<KpiDescriptor> inForce,
      List<Map<String, String>> parameters,
      List<ClientId> converted,
      Optional<String> rates,
      String facts) {}

  /** What most agencies look at first, in the order of the customer's journey. */
  private static final List<String> MAIN =
      List.of(
          "search.clicks",
          "social.followers",
          "web.sessions",
          "web.session-conversion-rate",
          "ads.cost",
          "ads.roas",
          "leads.valid",
          "orders.count",
          "orders.revenue",
          "orders.aov",
          "customers.active",
          "email.ctr");

  /** The last month that is over everywhere. */
  Period usual() {
    return Period.lastClosed(Period.Kind.MONTH, LocalDate.now(workspace.clock()));
  }

  /** KPIs of a stage, or the main ones; those that are about one client only are not among them. */
  List<KpiId> shown(String show) {
    List<KpiId> known = workspace.rollUps().catalogue().stream().map(KpiDescriptor::id).toList();
    if (show.equals(GroupQuery.MAIN)) {
      Set<KpiId> there = new HashSet<>(known);
      return MAIN.stream().map(KpiId::new).filter(there::contains).toList();
    }
    Set<KpiId> ofStage = new HashSet<>();
    for (KpiDefinition kpi : workspace.scripts().definitions()) {
      if (Stages.of(kpi).equals(show)) {
        ofStage.add(kpi.descriptor().id());
      }
    }
    return known.stream().filter(ofStage::contains).toList();
  }

  /** Of the members that the visitor may see. */
  List<RolledUp> of(
      ClientGroup group, Period period, List<Comparison> comparisons, List<KpiId> kpis) {
    if (group.members().isEmpty()) {
      return List.of();
    }
    Asked asked = asked(group.members(), compared(group, period, comparisons), kpis);
    synchronized (kept) {
      if (kept.containsKey(asked)) {
        return kept.get(asked);
      }
    }
    List<RolledUp> answer = workspace.rollUps().of(asked.clients(), asked.period(), kpis);
    synchronized (kept) {
      kept.put(asked, answer);
    }
    return answer;
  }

  private Asked asked(List<Client> clients, ComparedPeriod period, List<KpiId> kpis) {
    List<ClientId> ids = clients.stream().map(Client::id).toList();
    return new Asked(
        clients,
        period,
        kpis,
        workspace.rollUps().catalogue(),
        ids.stream().map(workspace.parameters()::of).toList(),
        ids.stream().filter(workspace.conversions().clients()::contains).toList(),
        workspace.rates().inForce().map(ExchangeRates::title),
        workspace.warehouse().standing(ids));
  }

  /** Days are over for the group when they are over for each of its clients. */
  ComparedPeriod compared(ClientGroup group, Period period, List<Comparison> comparisons) {
    LocalDate today =
        group.members().stream()
            .map(Client::zone)
            .map(zone -> LocalDate.now(workspace.clock().withZone(zone)))
            .min(LocalDate::compareTo)
            .orElseGet(() -> LocalDate.now(workspace.clock()));
    return ComparedPeriod.of(period, comparisons, today);
  }

  /** Whether any client has something to say of a KPI. */
  static boolean hasData(RolledUp kpi) {
    return kpi.clients().stream().anyMatch(figure -> figure.current().status() != Status.NO_DATA);
  }
}
