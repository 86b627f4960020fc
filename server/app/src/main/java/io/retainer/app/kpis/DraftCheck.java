package io.retainer.app.kpis;

import io.retainer.app.shell.Problem;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.kpi.KpiScriptCheck.Example;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.workspace.KpiEffect;
import io.retainer.workspace.Workspace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Tries what somebody writes, while they write it. Nothing is saved. Pages and API share one, so
 * that there are few trials at a time.
 */
public final class DraftCheck {

  /** How many closed months an effect is shown for. */
  private static final int MONTHS = 3;

  /** Trials at one time: each links all scripts. */
  private static final int TRIALS = 2;

  final Semaphore trials = new Semaphore(TRIALS);
  private final Workspace workspace;

  public DraftCheck(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Whose values of which days are shown beside the draft. */
  public record Of(Client client, Period period) {}

  /**
   * What came of a draft.
   *
   * @param problems why it could not come into force, failed examples too
   * @param examples what became of them, in the order of the text
   * @param kpi the first KPI that the draft defines, when it could come into force
   * @param inForce what it is worth now
   * @param figure what it would be worth
   */
  public record Checked(
      List<KpiProblem> problems,
      List<Example> examples,
      Optional<KpiDescriptor> kpi,
      Optional<KpiFigure> inForce,
      Optional<KpiFigure> figure) {

    public boolean isSound() {
      return problems.isEmpty();
    }
  }

  /** What a draft would do to past periods. */
  public record Effect(
      List<KpiProblem> problems, List<KpiDescriptor> changed, List<KpiEffect.Row> rows) {}

  Checked check(String text, Optional<Of> of) {
    return trying(text, effect -> checked(effect, of));
  }

  Effect effect(String text) {
    return effect(text, List.of(), List.of());
  }

  /**
   * @param clients all of those that whoever asks sees where none is named
   * @param periods the last closed months of each client's data where none is named
   */
  Effect effect(String text, List<Client> clients, List<Period> periods) {
    List<Client> asked = clients.isEmpty() ? workspace.clients().all() : clients;
    return trying(text, effect -> effect(effect, asked, periods));
  }

  private <T> T trying(String text, Function<KpiEffect, T> look) {
    if (!trials.tryAcquire()) {
      throw Problem.tooMany("Others are trying changes. Try yours again in some seconds.");
    }
    try (KpiEffect effect = workspace.effectOfTyped(text)) {
      return look.apply(effect);
    } finally {
      trials.release();
    }
  }

  private Checked checked(KpiEffect effect, Optional<Of> of) {
    List<KpiScriptCheck.Kpi> kpis = effect.kpis();
    List<Example> examples = kpis.stream().flatMap(kpi -> kpi.examples().stream()).toList();
    if (!effect.problems().isEmpty()) {
      return new Checked(
          effect.problems(), examples, Optional.empty(), Optional.empty(), Optional.empty());
    }
    KpiId id = new KpiId(kpis.get(0).id());
    Optional<ComparedPeriod> asked = of.map(this::compared);
    return new Checked(
        List.of(),
        examples,
        effect.descriptor(id),
        of.filter(any -> workspace.kpis().find(id).isPresent())
            .map(
                who ->
                    workspace
                        .kpis()
                        .figures(who.client(), asked.orElseThrow(), List.of(id))
                        .get(0)),
        of.map(who -> effect.figure(who.client(), asked.orElseThrow(), id)));
  }

  private ComparedPeriod compared(Of of) {
    LocalDate today = LocalDate.now(workspace.clock().withZone(of.client().zone()));
    return ComparedPeriod.of(of.period(), List.of(), today);
  }

  private static Effect effect(KpiEffect effect, List<Client> clients, List<Period> periods) {
    if (!effect.problems().isEmpty()) {
      return new Effect(effect.problems(), List.of(), List.of());
    }
    List<KpiEffect.Row> rows = new ArrayList<>();
    for (Client client : clients) {
      rows.addAll(effect.of(client, periods.isEmpty() ? effect.months(client, MONTHS) : periods));
    }
    return new Effect(
        List.of(), effect.changed().stream().map(KpiEffect.Changed::after).toList(), rows);
  }
}
