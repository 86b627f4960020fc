package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.ImportBatch;
import io.retainer.workspace.KeptSettings;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What KPIs leave to a client. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    description =
        "Sets a client's own values: of KPI parameters, for all KPIs that have them, of"
            + " connectors' settings, for all its imports, and of its mails: recipients (whom"
            + " reports may go to), sender and reply-to. With convert-amounts=on all amounts are"
            + " converted into the client's currency, each at the rate of its own day.",
    footer = {
      "",
      "Which parameters there are is shown by: retainer kpi list --json",
      "Which settings there are is shown by: retainer connector show NAME",
      "A list is separated by commas. An empty value brings the default back.",
      "",
      "Examples:",
      "  retainer client set nordic brandTerms=\"nordic, nrd\" notRankedAs=31",
      "  retainer client set nordic notRankedAs=",
      "  retainer client set nordic won-stages=\"Signed, Paid\"",
      "  retainer client set nordic convert-amounts=on",
      "  retainer client set nordic recipients=\"anna@example.org, @nordic.example\"",
      "  retainer client set nordic sender=\"Agency North <reports@agency.example>\""
    })
final class ClientSetCommand implements Callable<Integer> {

  static final String CONVERT = "convert-amounts";
  static final String ON = "on";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(index = "0", paramLabel = "ID", description = "short name of the client")
  private io.retainer.model.client.ClientId id;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "NAME=VALUE",
      mapFallbackValue = "",
      description = "a parameter or setting, and the client's value")
  private Map<String, String> values;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      Client client = workspace.clients().named(id);
      Map<String, String> parameters = new TreeMap<>(values);
      parameters.keySet().removeAll(ClientMail.NAMES);
      Optional<String> convert = Optional.ofNullable(parameters.remove(CONVERT));
      convert.ifPresent(ClientSetCommand::checkSwitch);
      List<String> settings = new ArrayList<>();
      List<ConnectorDescription> connectors = workspace.connectors().descriptions();
      values.forEach(
          (name, value) -> {
            if (KeptSettings.isKnown(name, connectors)) {
              parameters.remove(name);
              settings.add(name + "=" + value);
            }
          });
      ClientMail mail = ClientMail.of(values, workspace.mail(), client.id());
      check(workspace, client, parameters);
      keep(workspace, client, settings, connectors);
      workspace.parameters().set(client.id(), parameters);
      mail.keep(workspace.mail(), client.id());
      convert.ifPresent(word -> workspace.conversions().set(client.id(), word.equals(ON)));
      ClientCommand.show(spec, client, workspace, json);
      if (!settings.isEmpty()) {
        notice(workspace, client);
      }
    }
    return ExitStatus.DONE;
  }

  private static void checkSwitch(String word) {
    if (!List.of(ON, "off", "").contains(word)) {
      throw new WrongUsage(
          "%s is on or off, saw \"%s\"; on converts amounts at the agency's exchange rates"
              .formatted(CONVERT, word));
    }
  }

  /** Rows are kept as they were read: a setting changes none of them. */
  private void notice(Workspace workspace, Client client) {
    List<ImportBatch> earlier = workspace.imports().readOtherwise(client.id());
    if (!earlier.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "Imported before with other settings: "
                  + earlier.stream()
                      .map(batch -> batch.result().file() + " (import " + batch.id() + ")")
                      .collect(Collectors.joining(", "))
                  + ". Import these files again: they are read anew and take the place of the"
                  + " earlier imports.");
    }
  }

  private static void keep(
      Workspace workspace,
      Client client,
      List<String> settings,
      List<ConnectorDescription> connectors) {
    try {
      workspace.connectorSettings().set(client.id(), settings, connectors);
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  private static void check(Workspace workspace, Client client, Map<String, String> parameters) {
    try {
      workspace.parameters().check(client.id(), parameters, workspace.scripts());
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage());
    }
  }
}
