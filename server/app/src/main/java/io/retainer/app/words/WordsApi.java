package io.retainer.app.words;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.commentary.CommentaryDesk;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What people write into the reports of a client, for programs. */
@Path("/api/v1/clients/{client}/words/{report}/{period}")
@Produces(MediaType.APPLICATION_JSON)
public final class WordsApi {

  private final Workspace workspace;

  public WordsApi(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * All sections of the report with what is computed, what was written, and the figures that have
   * changed since. The section {@code _summary} stands before the others.
   */
  @GET
  @Requires(Role.VIEWER)
  public String read(
      @PathParam("client") String client,
      @PathParam("report") String report,
      @PathParam("period") String period,
      @QueryParam("language") @DefaultValue("") String language) {
    return Json.text(WordsJson.of(desk(client, report, period, language)));
  }

  /** One section, with every version of its words. */
  @GET
  @Path("{section}")
  @Requires(Role.VIEWER)
  public String section(
      @PathParam("client") String client,
      @PathParam("report") String report,
      @PathParam("period") String period,
      @PathParam("section") String section,
      @QueryParam("language") @DefaultValue("") String language) {
    return Json.text(WordsJson.whole(section(desk(client, report, period, language), section)));
  }

  /**
   * Says all words of a section anew: {@code {"version": 2, "above": "…", "below": "…", "findings":
   * [{"id": "headline", "treatment": "reworded", "text": "…"}]}}. A treatment is {@code kept},
   * {@code reworded} or {@code left-out}; findings that are not named are kept. With a version that
   * is not in force any more nothing is saved (409); without one, whatever is in force is replaced.
   */
  @PUT
  @Path("{section}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String write(
      @PathParam("client") String client,
      @PathParam("report") String report,
      @PathParam("period") String period,
      @PathParam("section") String section,
      @QueryParam("language") @DefaultValue("") String language,
      String body,
      @Context SecurityContext security) {
    CommentaryDesk desk = desk(client, report, period, language);
    int inForce = section(desk, section).words().version();
    JsonInput input = JsonInput.parse(body);
    var typed =
        new CommentaryDesk.Typed(
            input.number("version").orElse(inForce),
            input.text("above").orElse(""),
            input.text("below").orElse(""),
            rewordings(input),
            true);
    input.mayHave("section", "title", "writtenBy", "writtenAt", "changedSince", "history");
    input.check();
    try {
      desk.write(Map.of(section, typed), Visit.of(security).getName());
    } catch (CommentaryDesk.Overtaken e) {
      throw Problem.conflict(e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    }
    return Json.text(WordsJson.whole(section(desk, section)));
  }

  private static Map<String, Optional<String>> rewordings(JsonInput input) {
    Map<String, Optional<String>> rewordings = new LinkedHashMap<>();
    for (JsonInput finding : input.objects("findings")) {
      String id = finding.required("id");
      String treatment = finding.text("treatment").orElse(WordsForm.KEPT);
      Optional<String> text = finding.text("text");
      finding.mayHave("computed", "fixed");
      switch (treatment) {
        case WordsForm.KEPT -> {}
        case WordsForm.LEFT_OUT -> rewordings.put(id, Optional.empty());
        case WordsForm.REWORDED -> rewordings.put(id, Optional.of(text.orElse("")));
        default ->
            finding.problem(
                "\"treatment\" is kept, reworded or left-out, saw \"" + treatment + "\"");
      }
    }
    return rewordings;
  }

  private static CommentaryDesk.Desk section(CommentaryDesk desk, String section) {
    try {
      return desk.desk(section);
    } catch (IllegalArgumentException e) {
      throw Problem.missing(e.getMessage() + ".");
    }
  }

  private CommentaryDesk desk(String client, String report, String period, String language) {
    Client owner = workspace.clients().named(Input.value(client, ClientId::new));
    return WordsPages.desk(workspace, owner, report, period, language);
  }
}
