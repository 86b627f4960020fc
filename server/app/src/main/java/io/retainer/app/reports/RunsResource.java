package io.retainer.app.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Download;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Report templates, and runs of them.
 *
 * <p>A run is queued, running, ready or failed (then {@code reason} says why). Ask for it again
 * until it is one of the last two.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class RunsResource {

  private final Workspace workspace;
  private final RunQueue queue;
  private final Runs runs;
  private final RunSteps steps;
  private final RunFindings findings;
  private final Downloads downloads;
  private final UnaryOperator<String> held;

  /**
   * @param held why a run waits, in words, by what its step notes
   */
  public RunsResource(
      Workspace workspace,
      RunQueue queue,
      Runs runs,
      RunSteps steps,
      RunFindings findings,
      RunFiles files,
      UnaryOperator<String> held) {
    this.held = held;
    this.findings = findings;
    this.steps = steps;
    this.workspace = workspace;
    this.queue = queue;
    this.runs = runs;
    this.downloads = new Downloads(files);
  }

  /** The templates, and what is wrong with those that cannot be used. */
  @GET
  @Path("/reports")
  @Requires(Role.VIEWER)
  public String reports() {
    ObjectNode json = Json.object();
    json.set("reports", Json.array(workspace.reports().templates(), RunJson::of));
    json.set("problems", Json.array(workspace.reports().problems(), Json::text));
    return Json.text(json);
  }

  /**
   * Asks for a run: {@code {"client": "nordic-outdoor", "report": "monthly-performance", "period":
   * "2026-10", "locale": "fi", "formats": ["pdf", "xlsx"]}}. Locale is the client's and formats are
   * both unless said. Answers 202 with the run.
   */
  @POST
  @Path("/runs")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response run(String body, @Context SecurityContext security) {
    RunRequest request = request(JsonInput.parse(body));
    try {
      Run run = queue.submit(request, Visit.of(security).getName());
      return Response.accepted(Json.text(RunJson.of(run)))
          .location(URI.create("/api/v1/runs/" + run.id()))
          .build();
    } catch (QueueFullException e) {
      throw Problem.tooMany(e.getMessage());
    }
  }

  private RunRequest request(JsonInput input) {
    Optional<ClientId> client = input.read(input.required("client"), ClientId::new);
    String report = input.required("report");
    Optional<Period> period = input.read(input.required("period"), Period::parse);
    Optional<Locale> locale = input.read(input.text("locale").orElse(""), Language::ofReports);
    Set<ReportFormat> formats = formats(input);
    if (!report.isEmpty()) {
      known(report).ifPresent(input::problem);
    }
    input.check();
    return new RunRequest(client.orElseThrow(), report, period.orElseThrow(), locale, formats);
  }

  /** Both formats unless the program names some. */
  public static Set<ReportFormat> formats(JsonInput input) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String word : input.texts("formats")) {
      ReportFormat.of(word)
          .ifPresentOrElse(
              formats::add,
              () -> input.problem("\"formats\" are \"pdf\" and \"xlsx\", saw \"" + word + "\""));
    }
    return formats.isEmpty() ? EnumSet.allOf(ReportFormat.class) : formats;
  }

  private Optional<String> known(String report) {
    List<String> ids = workspace.reports().templates().stream().map(ReportTemplate::id).toList();
    return ids.contains(report)
        ? Optional.empty()
        : Optional.of("There is no report \"" + report + "\"; there are " + ids);
  }

  /** The latest runs, newest first. */
  @GET
  @Path("/runs")
  @Requires(Role.STAKEHOLDER)
  public String list(
      @QueryParam("client") String client,
      @QueryParam("state") String state,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    ObjectNode json = Json.object();
    json.set(
        "runs",
        Json.array(
            runs.latest(
                Optional.ofNullable(client).map(RunsResource::clientId),
                Optional.ofNullable(state).map(RunsResource::state),
                Input.limit(limit)),
            RunJson::of));
    return Json.text(json);
  }

  /**
   * A run, with its {@code steps}: planned, computed (or failed), checked (or empty), held,
   * approved, addressed, rejected, issued, readdressed, withdrawn, sent, superseded, to whom it was
   * shown (tested, shown), and what people wrote (commented), each with who and when; and its
   * {@code findings}: what the gates saw. Who reads only what went out is not told how it came
   * about.
   */
  @GET
  @Path("/runs/{id}")
  @Requires(Role.STAKEHOLDER)
  public String one(@PathParam("id") String id, @Context SecurityContext security) {
    Run run = existing(id);
    if (!Visit.of(security).looks()) {
      return Json.text(RunJson.of(run));
    }
    return Json.text(RunJson.of(run, steps.of(run), findings.of(id), held));
  }

  /** The file's bytes, with its name and hash in the headers. */
  @GET
  @Download
  @Path("/runs/{id}/files/{format}")
  @Requires(Role.STAKEHOLDER)
  @Produces(MediaType.WILDCARD)
  public Response file(
      @PathParam("id") String id, @PathParam("format") String format, @Context Request request) {
    return downloads.file(existing(id), format, request);
  }

  private Run existing(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no run " + id + "."));
  }

  private static ClientId clientId(String text) {
    try {
      return new ClientId(text);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage());
    }
  }

  private static Run.State state(String word) {
    try {
      return Run.State.of(word);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
          "\"" + word + "\" is no state of a run; there are queued, running, ready and failed.");
    }
  }
}
