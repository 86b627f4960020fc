package io.retainer.app.destinations;

import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.destinations.WantedDestination;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where reports go besides mailboxes: what there is, whether it works, and the form for more. */
@Path("/destinations")
public final class DestinationsPages {

  /** What may be added here: the rest is the operator's. */
  private static final List<String> KINDS = List.of("sftp", "webhook", "telegram", "slack");

  private final DestinationDesk desk;
  private final Pages pages;

  public DestinationsPages(DestinationDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param problem what to correct, in English as the API says it; empty usually
   * @param shownKey which an SFTP server shows, for somebody to compare
   * @param used what somebody wanted to remove, and who sends there
   */
  public record Board(
      List<DestinationDesk.Line> lines,
      List<String> kinds,
      Typed typed,
      String problem,
      Optional<String> shownKey,
      Optional<Tested> tested,
      Optional<Used> used) {

    Board with(Used other) {
      return new Board(lines, kinds, typed, problem, shownKey, tested, Optional.of(other));
    }
  }

  /** A destination that schedules send to. */
  public record Used(String recipient, List<Sender> senders) {}

  /** A schedule, in words. */
  public record Sender(String schedule, String client, String report) {}

  /** What became of a test. */
  public record Tested(String recipient, Outcome outcome) {}

  /** What somebody typed, without the secret. */
  public record Typed(String name, String kind, String target, String clients, String hostKey) {
    static final Typed NOTHING = new Typed("", "sftp", "", "", "");

    static Typed of(Form form) {
      return new Typed(
          form.text("name"),
          form.text("kind"),
          form.text("target"),
          form.text("clients"),
          form.text("host-key"));
    }

    Typed withKey(String key) {
      return new Typed(name, kind, target, clients, key);
    }
  }

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    return pages.show(
        Visit.of(security),
        Page.Section.DELIVERIES,
        "destinations.title",
        "destinations",
        board(Typed.NOTHING, desk.problem()));
  }

  @POST
  @OfAllClients
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    Typed typed = Typed.of(form);
    try {
      var wanted =
          new WantedDestination(
              typed.name(),
              DestinationDesk.kind(typed.kind()),
              typed.target(),
              words(typed.clients()),
              words(typed.hostKey()),
              form.raw("secret"));
      desk.add(wanted, visit.getName());
      return back();
    } catch (DestinationDesk.UnconfirmedKeyException e) {
      var view =
          new Board(
              desk.list(),
              KINDS,
              typed.withKey(e.key()),
              "",
              Optional.of(e.key()),
              Optional.empty(),
              Optional.empty());
      return again(visit, view);
    } catch (Problem | UnknownClientException e) {
      return again(visit, board(typed, e.getMessage()));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  @POST
  @Path("{recipient}/test")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response test(
      @PathParam("recipient") String recipient, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    var tested = new Tested(recipient, desk.test(recipient, visit.language()));
    return pages.show(
        visit,
        Page.Section.DELIVERIES,
        "destinations.title",
        "destinations",
        new Board(
            desk.list(),
            KINDS,
            Typed.NOTHING,
            desk.problem(),
            Optional.empty(),
            Optional.of(tested),
            Optional.empty()));
  }

  @POST
  @Path("{recipient}/pause")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response pause(
      @PathParam("recipient") String recipient, @Context SecurityContext security) {
    desk.pause(recipient, Visit.of(security).getName());
    return back();
  }

  @POST
  @Path("{recipient}/resume")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response resume(@PathParam("recipient") String recipient) {
    desk.resume(recipient);
    return back();
  }

  @POST
  @Path("{recipient}/remove")
  @OfAllClients
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("recipient") String recipient, String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    try {
      desk.remove(recipient, Form.parse(body).text("force").equals("yes"));
      return back();
    } catch (DestinationDesk.InUseException e) {
      ReportTitles titles = desk.titles(visit.language());
      List<Sender> senders =
          e.uses().stream()
              .map(
                  use ->
                      new Sender(
                          use.schedule(), desk.nameOf(use.client()), titles.of(use.report())))
              .toList();
      return again(visit, board(Typed.NOTHING, desk.problem()).with(new Used(recipient, senders)));
    }
  }

  private Board board(Typed typed, String problem) {
    return new Board(
        desk.list(), KINDS, typed, problem, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Response again(Visit visit, Board view) {
    return pages.showAgain(
        visit, Page.Section.DELIVERIES, "destinations.title", "destinations", view);
  }

  private static Response back() {
    return Response.seeOther(URI.create("/destinations")).build();
  }
}
