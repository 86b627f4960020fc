package io.retainer.workspace;

import io.retainer.kpi.script.Nearest;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.target.GoalText;
import io.retainer.model.target.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A target as somebody wrote it, on the command line, in a form or through the API.
 *
 * @param goal as {@link GoalText} reads it
 * @param from empty for every period there is
 */
public record WrittenTarget(String kpi, String period, String goal, String from) {

  /**
   * @throws IllegalArgumentException saying what is wrong, and what can be written instead
   */
  public Target read(Client client, Kpis kpis) {
    KpiDescriptor meant = found(kpi, kpis);
    String currency = client.currency().getCurrencyCode();
    return new Target(
        meant.id(),
        Target.kind(period),
        GoalText.read(goal, meant, currency),
        Optional.of(currency).filter(code -> meant.unit() == KpiUnit.MONEY),
        first(from).orElse(Target.ALWAYS));
  }

  /** The first day that is written; nothing when nothing is. */
  public static Optional<LocalDate> first(String from) {
    return Optional.of(from.strip()).filter(text -> !text.isEmpty()).map(Target::from);
  }

  private static KpiDescriptor found(String written, Kpis kpis) {
    KpiId id = new KpiId(written.strip());
    return kpis.find(id).orElseThrow(() -> new IllegalArgumentException(unknown(id, kpis)));
  }

  private static String unknown(KpiId id, Kpis kpis) {
    List<String> known = kpis.catalogue().stream().map(kpi -> kpi.id().value()).toList();
    return "There is no KPI \"%s\"%s All are listed by: retainer kpi list"
        .formatted(
            id,
            Nearest.to(id.value(), known).map(near -> "; did you mean " + near + "?").orElse("."));
  }
}
