package io.retainer.app.sources;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.workspace.pull.PullSource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A client's sources: how each is, what a manager does with it, and the form that adds one. */
@Path("/clients/{client}/sources")
public final class SourcesPages {

  private final SourceDesk desk;
  private final Pages pages;

  public SourcesPages(SourceDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param typed what is in the form; never a credential
   * @param problem what to correct, in English as the API says it; empty usually
   * @param tested what has just answered
   */
  public record Board(
      Client client,
      List<Line> lines,
      List<Choice> platforms,
      Typed typed,
      String problem,
      Optional<Line> tested) {}

  /**
   * @param next when it is asked next; empty while it is paused
   * @param isSoon whether that is with the clock's next look
   * @param pulling the first of the days that are asked for now
   */
  public record Line(
      PullSource source,
      String title,
      Optional<Instant> next,
      boolean isSoon,
      Optional<LocalDate> pulling) {

    /** The word of its state in the texts. */
    public String state() {
      if (pulling.isPresent()) {
        return "pulling";
      }
      if (source.isPaused()) {
        return "paused";
      }
      if (source.problem().isPresent()) {
        return "stopped";
      }
      return source.askedAt().isPresent() ? "done" : "new";
    }
  }

  public record Choice(String id, String title) {}

  /** What somebody typed, without the credential. */
  public record Typed(String platform, String account, String from, String lookBack) {
    static final Typed NOTHING = new Typed("", "", "", "");
  }

  @GET
  @Requires(Role.MANAGER)
  public Response show(@PathParam("client") String id, @Context SecurityContext security) {
    return answer(Visit.of(security), view(desk.client(id), Typed.NOTHING, "", Optional.empty()));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(
      @PathParam("client") String id, String body, @Context SecurityContext security) {
    Client client = desk.client(id);
    Form form = Form.parse(body);
    var typed =
        new Typed(
            form.text("platform"), form.text("account"), form.text("from"), form.text("lookBack"));
    try {
      desk.add(
          client,
          typed.platform(),
          typed.account(),
          form.text("credential"),
          typed.from(),
          Input.value(typed.lookBack(), SourceDesk::days));
      return to(id);
    } catch (Problem e) {
      return again(Visit.of(security), view(client, typed, e.getMessage(), Optional.empty()));
    }
  }

  @POST
  @Path("{source}/test")
  @Requires(Role.MANAGER)
  public Response test(
      @PathParam("client") String id,
      @PathParam("source") String source,
      @Context SecurityContext security) {
    Client client = desk.client(id);
    PullSource asked = desk.source(id, source);
    try {
      desk.test(asked);
      var view = view(client, Typed.NOTHING, "", Optional.of(line(asked)));
      return answer(Visit.of(security), view);
    } catch (Problem e) {
      var view = view(client, Typed.NOTHING, e.getMessage(), Optional.empty());
      return again(Visit.of(security), view);
    }
  }

  @POST
  @Path("{source}/pull")
  @Requires(Role.MANAGER)
  public Response pull(@PathParam("client") String id, @PathParam("source") String source) {
    desk.pull(desk.source(id, source));
    return to(id);
  }

  @POST
  @Path("{source}/pause")
  @Requires(Role.MANAGER)
  public Response pause(@PathParam("client") String id, @PathParam("source") String source) {
    desk.puller().pause(desk.source(id, source).id(), true);
    return to(id);
  }

  @POST
  @Path("{source}/resume")
  @Requires(Role.MANAGER)
  public Response resume(@PathParam("client") String id, @PathParam("source") String source) {
    desk.puller().pause(desk.source(id, source).id(), false);
    return to(id);
  }

  @POST
  @Path("{source}/remove")
  @Requires(Role.MANAGER)
  public Response remove(@PathParam("client") String id, @PathParam("source") String source) {
    desk.puller().remove(desk.source(id, source).id());
    return to(id);
  }

  Board view(Client client, Typed typed, String problem, Optional<Line> tested) {
    return new Board(
        client,
        desk.of(client).stream().map(this::line).toList(),
        desk.puller().platforms().stream()
            .map(kind -> new Choice(kind, desk.puller().title(kind)))
            .toList(),
        typed,
        problem,
        tested);
  }

  private Line line(PullSource source) {
    Optional<Instant> next = desk.puller().next(source);
    return new Line(
        source,
        desk.puller().title(source),
        next,
        next.filter(at -> !at.isAfter(desk.now())).isPresent(),
        desk.puller().running(source.id()));
  }

  private Response answer(Visit visit, Board view) {
    return pages.show(visit, Page.Section.CLIENTS, "sources.title", "sources", view);
  }

  private Response again(Visit visit, Board view) {
    return pages.showAgain(visit, Page.Section.CLIENTS, "sources.title", "sources", view);
  }

  private static Response to(String client) {
    return Response.seeOther(URI.create("/clients/" + client + "/sources")).build();
  }
}
