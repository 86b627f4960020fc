package io.retainer.workspace;

import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiEngine;
import io.retainer.kpi.KpiHistory;
import io.retainer.kpi.KpiLibrary;
import io.retainer.kpi.RollUps;
import io.retainer.kpi.script.ParsedScripts;
import io.retainer.model.client.Client;
import io.retainer.model.fact.FactSource;
import io.retainer.model.kpi.Kpis;
import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.FactsInUseException;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.imports.FileImports;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.workspace.brand.Brands;
import io.retainer.workspace.commentary.Commentaries;
import io.retainer.workspace.composing.ReportVersions;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.destinations.Destinations;
import io.retainer.workspace.destinations.KeptDestinations;
import io.retainer.workspace.rates.ClientConversions;
import io.retainer.workspace.rates.Rates;
import io.retainer.workspace.sealing.KeyChange;
import io.retainer.workspace.sealing.SealingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * One home folder with everything in it. Opening costs nothing: each part opens when it is first
 * asked for. Safe for use by several threads.
 */
public final class Workspace implements AutoCloseable {

  private final HomeFolder home;
  private final Installation installation;
  private final Clock clock;
  private final Supplier<StateDatabase> database;
  private final Supplier<FactsOfHome> facts;
  private final boolean isServer;
  private final Lazy<State> state = new Lazy<>(this::openState);
  private final Lazy<Warehouse> warehouse = new Lazy<>(this::openWarehouse);
  private final Lazy<ConnectorLibrary> connectors = new Lazy<>(this::openConnectors);
  private final Lazy<FileImports> imports = new Lazy<>(this::openImports);
  private final Lazy<KpiLibrary> scripts = new Lazy<>(this::openScripts);
  private final Lazy<Computing> computing = new Lazy<>(this::openComputing);
  private final KpiSaving saving = new KpiSaving(this);
  private final Lazy<Brands> brands = new Lazy<>(this::openBrands);
  private final Lazy<ReportVersions> reportVersions =
      new Lazy<>(() -> new ReportVersions(home(), reports(), clock()));
  private final Lazy<Reports> reports = new Lazy<>(this::openReports);

  private Workspace(
      HomeFolder home,
      Installation installation,
      Clock clock,
      Supplier<StateDatabase> database,
      Supplier<FactsOfHome> facts,
      boolean isServer) {
    this.isServer = isServer;
    this.home = home;
    this.installation = installation;
    this.clock = clock;
    this.database = database;
    this.facts = facts;
  }

  /** With the state and the facts where the configuration says. */
  public static Workspace open(HomeFolder home, Installation installation, Clock clock) {
    return configured(home, installation, clock, false);
  }

  /** The same of a server, which shares its home with others where both are in a PostgreSQL. */
  public static Workspace ofServer(HomeFolder home, Installation installation, Clock clock) {
    return configured(home, installation, clock, true);
  }

  private static Workspace configured(
      HomeFolder home, Installation installation, Clock clock, boolean isServer) {
    return new Workspace(
        home,
        installation,
        clock,
        () -> StateDatabase.of(home, Configuration.of(home.root())),
        () -> FactsOfHome.of(home, Configuration.of(home.root())),
        isServer);
  }

  /** With both in files of its own, whatever is configured: a home that is being made. */
  public static Workspace openApart(HomeFolder home, Installation installation, Clock clock) {
    return new Workspace(
        home,
        installation,
        clock,
        () -> new StateInFile(home.state()),
        () -> FactsOfHome.inFile(home),
        false);
  }

  public HomeFolder home() {
    return home;
  }

  public Installation installation() {
    return installation;
  }

  public Clock clock() {
    return clock;
  }

  /**
   * @throws HomeInUseException when another process works in this home
   */
  public State state() {
    return state.value();
  }

  /** The key of what is kept sealed in the state. */
  public SealingKey sealingKey() {
    return new KeyChange(home.root(), () -> state().jdbi()).current();
  }

  public Clients clients() {
    return new Clients(state().jdbi(), clock);
  }

  /**
   * @throws HomeInUseException when another process works in this home
   */
  public Warehouse warehouse() {
    return warehouse.value();
  }

  /** Whether other servers may work in this home at the same time. */
  public boolean isShared() {
    return isServer && SharedHome.problem(home, database.get(), facts.get()).isEmpty();
  }

  /**
   * @throws StateException when it cannot be shared, saying what to do
   */
  public void refuseUnlessShareable() {
    SharedHome.problem(home, database.get(), facts.get())
        .ifPresent(
            problem -> {
              throw new StateException(problem);
            });
  }

  /** Where the facts are kept. */
  public FactsOfHome facts() {
    return facts.get();
  }

  public ConnectorLibrary connectors() {
    return connectors.value();
  }

  public FileImports imports() {
    return imports.value();
  }

  public KpiLibrary scripts() {
    return scripts.value();
  }

  /** What the operator has set, read anew. */
  public Configuration configuration() {
    return Configuration.of(home.root());
  }

  /** How long received files are kept; empty: for ever. */
  public Optional<Duration> keeping() {
    return KeptFiles.RECEIVED.of(configuration()::value);
  }

  /** How long the files of reports are; empty: for ever. */
  public Optional<Duration> keepingReports() {
    return KeptFiles.REPORTS.of(configuration()::value);
  }

  /** Every text that scripts had, and every version of a KPI that was in force. */
  public KpiHistory history() {
    return KpiHistory.in(home.kpiHistory());
  }

  /** What a script would change if it were saved; the caller closes it. */
  public KpiEffect effect(Path script) {
    return KpiEffect.of(this, script);
  }

