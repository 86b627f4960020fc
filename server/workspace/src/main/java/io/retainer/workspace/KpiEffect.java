package io.retainer.workspace;

import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiEngine;
import io.retainer.kpi.KpiLibrary;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.kpi.KpiTrial;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the KPIs of past periods would be with a script that is not saved yet. The script is looked
 * at in a folder of its own: nothing in the home folder changes.
 */
public final class KpiEffect implements AutoCloseable {

  private final Workspace workspace;
  private final Path folder;
  private final KpiLibrary library;
  private final List<KpiProblem> problems;
  private final List<String> leftOut;
  private final List<KpiScriptCheck.Kpi> kpis;
  private List<Changed> changed;

  /**
   * @param shown what the script is called in its problems
   */
  private KpiEffect(Workspace workspace, String shown, byte[] text, boolean mayCompute)
      throws IOException {
    this.workspace = workspace;
    this.folder = Files.createTempDirectory("retainer-effect");
    try {
      Path drafts = Files.createDirectories(folder.resolve("script"));
      Files.write(drafts.resolve("draft.groovy"), text);
      KpiTrial trial =
          workspace
              .scripts()
              .trial(drafts, folder.resolve("last-good"), computing(workspace, mayCompute));
      library = trial.library();
      kpis = trial.checked().scripts().stream().flatMap(s -> s.kpis().stream()).toList();
      problems = trial.problems().stream().map(problem -> problem.in(shown)).toList();
      leftOut =
          new Namesakes(
                  List.of(workspace.installation().kpiScripts(), workspace.home().kpiScripts()),
                  List.of(
                      workspace.installation().reportTemplates(),
                      workspace.home().reportTemplates()))
              .leftOut(
                  Path.of(shown).getFileName().toString(),
                  new String(text, StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Computing computing(Workspace of, boolean mayCompute) {
    Computing usual = of.computing();
    return new Computing(
        usual.workers(),
        usual.program(),
        file -> file.startsWith(folder) ? mayCompute : usual.others().test(file));
  }

  static KpiEffect of(Workspace workspace, Path script) {
    try {
      return new KpiEffect(
          workspace,
          script.toString(),
          Files.readAllBytes(script),
          workspace.computing().others().test(script));
    } catch (IOException e) {
      throw new UncheckedIOException(script + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** What somebody typed has no owner, and may not compute. */
  static KpiEffect ofTyped(Workspace workspace, String text) {
    try {
      return new KpiEffect(workspace, "draft.groovy", text.getBytes(StandardCharsets.UTF_8), false);
    } catch (IOException e) {
      throw new UncheckedIOException("The draft cannot be looked at: " + e.getMessage(), e);
    }
  }

  /** Why the script could not come into force. */
  public List<KpiProblem> problems() {
    return problems;
  }

  /** What the script defines, in its order, with what became of the examples. */
  public List<KpiScriptCheck.Kpi> kpis() {
    return kpis;
  }

  /** What a KPI would mean; empty when it could not come into force. */
  public Optional<KpiDescriptor> descriptor(KpiId kpi) {
    return Optional.ofNullable(descriptors(library).get(kpi));
  }

  /** What a KPI would be worth. */
  public KpiFigure figure(Client client, ComparedPeriod period, KpiId kpi) {
    return after().figures(client, period, List.of(kpi)).get(0);
  }

  private Kpis after() {
    return new KpiEngine(library, workspace.convertedFacts(), workspace.parameters());
  }

  /** KPIs that would be gone if the script were saved under the path of one called alike. */
  public List<String> leftOut() {
    return leftOut;
  }

  /** A KPI whose version would be another one; before is empty for a new KPI. */
  public record Changed(Optional<KpiDescriptor> before, KpiDescriptor after) {}

  /** KPIs that the script changes, and those made of them, by id. Looked up once. */
  public List<Changed> changed() {
    if (changed == null) {
      changed = List.copyOf(compared());
    }
    return changed;
  }

  private List<Changed> compared() {
    Map<KpiId, KpiDescriptor> before = descriptors(workspace.scripts());
    List<Changed> found = new ArrayList<>();
    descriptors(library)
        .forEach(
            (id, after) -> {
              Optional<KpiDescriptor> old = Optional.ofNullable(before.get(id));
              if (!old.map(KpiDescriptor::version).equals(Optional.of(after.version()))) {
                found.add(new Changed(old, after));
              }
            });
    return found;
  }

  private static Map<KpiId, KpiDescriptor> descriptors(KpiLibrary library) {
    return library.definitions().stream()
        .map(KpiDefinition::descriptor)
        .collect(Collectors.toMap(KpiDescriptor::id, kpi -> kpi, (a, b) -> b, TreeMap::new));
  }

  /** A value before and after. Before is empty for a new KPI. */
  public record Row(
      Client client, Changed changed, Period period, Optional<KpiValue> before, KpiValue after) {

    public KpiDescriptor kpi() {
      return changed.after();
    }

    /** What the value before is in: a change may be one of the unit. */
    public KpiUnit unitBefore() {
      return changed.before().orElse(changed.after()).unit();
    }

    public boolean isSame() {
      return before.isPresent()
          && before.get().status() == after.status()
          && plain(before.get()).equals(plain(after));
    }

    private static Optional<BigDecimal> plain(KpiValue value) {
      return value.value().map(BigDecimal::stripTrailingZeros);
    }
  }

  /** The last closed months of a client that what changes has data for, the first one first. */
  public List<Period> months(Client client, int count) {
    YearMonth closed = YearMonth.now(workspace.clock().withZone(client.zone())).minusMonths(1);
    YearMonth last = lastDay(client).map(YearMonth::from).filter(closed::isAfter).orElse(closed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> Period.month(last.minusMonths(count - (long) i)))
        .toList();
  }

  private Optional<LocalDate> lastDay(Client client) {
    Set<String> datasets =
        changed().stream().map(kpi -> kpi.after().dataset()).collect(Collectors.toSet());
    return workspace.warehouse().coverage(client.id()).stream()
        .filter(series -> datasets.contains(series.dataset()))
        .flatMap(series -> series.spans().stream())
        .map(DateSpan::lastDay)
        .max(Comparator.naturalOrder());
  }

  /** The changed KPIs of a client over some periods, by KPI and in the order of the periods. */
  public List<Row> of(Client client, List<Period> periods) {
    List<Changed> all = changed();
    List<DateSpan> spans = periods.stream().map(Period::span).toList();
    Kpis now = workspace.kpis();
    Kpis then = after();
    List<KpiId> known =
        all.stream().filter(kpi -> kpi.before().isPresent()).map(kpi -> kpi.after().id()).toList();
    List<List<KpiValue>> before = now.trend(client, known, spans);
    List<List<KpiValue>> after =
        then.trend(client, all.stream().map(kpi -> kpi.after().id()).toList(), spans);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      KpiDescriptor kpi = all.get(i).after();
      int old = known.indexOf(kpi.id());
      for (int j = 0; j < periods.size(); j++) {
        rows.add(
            new Row(
                client,
                all.get(i),
                periods.get(j),
                old < 0 ? Optional.empty() : Optional.of(before.get(old).get(j)),
                after.get(i).get(j)));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      WholeFolder.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
