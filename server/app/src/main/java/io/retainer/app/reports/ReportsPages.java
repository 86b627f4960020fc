package io.retainer.app.reports;

import io.retainer.app.shell.Download;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.SecurityHeaders;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.time.Period;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.commentary.WordsOf;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Running reports and downloading them. */
@Path("/reports")
public final class ReportsPages {

  private static final int SHOWN = 100;

  /** What most people choose, so it stands first. */
  private static final String USUAL = "monthly-performance";

  private final Workspace workspace;
  private final RunQueue queue;
  private final Runs runs;
  private final RunSteps steps;
  private final RunFindings findings;
  private final RunFiles files;
  private final Function<Run, List<String>> recipients;
  private final Downloads downloads;
  private final LaterData laterData;
  private final Pages pages;

  /**
   * @param recipients who gets a run that waits for a decision, once it is approved
   */
  public ReportsPages(
      Workspace workspace,
      RunQueue queue,
      Runs runs,
      RunSteps steps,
      RunFindings findings,
      RunFiles files,
      Function<Run, List<String>> recipients,
      Pages pages) {
    this.recipients = recipients;
    this.findings = findings;
    this.steps = steps;
    this.workspace = workspace;
    this.queue = queue;
    this.runs = runs;
    this.files = files;
    this.downloads = new Downloads(files);
    this.laterData = new LaterData(workspace);
    this.pages = pages;
  }

  /**
   * A report there is, by the name its reader knows.
   *
   * @param description what it is for; empty where its folder does not say
   */
  public record Choice(String id, String title, String description) {}

  /**
   * @param waiting ids of those runs that wait for somebody's decision
   */
  public record Running(
      List<Client> clients,
      Map<ClientId, Client> byId,
      List<Choice> reports,
      ReportTitles titles,
      List<String> problems,
      List<Run> runs,
      Set<String> waiting,
      String client,
      String period,
      String problem) {}

  /**
   * @param title of the report, as its reader knows it
   * @param overview its figures; empty while there are none
   * @param steps what happened to it, in the order of time
   * @param findings what the gates saw
   * @param laterWords what somebody wrote into this report after it was made
   * @param laterData what has come or was taken back since, where somebody decides about it
   * @param recipients who gets it once it is approved
   * @param said what somebody was about to say of it
   */
  public record Shown(
      Run run,
      Client client,
      String title,
      Optional<ReportOverview> overview,
      List<RunStep> steps,
      List<Finding> findings,
      Optional<SectionCommentary> laterWords,
      List<LaterData.Change> laterData,
      List<String> recipients,
      Said said) {

    /** Whether its files were removed because of their age; the step says after how many days. */
    public Optional<RunStep> cleared() {
      return steps.stream().filter(step -> step.kind() == RunStep.Kind.CLEARED).findFirst();
    }

    /** What a decision has to say that was made with {@link #laterData} before one's eyes. */
    public String dataMark() {
      return LaterData.mark(laterData);
    }

    public boolean isWaiting() {
      return RunSteps.isWaiting(steps);
    }

    /** Whether colleagues see it before its recipients get theirs. */
    public boolean isDraft() {
      return steps.stream().anyMatch(step -> step.kind() == RunStep.Kind.SHOWN) && !isWithdrawn();
    }

    /** Whether its schedule is gone. */
    public boolean isWithdrawn() {
      return steps.stream().anyMatch(step -> step.kind() == RunStep.Kind.WITHDRAWN);
    }

    /** Whether the latest decision is a no. */
    public boolean isRejected() {
      return isDecided(RunStep.Kind.REJECTED);
    }

    /** Whether somebody let it go, whatever the checks found. */
    public boolean isApproved() {
      return isDecided(RunStep.Kind.APPROVED);
    }

    private boolean isDecided(RunStep.Kind decision) {
      return steps.stream()
          .map(RunStep::kind)
          .filter(kind -> kind == RunStep.Kind.APPROVED || kind == RunStep.Kind.REJECTED)
          .reduce((earlier, later) -> later)
          .filter(decision::equals)
          .isPresent();
    }
  }

  /**
   * A reason or comment, or a decision, that could not be kept.
   *
   * @param problem what is wrong with the words; empty when nobody said anything yet
   * @param refusal why it is not decided so; empty when nothing but the words stands in its way
   */
  public record Said(String words, String problem, String refusal) {

    static final Said NOTHING = new Said("", "", "");

    public static Said wrong(String words, String problem) {
      return new Said(words, problem, "");
    }

    public static Said refused(String words, String refusal) {
      return new Said(words, "", refusal);
    }

    public boolean isWrong() {
      return !problem.isEmpty();
    }
  }

  @GET
  @Requires(Role.STAKEHOLDER)
  public Response list(@QueryParam("client") String client, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return pages.show(
        visit,
        Page.Section.REPORTS,
        "reports.title",
        "reports",
        running(visit, client == null ? "" : client, lastMonth(client), ""));
  }

