package io.retainer.workspace;

import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.script.Version;
import io.retainer.model.kpi.KpiId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Saves definitions of KPIs into the home's own scripts, one definition at a time: the rest of its
 * file stays letter by letter. A definition of the installation stays too, and the home's own one
 * takes its place in a file of its own, so that updates of all others arrive.
 *
 * <p>What is saved here was typed by somebody who owns no file, so it may not compute.
 */
public final class KpiSaving {

  /** What a definition is based on that is not there yet. */
  public static final String NOTHING = "";

  private final Workspace workspace;

  KpiSaving(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What became of it. */
  public sealed interface Outcome {

    /** It is in force. */
    record Saved(KpiDefinition now) implements Outcome {}

    /** It could not come into force, and nothing was written. */
    record Refused(List<KpiProblem> problems) implements Outcome {}

    /** Somebody else has saved another one meanwhile; empty when it is gone. */
    record Overtaken(Optional<KpiDefinition> now) implements Outcome {}
  }

  public Optional<KpiDefinition> inForce(KpiId kpi) {
    return workspace.scripts().definitions().stream()
        .filter(one -> one.descriptor().id().equals(kpi))
        .findFirst();
  }

  /** Tells a definition from any other; to be handed back with what it was changed into. */
  public static String basis(KpiDefinition definition) {
    return Version.of(definition.text(), List.of());
  }

  /** With one kind of line end, whatever a browser sends; lines and columns stay. */
  public static String normal(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
  }

  /**
   * @param basis of the definition that was changed, or {@link #NOTHING}
   * @param folder where a new one goes, a stage of the customer's journey
   * @param author the person who is signed in
   */
  public synchronized Outcome save(
      KpiId kpi, String draft, String basis, String folder, String author) {
    Optional<KpiDefinition> now = inForce(kpi);
    if (!now.map(KpiSaving::basis).orElse(NOTHING).equals(basis)) {
      return new Outcome.Overtaken(now);
    }
    String text = normal(draft).strip();
    if (now.filter(same -> same.text().equals(text)).isPresent()) {
      return new Outcome.Saved(now.get());
    }
    try {
      List<KpiProblem> problems = problems(normal(draft), List.of(kpi.value()), kpi + ".groovy");
      return problems.isEmpty()
          ? write(kpi, text, now, folder, author)
          : new Outcome.Refused(problems);
    } catch (IOException e) {
      throw new UncheckedIOException("The script cannot be saved: " + e.getMessage(), e);
    }
  }

  private Outcome write(
      KpiId kpi, String text, Optional<KpiDefinition> now, String folder, String author)
      throws IOException {
    String own = now.map(KpiDefinition::file).orElse("");
    boolean isOfHome = !own.isEmpty() && Files.exists(scripts().resolve(own));
    String stage = own.contains("/") ? own.substring(0, own.lastIndexOf('/')) : folder;
    String script = isOfHome ? own : stage + "/" + kpi + ".groovy";
    String whole = text + "\n";
    if (isOfHome) {
      String before = normalEnds(Files.readString(scripts().resolve(script)));
      int from = placeOf(now.get(), before);
      if (from < 0) {
        return refused(script, "the file is not what is in force", "mend the file first");
      }
      whole = before.substring(0, from) + text + before.substring(from + now.get().text().length());
      List<KpiProblem> problems = problems(whole, idsOf(script), script);
      if (!problems.isEmpty()) {
        return new Outcome.Refused(problems);
      }
    } else if (Files.exists(scripts().resolve(script))) {
      return refused(script, "there is a file of this name that is not in force", "mend it first");
    }
    workspace.scripts().save(script, whole, author);
    return inForce(kpi)
        .filter(saved -> text.contains(saved.text()))
        .<Outcome>map(Outcome.Saved::new)
        .orElseGet(() -> new Outcome.Refused(found(script)));
  }

  /** As of a trial; and it has to define what it defined before, no more and no less. */
  private List<KpiProblem> problems(String text, List<String> ids, String shown) {
    try (KpiEffect effect = workspace.effectOfTyped(text)) {
      if (!effect.problems().isEmpty()) {
        return effect.problems().stream().map(problem -> problem.in(shown)).toList();
      }
      List<String> defined = effect.kpis().stream().map(one -> one.id()).toList();
      return defined.equals(ids)
          ? List.of()
          : List.of(
              new KpiProblem(
                  shown,
                  effect.kpis().get(0).line(),
                  1,
                  "this defines " + String.join(", ", defined),
                  "it has to define " + String.join(", ", ids) + " and nothing else"));
    }
  }

  private List<String> idsOf(String script) {
    return workspace.scripts().definitions().stream()
        .filter(one -> one.file().equals(script))
        .sorted(Comparator.comparingInt(KpiDefinition::line))
        .map(one -> one.descriptor().id().value())
        .toList();
  }

  private List<KpiProblem> found(String script) {
    List<KpiProblem> own =
        workspace.scripts().problems().stream().filter(p -> p.file().equals(script)).toList();
    return own.isEmpty()
        ? refused(script, "the script was saved and is not in force yet", "look again in a minute")
            .problems()
        : own;
  }

  private static Outcome.Refused refused(String script, String seen, String advice) {
    return new Outcome.Refused(List.of(new KpiProblem(script, 0, 0, seen, advice)));
  }

  /** Where the definition stands in its file; negative when it is not there. */
  private static int placeOf(KpiDefinition definition, String file) {
    int line = 0;
    for (int i = 1; i < definition.line(); i++) {
      line = file.indexOf('\n', line) + 1;
    }
    int from = file.indexOf(definition.text(), line);
    int end = file.indexOf('\n', line);
    return end >= 0 && from > end ? -1 : from;
  }

  private static String normalEnds(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.replace("\r\n", "\n").replace('\r', '\n');
  }

  private Path scripts() {
    return workspace.home().kpiScripts();
  }
}
