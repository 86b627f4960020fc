package io.retainer.app.schedules;

import io.retainer.app.deliveries.CopyDesk;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.ReportsPages;
import io.retainer.app.shell.ChangesNothing;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A schedule in the browser: what goes out next and what went out; the forms that add and change
 * one.
 */
@Path("/schedules")
public final class SchedulesPages {

  private static final int SHOWN = 5;

  private final Workspace workspace;
  private final Occurrences occurrences;
  private final ScheduleDesk desk;
  private final ScheduleRuns runs;
  private final CopyDesk copies;
  private final Pages pages;

  public SchedulesPages(
      Workspace workspace,
      Occurrences occurrences,
      ScheduleDesk desk,
      ScheduleRuns runs,
      CopyDesk copies,
      Pages pages) {
    this.copies = copies;
    this.runs = runs;
    this.workspace = workspace;
    this.occurrences = occurrences;
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param report its title
   * @param problem why something was not done; empty otherwise
   * @param next of a paused one, if it were resumed now
   * @param skipped the next periods that its rule leaves out
   * @param doubled who gets the same report by another schedule too
   * @param isReportGone whether nothing can be made before its template is there again
   * @param now what has its time before may not be taken in again, only be made
   * @param again the period that may be delivered once more; empty when nobody asked
   * @param colleagues addresses to which a test may go, one's own first
   */
  public record One(
      Schedule schedule,
      Client client,
      String report,
      boolean isReportGone,
      List<Schedule.Time> next,
      List<Period> skipped,
      List<ScheduleDesk.Doubled> doubled,
      List<Occurrence> occurrences,
      Period lastClosed,
      Instant now,
      String problem,
      Optional<Period> again,
      List<String> colleagues) {

    /** It was left out and its time is still to come. */
    public boolean mayBeTakenIn(Occurrence each) {
      return each.state() == Occurrence.State.SKIPPED && each.plannedFor().isAfter(now);
    }

    /** Nothing went out, and nothing has become of its period since: somebody may have it made. */
    public boolean mayBeMade(Occurrence each) {
      boolean isOpen =
          each.state() == Occurrence.State.HELD
              || each.isWaiting()
              || each.isStoppedBy(schedule)
              || each.state() == Occurrence.State.REJECTED
              || each.state() == Occurrence.State.SKIPPED && !mayBeTakenIn(each);
      return isOpen && isLatest(each);
    }

    /** Of what may be made, what waits for somebody to say so; the rest is decided. */
    public boolean mayBeLeftOut(Occurrence each) {
      return mayBeMade(each)
          && each.state() != Occurrence.State.SKIPPED
          && each.state() != Occurrence.State.REJECTED;
    }

    /** It went out: somebody may have it made anew and delivered once more. */
    public boolean mayBeRepeated(Occurrence each) {
      boolean isOut =
          each.state() == Occurrence.State.SENT || each.state() == Occurrence.State.FAILED;
      return isOut && isLatest(each);
    }

    /** Whether nothing was made in its place. */
    public boolean isLatest(Occurrence each) {
      return later(each).findAny().isEmpty();
    }

    /** Whether it was delivered, and a later one too. */
    public boolean isSuperseded(Occurrence each) {
      return each.state().isHandedOver()
          && later(each).anyMatch(other -> other.state().isHandedOver());
    }

    private Stream<Occurrence> later(Occurrence each) {
      return occurrences.stream()
          .filter(other -> other.period().equals(each.period()))
          .filter(other -> other.repetition() > each.repetition());
    }
  }

  /**
   * @param id empty for a new one
   * @param owner whose it is and stays; empty for a new one
   * @param countries whose public holidays are known
   * @param trial what it would bring; empty when nobody asked
   * @param problem what cannot be used, where it is of no field
   * @param wrong by the field that it stands in what cannot be used
   */
  public record Editing(
      String id,
      Optional<Client> owner,
      ScheduleForm form,
      List<Client> clients,
      List<ReportsPages.Choice> reports,
      List<String> countries,
      Optional<ScheduleTrial> trial,
      String problem,
      Map<String, String> wrong) {}

  @GET
  @Path("{id}")
  @Requires(Role.VIEWER)
  public Response one(@PathParam("id") String id, @Context SecurityContext security) {
    return one(id, "", Optional.empty(), pages::show, Visit.of(security));
  }

  /** The ways a page is shown: at first, or again with what is to be corrected. */
  private interface Showing {
    Response show(Visit visit, Page.Section section, String titleKey, String template, Object view);
  }

  private Response one(
      String id, String problem, Optional<Period> again, Showing showing, Visit visit) {
    Schedule schedule = found(() -> desk.existing(id));
    String report = ReportTitles.in(workspace, visit.language().locale()).of(schedule.report());
    return showing.show(
        visit,
        Page.Section.SCHEDULES,
        "schedules.one",
        "schedule",
        new One(
            schedule,
            desk.client(schedule),
            report,
            desk.lacksTemplate(schedule),
            desk.coming(schedule, SHOWN),
            desk.skipped(schedule, desk.client(schedule)),
            desk.doubled(schedule),
            occurrences.of(id),
            desk.lastClosed(schedule),
            workspace.clock().instant(),
            problem,
            again,
            copies.choices(visit.getName())));
  }

  @GET
  @Path("new")
  @Requires(Role.MANAGER)
  public Response blank(@QueryParam("client") String client, @Context SecurityContext security) {
    ScheduleForm form = ScheduleForm.blank(client == null ? "" : client);
    return edit("", form, Asked.NOTHING, pages::show, Visit.of(security));
  }

  @GET
  @Path("{id}/edit")
  @Requires(Role.MANAGER)
  public Response edit(@PathParam("id") String id, @Context SecurityContext security) {
    ScheduleForm form = ScheduleForm.of(found(() -> desk.existing(id)));
    return edit(id, form, Asked.NOTHING, pages::show, Visit.of(security));
  }

  /** What became of a form that was sent. */
  private record Asked(Optional<ScheduleTrial> trial, String problem, Map<String, String> wrong) {

    static final Asked NOTHING = new Asked(Optional.empty(), "", Map.of());

    static Asked of(RuntimeException refused) {
      return refused instanceof FieldProblem field
          ? new Asked(Optional.empty(), "", Map.of(field.field(), field.getMessage()))
          : new Asked(Optional.empty(), refused.getMessage(), Map.of());
    }
  }

  private Response edit(String id, ScheduleForm form, Asked asked, Showing showing, Visit visit) {
    return showing.show(
        visit,
        Page.Section.SCHEDULES,
        id.isEmpty() ? "schedules.new" : "schedules.edit",
        "schedule-edit",
        new Editing(
            id,
            id.isEmpty() ? Optional.empty() : Optional.of(desk.client(desk.existing(id))),
            form,
            workspace.clients().all(),
            ReportsPages.choices(workspace, visit.language().locale()),
            Holidays.countries(),
            asked.trial(),
            asked.problem(),
            asked.wrong()));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return keep("", body, visit, values -> desk.add(values, visit.getName()));
  }

  @POST
  @Path("{id}/edit")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    return keep(id, body, Visit.of(security), values -> found(() -> desk.change(id, values)));
  }

