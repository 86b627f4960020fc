package io.retainer.workspace;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.RowSource;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Gap;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Targets;
import io.retainer.model.time.Period;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.compose.ReportComposer;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.template.TemplateChanges;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.commentary.Commentaries;
import io.retainer.workspace.commentary.CommentaryDesk;
import io.retainer.workspace.commentary.WordsOf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reports out of a home's figures. Templates edited in their folders are read again. */
public final class Reports {

  /** Printed with the data notes of every report. */
  private static final String SOFTWARE = "Retainer 0.1.0";

  private static final String STAYS = " (what worked last stays in force)";

  private final HomeFolder home;
  private final List<Path> layers;
  private final Supplier<Kpis> kpis;
  private final Supplier<List<KpiDescriptor>> catalogue;
  private final Clock clock;
  private final UnaryOperator<String> sourceTitles;
  private final Supplier<? extends Targets> targets;
  private final Supplier<? extends RowSource> rows;
  private final Supplier<Commentaries> commentaries;
  private final Map<ClientId, Opened> ofClients = new HashMap<>();
  private Opened opened;

  private record Opened(
      List<String> seen, ReportTemplates templates, List<String> problems, Renderings renderings) {

    Opened(List<String> seen, ReportTemplates templates, List<String> problems) {
      this(seen, templates, problems, new Renderings(templates));
    }
  }

  /**
   * @param home where clients have templates of their own
   * @param layers folders of templates, the one that overrides last
   * @param catalogue the KPIs in force; unlike their figures it needs no facts
   * @param sourceTitles the name by which readers know a source, by its connector's id
   * @param targets what the figures of clients have to be
   * @param rows where the rows behind the figures are found
   * @param commentaries what people wrote into reports
   */
  Reports(
      HomeFolder home,
      List<Path> layers,
      Supplier<Kpis> kpis,
      Supplier<List<KpiDescriptor>> catalogue,
      Clock clock,
      UnaryOperator<String> sourceTitles,
      Supplier<? extends Targets> targets,
      Supplier<? extends RowSource> rows,
      Supplier<Commentaries> commentaries) {
    this.home = home;
    this.commentaries = commentaries;
    this.rows = rows;
    this.targets = targets;
    this.layers = List.copyOf(layers);
    this.kpis = kpis;
    this.catalogue = catalogue;
    this.clock = clock;
    this.sourceTitles = sourceTitles;
  }

  /** The templates that can be used. */
  public List<ReportTemplate> templates() {
    return opened().templates().all();
  }

  /** Those of a client: its own versions, and the agency's where it has none. */
  public List<ReportTemplate> templates(ClientId client) {
    return opened(client).templates().all();
  }

  /** Whether a client has no such template, not even one with mistakes. */
  public boolean isGone(ClientId client, String report) {
    ReportTemplates there = opened(client).templates();
    return there.find(report).isEmpty() && there.broken(report).isEmpty();
  }

  /** Who may have versions of their own. */
  public List<ClientId> clientsWithTemplates() {
    return home.clientsWithTemplates();
  }

  /** What is wrong with those that cannot, each with file and line. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>(opened().templates().problems());
    home.clientsWithTemplates()
        .forEach(
            client ->
                opened(client).problems().stream()
                    .map(problem -> "Client %s: %s".formatted(client, problem) + STAYS)
                    .forEach(problems::add));
    return problems;
  }

  /**
   * What a client's own version of a report changes of the agency's.
   *
   * @throws TemplateException when there is no report of this id
   */
  public List<TemplateChanges.Change> changes(ClientId client, String report) {
    return TemplateChanges.between(
        opened().templates().named(report), opened(client).templates().named(report));
  }

  /**
   * What a draft would change.
   *
   * @param folder a folder of templates as it would lie over those that are in force
   * @param client whose templates it would lie over; else those of the agency
   * @throws TemplateException when the draft is broken, or there is no report of this id
   */
  public List<TemplateChanges.Change> changes(
      String report, Path folder, Optional<ClientId> client) {
    List<Path> over = new ArrayList<>(layers);
    client.map(home::reportTemplates).ifPresent(over::add);
    ReportTemplates now = client.map(this::opened).orElseGet(this::opened).templates();
    over.add(folder);
    ReportTemplates then = ReportTemplates.open(over);
    ReportTemplate draft = then.named(report);
    List<String> problems = draft.problems(this::find);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return TemplateChanges.between(now.named(report), draft);
  }

  /**
   * What a client's version of a report would change of the one in force.
   *
   * @param own the client's templates as they would be
   * @throws TemplateException when the version is broken, or there is no report of this id
   * @throws IllegalArgumentException when it does not fit the KPIs
   */
  public List<TemplateChanges.Change> changes(ClientId client, String report, Path own) {
    List<Path> over = new ArrayList<>(layers);
    over.add(own);
    ReportTemplate draft = ReportTemplates.open(over).named(report);
    List<String> problems = draft.problems(this::find);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return TemplateChanges.between(opened(client).templates().named(report), draft);
  }

  /**
   * A client's report as it is composed.
   *
   * @throws TemplateException when there is no report of this id
   */
  public Composition composition(ClientId client, String report) {
    return Composition.of(
        opened().templates().named(report), opened(client).templates().named(report));
  }

  /**
   * The text that makes a composition of the agency's report.
   *
   * @param before what stands there now
   * @throws IllegalArgumentException when that cannot be read
   */
  public String override(String report, Composition composition, String before) {
    return composition.override(opened().templates().named(report), before);
  }