  /** As {@link #effect(Path)}, of a text that is in no file. */
  public KpiEffect effectOfTyped(String text) {
    return KpiEffect.ofTyped(this, text);
  }

  /** Where definitions of KPIs are saved that somebody edited. */
  public KpiSaving saving() {
    return saving;
  }

  /** What clients chose for the parameters of KPI scripts. */
  public ChosenParameters parameters() {
    return new ChosenParameters(home.parameters());
  }

  /** What connectors are told of every file of a client. */
  public KeptSettings connectorSettings() {
    return new KeptSettings(home.connectorSettings());
  }

  /** Which days there is anything about, of a client. */
  public CoverageCalendar coverage(Client client) {
    return CoverageCalendar.of(
        warehouse().coverage(client.id()), LocalDate.now(clock.withZone(client.zone())));
  }

  /** What clients' KPIs have to be. */
  public ClientTargets targets() {
    return new ClientTargets(state().jdbi(), clock);
  }

  /** The groups that clients are looked at in. */
  public ClientGroups groups() {
    return new ClientGroups(state().jdbi(), clock);
  }

  /** Whom clients' mails may go to, and who they come from. */
  public MailOfClients mail() {
    return new MailOfClients(state().jdbi());
  }

  /** The agency's exchange rates. */
  public Rates rates() {
    return new Rates(state().jdbi(), clock);
  }

  /** Whose amounts are converted by them. */
  public ClientConversions conversions() {
    return new ClientConversions(state().jdbi(), rates());
  }

  /** Where reports go besides mailboxes. */
  public Destinations destinations() {
    Supplier<Jdbi> rows = () -> state().jdbi();
    return new Destinations(home.root(), new KeptDestinations(rows, this::sealingKey, clock));
  }

  /** What people wrote into reports. */
  public Commentaries commentaries() {
    return new Commentaries(state().jdbi(), clock);
  }

  /** The facts as KPIs see them: with amounts converted of the clients that want it. */
  public FactSource convertedFacts() {
    return warehouse().converting(conversions().now());
  }

  public Kpis kpis() {
    return new KpiEngine(scripts(), convertedFacts(), parameters());
  }

  /** KPIs of several clients, and of all of them together. */
  public RollUps rollUps() {
    return new RollUps(scripts(), convertedFacts(), parameters());
  }

  /** How the reports of the agency and of each client look. */
  public Brands brands() {
    return brands.value();
  }

  public Reports reports() {
    return reports.value();
  }

  /** What clients' own versions of reports are, and composing them. */
  public ReportVersions reportVersions() {
    return reportVersions.value();
  }

  private Brands openBrands() {
    return new Brands(home, installation.reportTemplates());
  }

  private State openState() {
    home.run();
    StateDatabase chosen = database.get();
    boolean isFileLeft =
        Files.exists(home.stateFile()) && !Files.exists(home.root().resolve(StateInFile.MOVED));
    if (chosen instanceof StateInPostgres && isFileLeft) {
      throw new StateException(
          "retainer.database.url is %s, and %s holds a state that was not moved there. Unset the one and move the other into an empty database: retainer home move --to jdbc:postgresql://… --home %s. To go on without it, take the file away."
              .formatted(chosen.title(), home.stateFile(), home.root()));
    }
    State opened = State.open(chosen);
    HomeRights.close(home.root());
    return opened;
  }

  private Warehouse openWarehouse() {
    home.run();
    try {
      return isShared() ? facts.get().openShared() : facts.get().open();
    } catch (FactsInUseException e) {
      throw new HomeInUseException(home.root(), e);
    }
  }

  private ConnectorLibrary openConnectors() {
    return ConnectorLibrary.open(List.of(installation.connectors(), home.connectors()));
  }

  private FileImports openImports() {
    return FileImports.open(
        warehouse(),
        connectors(),
        home.received(),
        new Mappings(home.mappings()),
        FileImports.LARGEST_FILE,
        keeping(),
        Map.of("salt", Salt.of(state().jdbi())),
        connectorSettings(),
        !isShared());
  }

  private KpiLibrary openScripts() {
    return KpiLibrary.open(
        List.of(installation.kpiScripts(), home.kpiScripts()),
        home.lastGoodScripts(),
        ParsedScripts.in(installation.parsedScripts()),
        history(),
        computing());
  }

  /** Where computations of KPI scripts run, and whose. */
  public Computing computing() {
    return computing.value();
  }

  private Computing openComputing() {
    return Computing.in(installation.kpiScripts(), Rights.of(configuration()::value).computing());
  }

  private Reports openReports() {
    return new Reports(
        home,
        List.of(installation.reportTemplates(), home.reportTemplates()),
        this::kpis,
        () -> scripts().definitions().stream().map(KpiDefinition::descriptor).toList(),
        clock,
        this::sourceTitle,
        this::targets,
        this::warehouse,
        this::commentaries);
  }

  /** The platform's own name, by its connector's id; the id itself when the connector is gone. */
  public String sourceTitle(String source) {
    return connectors().find(source).map(ConnectorDescription::title).orElse(source);
  }

  @Override
  public void close() {
    computing.ifOpened().ifPresent(opened -> opened.workers().close());
    connectors.ifOpened().ifPresent(ConnectorLibrary::close);
    warehouse.ifOpened().ifPresent(Warehouse::close);
    state.ifOpened().ifPresent(State::close);
    if (state.ifOpened().isPresent()) {
      HomeRights.close(home.root());
    }
  }
}
