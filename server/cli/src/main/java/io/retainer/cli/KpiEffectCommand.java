package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.cli.server.RunningServer;
import io.retainer.kpi.KpiProblem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Period;
import io.retainer.workspace.KpiEffect;
import io.retainer.workspace.KpiEffect.Row;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.EffectJson;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a script would change. */
@Command(
    name = "effect",
    mixinStandardHelpOptions = true,
    description = "Shows what a script would change in past periods, before it is saved.",
    footer = {
      "",
      "FILE is a script that is not in the home folder yet. KPIs that are made of a changed one are",
      "shown too. Nothing is saved.",
      "Exit status: 0 shown, 1 the script could not come into force, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer kpi effect drafts/search.groovy",
      "  retainer kpi effect drafts/search.groovy --client nordic --period 2026-09,2026-10 --json"
    })
final class KpiEffectCommand implements Callable<Integer> {

  private static final int MONTHS = 3;
  private static final String NOTHING = "Nothing would change: the definitions are those in force.";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "FILE", description = "the script")
  private Path file;

  @Option(
      names = "--client",
      split = ",",
      paramLabel = "ID",
      description = "whose values; may be repeated (default: all clients)")
  private List<ClientId> clients = List.of();

  @Option(
      names = "--period",
      split = ",",
      paramLabel = "P",
      description =
          "which periods; may be repeated (default: the last three closed months of the data)")
  private List<Period> periods = List.of();

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new WrongUsage("There is no file " + file);
    }
    if (file.toAbsolutePath().normalize().startsWith(home.work().kpiScripts())) {
      throw new WrongUsage(
          file + " is in force already. Edit a copy elsewhere, and see here what it changes.");
    }
    if (RunningServer.of(home.folder()).isPresent()) {
      return asked();
    }
    try (Workspace workspace = home.open();
        KpiEffect effect = workspace.effect(file)) {
      return show(workspace, effect);
    }
  }

  /** By the server that works in the home. */
  private int asked() throws IOException, InterruptedException {
    ObjectNode question = Json.object().put("text", Files.readString(file, StandardCharsets.UTF_8));
    question.set("clients", Json.array(clients, client -> Json.text(client.value())));
    question.set("periods", Json.array(periods, period -> Json.text(period.toString())));
    JsonNode answer = WorkingServer.asked(home, api -> api.post("kpi-effects", question));
    PrintWriter out = spec.commandLine().getOut();
    JsonNode problems = answer.path("problems");
    problems.forEach(
        problem ->
            spec.commandLine()
                .getErr()
                .println(
                    new KpiProblem(
                        file.toString(),
                        problem.path("line").asInt(),
                        problem.path("column").asInt(),
                        problem.path("message").asText(),
                        problem.path("advice").asText())));
    if (!problems.isEmpty()) {
      return ExitStatus.FINDINGS;
    }
    if (json) {
      out.println(Json.text(answer.path("rows")));
      return ExitStatus.DONE;
    }
    if (answer.path("changed").isEmpty()) {
      out.println(NOTHING);
      return ExitStatus.DONE;
    }
    var table = table();
    answer
        .path("rows")
        .forEach(
            row ->
                table.row(
                    row.path("client").asText(),
                    row.path("kpi").asText(),
                    row.path("period").asText(),
                    row.path("before").isNull() ? "–" : said(row.path("before")),
                    said(row.path("after")),
                    word(!row.path("changes").asBoolean())));
    table.print(out);
    return ExitStatus.DONE;
  }

  private int show(Workspace workspace, KpiEffect effect) {
    List<KpiProblem> problems = effect.problems();
    problems.forEach(problem -> spec.commandLine().getErr().println(problem));
    effect.leftOut().forEach(spec.commandLine().getErr()::println);
    if (!problems.isEmpty()) {
      return ExitStatus.FINDINGS;
    }
    List<Client> asked =
        clients.isEmpty()
            ? workspace.clients().all()
            : clients.stream().map(workspace.clients()::named).toList();
    List<Row> rows = new ArrayList<>();
    asked.forEach(
        client ->
            rows.addAll(
                effect.of(client, periods.isEmpty() ? effect.months(client, MONTHS) : periods)));
    if (json) {
      spec.commandLine().getOut().println(Json.text(Json.array(rows, EffectJson::of)));
    } else {
      print(effect.changed(), rows);
    }
    return ExitStatus.DONE;
  }

  private void print(List<KpiEffect.Changed> changed, List<Row> rows) {
    PrintWriter out = spec.commandLine().getOut();
    if (changed.isEmpty()) {
      out.println(NOTHING);
      return;
    }
    changed.forEach(
        kpi ->
            out.println(
                kpi.before()
                    .map(
                        old ->
                            "%s  version %s instead of %s"
                                .formatted(old.id(), kpi.after().version(), old.version()))
                    .orElseGet(
                        () ->
                            "%s  new, version %s"
                                .formatted(kpi.after().id(), kpi.after().version()))));
    out.println();
    var table = table();
    rows.forEach(
        row ->
            table.row(
                row.client().id(),
                row.kpi().id(),
                row.period(),
                row.before().map(value -> said(value, row.unitBefore())).orElse("–"),
                said(row.after(), row.kpi().unit()),
                word(row.isSame())));
    table.print(out);
  }

  private static Table table() {
    return new Table("CLIENT", "KPI", "PERIOD", "BEFORE", "AFTER", "");
  }

  private static String word(boolean isSame) {
    return isSame ? "the same" : "changes";
  }

  private static String said(JsonNode value) {
    return value.path("value").isNumber()
        ? FigureTable.value(
            value.path("value").decimalValue(),
            KpiUnit.valueOf(value.path("unit").asText().toUpperCase(Locale.ROOT)),
            Optional.ofNullable(value.path("currency").asText(null)))
        : value.path("status").asText();
  }

  private static String said(KpiValue value, KpiUnit unit) {
    return value.value().isPresent() ? FigureTable.value(value, unit) : value.status().word();
  }
}