  private Response keep(
      String id, String body, Visit visit, Function<ScheduleValues, Schedule> keeping) {
    ScheduleForm form = ScheduleForm.of(Form.parse(body));
    boolean enabled = id.isEmpty() || found(() -> desk.existing(id)).enabled();
    try {
      return to(keeping.apply(form.values(enabled)).id());
    } catch (IllegalArgumentException | UnknownClientException e) {
      return edit(id, form, Asked.of(e), pages::showAgain, visit);
    }
  }

  /** When one would come that is not saved yet, and for what. */
  @POST
  @Path("new")
  @Requires(Role.MANAGER)
  @ChangesNothing
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response timesOfNew(String body, @Context SecurityContext security) {
    return tried("", body, Visit.of(security));
  }

  /** The same of one that is changed. */
  @POST
  @Path("{id}/times")
  @Requires(Role.MANAGER)
  @ChangesNothing
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response times(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    return tried(id, body, Visit.of(security));
  }

  /** Where the page of its times is opened anew, as in another language. */
  @GET
  @Path("{id}/times")
  @Requires(Role.MANAGER)
  public Response asSaved(@PathParam("id") String id) {
    return Response.seeOther(URI.create("/schedules/" + id + "/edit")).build();
  }

  private Response tried(String id, String body, Visit visit) {
    ScheduleForm form = ScheduleForm.of(Form.parse(body));
    boolean enabled = id.isEmpty() || found(() -> desk.existing(id)).enabled();
    try {
      ScheduleTrial trial = desk.tried(id, form.values(enabled), SHOWN);
      return edit(id, form, new Asked(Optional.of(trial), "", Map.of()), pages::show, visit);
    } catch (IllegalArgumentException | UnknownClientException e) {
      return edit(id, form, Asked.of(e), pages::showAgain, visit);
    }
  }

  /** Issues the last closed period now; asks back when recipients have it already. */
  @POST
  @Path("{id}/run")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response run(@PathParam("id") String id, String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    Period period =
        form.text("period").isEmpty()
            ? desk.lastClosed(found(() -> desk.existing(id)))
            : Input.value(form.text("period"), Period::parse);
    try {
      runs.run(
          id,
          Optional.of(period),
          form.text("again").equals("yes"),
          visit.getName(),
          form.text("reason"));
      return to(id);
    } catch (Refusal e) {
      Optional<Period> again = Optional.of(period).filter(any -> e.kind() == Refusal.Kind.OUT);
      return one(id, again.isEmpty() ? e.getMessage() : "", again, pages::showAgain, visit);
    } catch (IllegalArgumentException e) {
      return one(id, e.getMessage(), Optional.empty(), pages::showAgain, visit);
    }
  }

  /** Leaves out a period that is still to come, waits or is held, or takes it in again. */
  @POST
  @Path("{id}/skip")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response skip(@PathParam("id") String id, String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    Period period = Input.value(form.text("period"), Period::parse);
    return found(
        () -> {
          if (form.text("skip").equals("no")) {
            desk.unskip(id, period);
          } else {
            desk.skip(id, period, Visit.of(security).getName());
          }
          return to(id);
        });
  }

  @POST
  @Path("{id}/switch")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response pauseOrResume(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Schedule schedule = found(() -> desk.existing(id));
    try {
      desk.change(id, ScheduleValues.of(schedule, !schedule.enabled()));
      return to(id);
    } catch (IllegalArgumentException e) {
      return one(id, e.getMessage(), Optional.empty(), pages::showAgain, Visit.of(security));
    }
  }

  @POST
  @Path("{id}/remove")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    found(() -> desk.existing(id));
    desk.remove(id, Visit.of(security).getName());
    return Response.seeOther(URI.create("/schedules")).build();
  }

  private static Response to(String id) {
    return Response.seeOther(URI.create("/schedules/" + id)).build();
  }

  private static <T> T found(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refusal e) {
      throw SchedulesResource.problem(e);
    }
  }
}