  /** Of the client that is chosen, else of the one that stands first. */
  private String lastMonth(String chosen) {
    ZoneId zone =
        workspace.clients().all().stream()
            .sorted(Comparator.comparing(client -> !client.id().value().equals(chosen)))
            .findFirst()
            .map(Client::zone)
            .orElse(workspace.clock().getZone());
    return Period.lastClosed(Period.Kind.MONTH, workspace.clock(), zone).toString();
  }

  private Running running(Visit visit, String client, String period, String problem) {
    List<Client> clients = workspace.clients().all();
    Map<ClientId, Client> byId = new java.util.HashMap<>();
    clients.forEach(known -> byId.put(known.id(), known));
    List<Run> latest = runs.latest(Optional.empty(), Optional.empty(), SHOWN);
    return new Running(
        clients,
        byId,
        choices(workspace, visit.language().locale()),
        ReportTitles.in(workspace, visit.language().locale()),
        visit.looks() ? workspace.reports().problems() : List.of(),
        latest,
        visit.looks() ? steps.waiting(latest) : Set.of(),
        client,
        period,
        problem);
  }

  public static List<Choice> choices(Workspace workspace, Locale locale) {
    return workspace.reports().templates().stream()
        .sorted(Comparator.comparing(template -> !template.id().equals(USUAL)))
        .map(
            template ->
                new Choice(template.id(), template.title(locale), template.description(locale)))
        .toList();
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response order(String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    try {
      String id = queue.submit(request(form), visit.getName()).id();
      return Response.seeOther(URI.create("/reports/" + id)).build();
    } catch (Problem | QueueFullException e) {
      return pages.showAgain(
          visit,
          Page.Section.REPORTS,
          "reports.title",
          "reports",
          running(visit, form.text("client"), form.text("period"), e.getMessage()));
    }
  }

  private RunRequest request(Form form) {
    String report = form.text("report");
    if (workspace.reports().templates().stream().noneMatch(known -> known.id().equals(report))) {
      throw Problem.invalid("There is no report \"" + report + "\".");
    }
    return new RunRequest(
        workspace.clients().named(Input.value(form.text("client"), ClientId::new)).id(),
        report,
        Input.value(form.text("period"), Period::parse),
        Optional.of(form.text("locale"))
            .filter(tag -> !tag.isEmpty())
            .map(tag -> Input.value(tag, Language::ofReports)),
        EnumSet.allOf(ReportFormat.class));
  }

  private Run named(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no run \"" + id + "\"."));
  }

  @GET
  @Path("{id}")
  @Requires(Role.VIEWER)
  public Response one(@PathParam("id") String id, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return pages.show(
        visit,
        Page.Section.REPORTS,
        "reports.run",
        "report",
        shown(named(id), Said.NOTHING, visit));
  }

  /** The same page for who said something of the report that cannot be kept so. */
  public Response again(String id, Said said, Visit visit) {
    return pages.showAgain(
        visit, Page.Section.REPORTS, "reports.run", "report", shown(named(id), said, visit));
  }

  /**
   * Which changes of the data behind a report that waits for a decision whoever sees it now has
   * seen; empty when there are none.
   */
  public String dataMark(String id) {
    Run run = named(id);
    return LaterData.mark(laterData(run, steps.of(run)));
  }

  private List<LaterData.Change> laterData(Run run, List<RunStep> life) {
    return RunSteps.isWaiting(life) ? laterData.since(run) : List.of();
  }

  private Shown shown(Run run, Said said, Visit visit) {
    List<RunStep> life = steps.of(run);
    return new Shown(
        run,
        workspace.clients().named(run.client()),
        ReportTitles.in(workspace, visit.language().locale()).of(run.report()),
        files.overview(run, visit.language()),
        life,
        findings.of(run.id()),
        laterWords(run),
        laterData(run, life),
        recipients.apply(run),
        said);
  }

  private Optional<SectionCommentary> laterWords(Run run) {
    return run.state() != Run.State.READY
        ? Optional.empty()
        : workspace
            .commentaries()
            .latest(new WordsOf(run.client(), run.report(), run.period(), run.locale()))
            .filter(words -> run.startedAt().filter(words.at()::isAfter).isPresent());
  }

  /**
   * The issue as a page; who may not manage is not shown here which files its figures came from.
   * The PDF and the workbook, which are the same for everybody, name them.
   */
  @GET
  @Download
  @Path("{id}/page")
  @Requires(Role.STAKEHOLDER)
  public Response page(@PathParam("id") String id, @Context SecurityContext security) {
    return files
        .page(named(id), !Visit.of(security).mayManage())
        .map(
            page ->
                Response.ok(page, MediaType.TEXT_HTML + ";charset=UTF-8")
                    .header(SecurityHeaders.POLICY_HEADER, SecurityHeaders.WITH_PICTURES)
                    .build())
        .orElseThrow(
            () ->
                Problem.missing(
                    "This run has no page. It is not ready, or was made by an earlier version; run"
                        + " the report again."));
  }

  @GET
  @Download
  @Path("{id}/{format:pdf|xlsx}")
  @Requires(Role.STAKEHOLDER)
  public Response file(
      @PathParam("id") String id, @PathParam("format") String format, @Context Request request) {
    return downloads.file(named(id), format, request);
  }
}
