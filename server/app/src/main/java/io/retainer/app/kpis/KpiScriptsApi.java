package io.retainer.app.kpis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.ChangesNothing;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiHistory.Version;
import io.retainer.kpi.KpiProblem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import io.retainer.workspace.KpiSaving;
import io.retainer.workspace.KpiSaving.Outcome;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.EffectJson;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.KpiJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Definitions of KPIs for programs: read, checked, saved. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class KpiScriptsApi {

  private final Workspace workspace;
  private final DraftCheck drafts;

  public KpiScriptsApi(Workspace workspace, DraftCheck drafts) {
    this.workspace = workspace;
    this.drafts = drafts;
  }

  /** What the language of definitions consists of, for editors that complete words. */
  @GET
  @Path("kpi-vocabulary")
  @Requires(Role.VIEWER)
  public String vocabulary() {
    return Json.text(VocabularyJson.of(workspace.scripts().definitions()));
  }

  @GET
  @Path("kpis/{kpi}")
  @Requires(Role.VIEWER)
  public String read(@PathParam("kpi") String kpi) {
    KpiId id = Input.value(kpi, KpiId::new);
    return workspace
        .saving()
        .inForce(id)
        .map(now -> Json.text(json(now)))
        .orElseThrow(() -> Problem.missing("There is no KPI \"" + kpi + "\"."));
  }

  /** Every version that was in force, the first one first. */
  @GET
  @Path("kpis/{kpi}/versions")
  @Requires(Role.VIEWER)
  public String versions(@PathParam("kpi") String kpi) {
    KpiId id = Input.value(kpi, KpiId::new);
    workspace.scripts().refresh();
    return Json.text(Json.array(workspace.history().of(id), KpiScriptsApi::json));
  }

  /** Saves a definition; it is in force when this answers. */
  @PUT
  @Path("kpis/{kpi}")
  @Requires(Role.AUTHOR)
  @OfAllClients
  @Consumes(MediaType.APPLICATION_JSON)
  public String save(@PathParam("kpi") String kpi, String body, @Context SecurityContext security) {
    KpiId id = Input.value(kpi, KpiId::new);
    JsonInput input = JsonInput.parse(body);
    String text = input.required("text");
    String basis = input.text("basis").orElse(KpiSaving.NOTHING);
    String stage = Stages.known(input.text("stage").orElse(""));
    input.check();
    String author = Visit.of(security).getName();
    Outcome outcome = workspace.saving().save(id, text, basis, stage, author);
    if (outcome instanceof Outcome.Saved saved) {
      return Json.text(json(saved.now()));
    }
    if (outcome instanceof Outcome.Refused refused) {
      throw Problem.impossible(
          refused.problems().stream().map(KpiProblem::toString).collect(Collectors.joining("\n")));
    }
    throw Problem.conflict(
        basis.isEmpty()
            ? "There is a KPI \"" + kpi + "\". Read it, and send its \"basis\" with the change."
            : "Somebody has saved another definition meanwhile. Read it, and send its \"basis\".");
  }

  /** Tries a definition as saving does, and saves nothing. */
  @POST
  @Path("kpi-checks")
  @ChangesNothing
  @Requires(Role.AUTHOR)
  @Consumes(MediaType.APPLICATION_JSON)
  public String check(String body) {
    JsonInput input = JsonInput.parse(body);
    String text = input.required("text");
    Optional<String> client = input.text("client");
    Optional<String> period = input.text("period");
    input.check();
    if (client.isPresent() != period.isPresent()) {
      throw Problem.invalid("\"client\" and \"period\" belong together.");
    }
    Optional<DraftCheck.Of> of =
        client.map(
            id -> new DraftCheck.Of(named(id), Input.value(period.orElseThrow(), Period::parse)));
    return Json.text(json(drafts.check(KpiSaving.normal(text), of)));
  }

  /** Shows what a definition would change in past periods, and saves nothing. */
  @POST
  @Path("kpi-effects")
  @ChangesNothing
  @Requires(Role.AUTHOR)
  @Consumes(MediaType.APPLICATION_JSON)
  public String effect(String body) {
    JsonInput input = JsonInput.parse(body);
    String text = input.required("text");
    List<String> clients = input.texts("clients");
    List<String> periods = input.texts("periods");
    input.check();
    DraftCheck.Effect effect =
        drafts.effect(
            KpiSaving.normal(text),
            clients.stream().map(this::named).toList(),
            periods.stream().map(period -> Input.value(period, Period::parse)).toList());
    ObjectNode json = Json.object();
    json.set("problems", Json.array(effect.problems(), KpisApi::json));
    json.set("changed", Json.array(effect.changed(), KpiJson::of));
    json.set("rows", Json.array(effect.rows(), EffectJson::of));
    return Json.text(json);
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }

  private static ObjectNode json(DraftCheck.Checked checked) {
    ObjectNode json = Json.object();
    json.set("problems", Json.array(checked.problems(), KpisApi::json));
    json.set(
        "examples",
        Json.array(
            checked.examples(),
            example ->
                Json.object()
                    .put("title", example.title())
                    .put("line", example.line())
                    .put("column", example.column())
                    .put("passed", example.passed())
                    .put("expected", example.expected())
                    .put("was", example.was())));
    json.set("kpis", Json.array(checked.kpi().stream().toList(), KpiJson::of));
    json.set("inForce", Json.array(checked.inForce().stream().toList(), KpiJson::of));
    json.set("figures", Json.array(checked.figure().stream().toList(), KpiJson::of));
    return json;
  }

  private static ObjectNode json(KpiDefinition kpi) {
    return KpiJson.of(kpi.descriptor())
        .put("script", kpi.file())
        .put("line", kpi.line())
        .put("text", kpi.text())
        .put("basis", KpiSaving.basis(kpi));
  }

  private static ObjectNode json(Version version) {
    return Json.object()
        .put("version", version.version())
        .put("at", version.at().toString())
        .put("saved", version.saved().toString())
        .put("author", version.author())
        .put("script", version.script())
        .put("text", version.text());
  }
}
