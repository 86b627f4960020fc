package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ClientJson;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The agency's clients. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    description = "Lists, adds and shows clients, and sets what KPIs leave to them and have to be.",
    synopsisSubcommandLabel = "list|add|show|set|target|remove",
    footer = {
      "",
      "Examples:",
      "  retainer client list",
      "  retainer client add nordic --client-name \"Nordic Outdoor\" --zone Europe/Helsinki"
          + " --locale fi --currency EUR",
      "  retainer client show nordic --json",
      "  retainer client set nordic brandTerms=\"nordic, nrd\"",
      "  retainer client target nordic orders.revenue month \">= 100000\""
    },
    subcommands = {
      ClientCommand.Clients.class,
      ClientCommand.Add.class,
      ClientCommand.Show.class,
      ClientSetCommand.class,
      ClientTargetCommand.class,
      ClientRemoveCommand.class
    })
final class ClientCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Say what to do with clients: list, add, show, set, target or remove");
  }

  /** The client meant, in either way of writing it. */
  static final class Named {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "short name of the client")
    private ClientId first;

    @Option(names = "--client", paramLabel = "ID", description = "the same, as an option")
    private ClientId option;

    ClientId id() {
      if (first != null && option != null && !first.equals(option)) {
        throw new WrongUsage("Two clients are named, " + first + " and " + option + "; name one.");
      }
      return Optional.ofNullable(first)
          .or(() -> Optional.ofNullable(option))
          .orElseThrow(() -> new WrongUsage("Name the client: its id, like nordic-outdoor."));
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all clients by name.",
      footer = {"", "Example:", "  retainer client list --json"})
  static final class Clients implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Option(names = "--json", description = "print JSON and nothing else")
    private boolean json;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Workspace workspace = home.open()) {
        List<Client> clients = workspace.clients().all();
        if (json) {
          out.println(Json.text(Json.array(clients, ClientJson::of)));
        } else if (clients.isEmpty()) {
          spec.commandLine()
              .getErr()
              .println("There are no clients yet. Add one: retainer client add --help");
        } else {
          var table = new Table("ID", "NAME", "ZONE", "LANGUAGE", "CURRENCY");
          clients.forEach(
              client ->
                  table.row(
                      client.id(),
                      client.name(),
                      client.zone(),
                      client.locale().toLanguageTag(),
                      client.currency()));
          table.print(out);
        }
      }
      return ExitStatus.DONE;
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds a client.",
      footer = {
        "",
        "Example:",
        "  retainer client add nordic --client-name \"Nordic Outdoor\" --zone Europe/Helsinki"
            + " --locale fi --currency EUR"
      })
  static final class Add implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;
    @Mixin private Named client;
    @Mixin private ClientOptions data;

    @Option(names = "--json", description = "print JSON and nothing else")
    private boolean json;

    @Override
    public Integer call() {
      Client added = data.client(client.id());
      try (Workspace workspace = home.open()) {
        if (!workspace.clients().add(added)) {
          throw new WrongUsage(
              "There is a client " + added.id() + " already; nothing was changed.");
        }
      }
      show(spec, added, Map.of(), json);
      return ExitStatus.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one client.",
      footer = {"", "Example:", "  retainer client show nordic --json"})
  static final class Show implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;
    @Mixin private Named client;

    @Option(names = "--json", description = "print JSON and nothing else")
    private boolean json;

    @Override
    public Integer call() {
      try (Workspace workspace = home.open()) {
        Client shown = workspace.clients().named(client.id());
        show(spec, shown, workspace, json);
      }
      return ExitStatus.DONE;
    }
  }

  static void show(CommandSpec spec, Client client, Workspace workspace, boolean json) {
    Map<String, String> own = new TreeMap<>(workspace.connectorSettings().of(client.id()));
    own.putAll(workspace.parameters().of(client.id()));
    ClientMail mail = ClientMail.of(workspace.mail(), client.id());
    own.putAll(mail.shown());
    if (workspace.conversions().isOn(client.id())) {
      own.put(ClientSetCommand.CONVERT, ClientSetCommand.ON);
    }
    show(spec, client, own, json);
    if (mail.allowed().isOpen() && !json) {
      spec.commandLine()
          .getErr()
          .println(
              "Its reports may go to anybody. Say to whom alone: retainer client set "
                  + client.id()
                  + " recipients=\"@example.org\"");
    }
  }

  private static void show(
      CommandSpec spec, Client client, Map<String, String> parameters, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(ClientJson.of(client, parameters)));
    } else {
      out.println("Client    " + client.id());
      out.println("Name      " + client.name());
      out.println("Zone      " + client.zone());
      out.println("Language  " + client.locale().toLanguageTag());
      out.println("Currency  " + client.currency());
      parameters.forEach((name, value) -> out.println("          " + name + " = " + value));
    }
  }
}
