package io.retainer.app.gates;

import io.retainer.app.reports.Finding;
import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.LostDatabase;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.rendering.pdf.PdfFacts;
import io.retainer.warehouse.ImportBatch;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All gates there are, asked one after the other. */
public final class Gates implements Inspection {

  private static final Logger LOG = LoggerFactory.getLogger(Gates.class);

  private final List<Gate> gates;
  private final GateLevels levels;

  Gates(List<Gate> gates, GateLevels levels) {
    this.gates = List.copyOf(gates);
    this.levels = levels;
  }

  public static Gates of(
      Workspace workspace,
      Runs runs,
      RunSteps steps,
      RunFiles files,
      GateLevels levels,
      GateLimits limits) {
    return new Gates(
        List.of(
            new DataGate(
                (client, report, period) -> workspace.reports().gaps(client, report, period),
                workspace::sourceTitle),
            new ScorecardGate(new CorrectedFigures(runs, files)),
            new PeriodGate(LastIssue.ofSchedule(runs, steps, files), new Corrected(runs, steps)),
            new TotalsGate(batch -> workspace.warehouse().batch(batch).map(ImportBatch::result)),
            new CurrencyGate(),
            new ArtefactGate(PdfFacts::of),
            new StepGate(
                draft ->
                    limits.inForce(
                        GateLimit.STEP_FACTOR,
                        draft.client().id(),
                        draft.run().origin().schedule())),
            new UnknownGate(),
            new DefinitionGate(LastIssue.ofReport(runs, steps, files)),
            new WordsGate(
                draft ->
                    workspace
                        .reports()
                        .texts(draft.client().id(), draft.run().report(), draft.run().locale()))),
        levels);
  }

  /** The names of all, with what each matters where nobody says otherwise. */
  Map<String, GateLevel> usual() {
    Map<String, GateLevel> usual = new LinkedHashMap<>();
    gates.forEach(gate -> usual.put(gate.name(), gate.usual()));
    return usual;
  }

  /**
   * @throws RuntimeException when a database went while a gate looked: nothing was seen then
   */
  @Override
  public List<Finding> of(Draft draft) {
    Run run = draft.run();
    Map<String, GateLevel> inForce = levels.inForce(usual(), run.client(), run.origin().schedule());
    List<Finding> findings = new ArrayList<>();
    for (Gate gate : gates) {
      GateLevel level = inForce.get(gate.name());
      if (level != GateLevel.OFF) {
        findings.addAll(look(gate, level, draft));
      }
    }
    return findings;
  }

  private static List<Finding> look(Gate gate, GateLevel level, Draft draft) {
    try {
      return gate.look(draft).stream().map(found -> finding(gate.name(), level, found)).toList();
    } catch (RuntimeException e) {
      if (LostDatabase.isCauseOf(e)) {
        throw e;
      }
      LOG.error("Run {}: gate {} failed", draft.run().id(), gate.name(), e);
      return List.of(finding("failed", GateLevel.HOLD, Found.plain("found", gate.name())));
    }
  }

  private static Finding finding(String gate, GateLevel level, Found found) {
    Map<String, String> texts = new HashMap<>();
    for (Language language : Language.values()) {
      texts.put(language.tag(), found.in(gate, language));
    }
    return new Finding(gate, level, texts);
  }
}