  /**
   * Composes a report; nothing is rendered yet.
   *
   * @param report id of the template
   * @param locale the reader's language, when it is not the client's
   * @param id the report's own number, printed with the data notes
   * @throws TemplateException when the template is broken, or there is none of this id
   * @throws IllegalArgumentException when the template names KPIs that do not exist
   */
  public ComposedReport compose(
      Client client, String report, Period period, Optional<Locale> locale, String id) {
    Opened now = opened(client.id());
    Locale reader = locale.orElse(client.locale());
    ReportTemplate template = now.templates().named(report);
    ReportContent computed = composer().compose(template, client, period, id, template.agency());
    return new ComposedReport(
        computed.with(commentaries.get().of(new WordsOf(client.id(), report, period, reader))),
        reader,
        now.renderings());
  }

  /** The words of a report in a language. */
  public ReportTexts texts(ClientId client, String report, Locale locale) {
    return opened(client).templates().named(report).texts(locale);
  }

  /**
   * Where somebody writes into a report.
   *
   * @throws TemplateException when the template is broken, or there is none of this id
   */
  public CommentaryDesk desk(Client client, String report, Period period, Locale language) {
    ReportTemplate template = opened(client.id()).templates().named(report);
    return new CommentaryDesk(
        new WordsOf(client.id(), report, period, language),
        compose(client, report, period, Optional.of(language), "words").content(),
        template.texts(language),
        template.definition().onePage(),
        commentaries.get());
  }

  /**
   * Composes a report about an invented client, out of the template's sample.
   *
   * @param folder a folder of templates that lies over those of the home, if one is to
   * @throws TemplateException when template or sample are broken, or there is none of this id
   * @throws IllegalArgumentException when they name KPIs that do not exist, with file and line
   */
  public ComposedReport preview(String report, Optional<Path> folder, Locale locale) {
    Opened now = folder.map(this::laidOver).orElseGet(this::opened);
    return new ComposedReport(
        SampleReport.compose(now.templates().named(report), catalogue.get(), locale, SOFTWARE),
        locale,
        now.renderings());
  }

  /**
   * Composes a client's report of a period as a draft would make it; nothing that people wrote for
   * an issue is in it.
   *
   * @param folder the client's templates as they would be
   * @throws TemplateException when the draft is broken, or there is no report of this id
   * @throws IllegalArgumentException when it names KPIs that do not exist, with file and line
   */
  public ComposedReport preview(Client client, String report, Path folder, Period period) {
    Opened draft = laidOver(folder);
    ReportTemplate template = draft.templates().named(report);
    return new ComposedReport(
        composer().compose(template, client, period, "preview", template.agency()),
        client.locale(),
        draft.renderings());
  }

  /** What a report is usually about, as its sample is. */
  public Period.Kind usualKind(String report) {
    Period.Kind kind = opened().templates().named(report).sample().period().kind();
    return kind == Period.Kind.DAYS ? Period.Kind.MONTH : kind;
  }

  /**
   * The first pages of a report about an invented client, as a brand would make them look.
   *
   * @param report the one to show, if it is there; else the first
   * @param brand folders of templates, the one that overrides last
   */
  public List<BufferedImage> preview(String report, List<Path> brand, Locale locale, int most) {
    ReportTemplates templates = ReportTemplates.open(brand).fitting(this::find);
    ReportTemplate shown =
        templates
            .find(report)
            .or(() -> templates.all().stream().findFirst())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no report that could be shown:\n"
                            + String.join("\n", templates.problems())));
    return new Renderings(templates)
        .pictures(SampleReport.compose(shown, catalogue.get(), locale, SOFTWARE), locale, most);
  }

  private Opened laidOver(Path folder) {
    List<Path> over = new ArrayList<>(layers);
    over.add(folder);
    ReportTemplates templates = ReportTemplates.open(over);
    return new Opened(List.of(), templates, List.of());
  }

  /**
   * What a report of the period would lack, were it made now.
   *
   * @throws TemplateException when the template is broken, or there is none of this id
   */
  public List<Gap> gaps(Client client, String report, Period period) {
    return composer().gaps(opened(client.id()).templates().named(report), client, period);
  }

  private ReportComposer composer() {
    return new ReportComposer(kpis.get(), clock, SOFTWARE, sourceTitles, targets.get(), rows.get());
  }

  /** Renders a small report and throws it away, so that the first real one is quick. */
  public void warmUp() {
    opened().renderings().warmUp();
  }

  private synchronized Opened opened() {
    List<String> seen = layers.stream().flatMap(Reports::files).toList();
    if (opened == null || !opened.seen().equals(seen)) {
      ReportTemplates templates = ReportTemplates.open(layers);
      opened = new Opened(seen, templates, templates.problems());
    }
    return opened;
  }

  /** The templates that hold for a client: its own over those of the agency. */
  private synchronized Opened opened(ClientId client) {
    Path own = home.reportTemplates(client);
    if (!Files.isDirectory(own)) {
      return opened();
    }
    List<String> seen = Stream.concat(opened().seen().stream(), files(own)).toList();
    Opened known = ofClients.get(client);
    if (known == null || !known.seen().equals(seen)) {
      ClientTemplates.InForce now =
          new ClientTemplates(layers, own, home.lastGoodTemplates(client)).open(this::find);
      known = new Opened(seen, now.templates(), now.problems());
      ofClients.put(client, known);
    }
    return known;
  }

  private Optional<KpiDescriptor> find(KpiId id) {
    return catalogue.get().stream().filter(kpi -> kpi.id().equals(id)).findFirst();
  }

  /** Each file with its time and size: what differs after an edit. */
  private static Stream<String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        lines.add(file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The report templates in " + folder + " cannot be read", e);
    }
    return lines.stream();
  }
}
