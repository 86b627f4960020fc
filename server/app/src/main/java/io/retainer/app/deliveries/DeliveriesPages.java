package io.retainer.app.deliveries;

import io.retainer.app.audit.AuditedParts;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The delivery log: what was sent, to whom, when and with what result. */
@Path("/deliveries")
public final class DeliveriesPages {

  private final Workspace workspace;
  private final Deliveries deliveries;
  private final Postman postman;
  private final WaitingMails waiting;
  private final Readdressing readdressing;
  private final FailedMails failed;
  private final DeliveryLog log;
  private final MailSettings settings;
  private final Supplier<Optional<ImapLook>> bounces;
  private final Pages pages;

  /**
   * @param bounces how the last look into the mailbox of bounces went; empty without one
   */
  public DeliveriesPages(
      Workspace workspace,
      Deliveries deliveries,
      Runs runs,
      Postman postman,
      WaitingMails waiting,
      Readdressing readdressing,
      FailedMails failed,
      MailSettings settings,
      Supplier<Optional<ImapLook>> bounces,
      Pages pages) {
    this.workspace = workspace;
    this.deliveries = deliveries;
    this.postman = postman;
    this.waiting = waiting;
    this.readdressing = readdressing;
    this.failed = failed;
    this.log = new DeliveryLog(workspace, deliveries, failed, runs);
    this.settings = settings;
    this.bounces = bounces;
    this.pages = pages;
  }

  /**
   * @param isOutdated whether a later report has taken its place, so that nobody need do anything
   * @param isSlow whether it is being sent for so long that a reader asks since when
   */
  public record Line(
      Delivery delivery, Run run, Client client, boolean isOutdated, boolean isSlow) {}

  /**
   * What somebody has just asked for.
   *
   * @param readdressed what went to another address
   * @param retried what became of all that failed
   * @param wrong what could not be done; it stands at its mail
   */
  public record Asked(
      Optional<Readdressing.Readdressed> readdressed,
      Optional<FailedMails.Retried> retried,
      Optional<Wrong> wrong) {

    /** What answers a form is not loaded again by itself: that would send the form again. */
    boolean isForm() {
      return retried.isPresent() || wrong.isPresent();
    }
  }

  /**
   * Another address that cannot be used.
   *
   * @param typed as it was typed
   * @param inSchedule whether the schedule was to have it too
   */
  public record Wrong(String delivery, String typed, boolean inSchedule, String why) {}

  /**
   * @param client and run and state: what the list is narrowed to; empty for all
   * @param failed what of it may be sent again together
   * @param folder where mails go without a mail server; empty with one
   * @param bounces how the last look into their mailbox went; empty without one
   * @param busy whether a mail is about to leave
   */
  public record Log(
      List<Line> lines,
      List<Client> clients,
      String client,
      Optional<Run> run,
      String state,
      FailedMails.Failed failed,
      Asked asked,
      ReportTitles titles,
      String folder,
      Optional<ImapLook> bounces,
      boolean busy) {

    /** The address that was typed for one of them and cannot be used. */
    public Optional<Wrong> wrong(Delivery delivery) {
      return asked.wrong().filter(wrong -> wrong.delivery().equals(delivery.id()));
    }
  }

  /** The ways a page is shown: at first, or again with what is to be corrected. */
  private interface Showing {
    Response show(Visit visit, Page.Section section, String titleKey, String template, Object view);
  }

  /**
   * @param readdressed id of a mail that has just gone to another address
   */
  @GET
  @Requires(Role.VIEWER)
  public Response log(
      @QueryParam("client") String client,
      @QueryParam("run") String run,
      @QueryParam("state") String state,
      @QueryParam("readdressed") @DefaultValue("") String readdressed,
      @Context SecurityContext security) {
    Optional<Readdressing.Readdressed> done =
        deliveries.find(readdressed).flatMap(readdressing::done);
    return log(
        Visit.of(security),
        DeliveryLog.Narrowed.of(client, run, state),
        new Asked(done, Optional.empty(), Optional.empty()),
        pages::show);
  }

  private Response log(Visit visit, DeliveryLog.Narrowed wanted, Asked asked, Showing showing) {
    DeliveryLog.Found found = log.of(wanted);
    return showing.show(
        visit,
        Page.Section.DELIVERIES,
        "deliveries.title",
        "deliveries",
        new Log(
            found.lines(),
            found.clients(),
            wanted.client(),
            found.run(),
            wanted.state(),
            found.failed(),
            asked,
            ReportTitles.in(workspace, visit.language().locale()),
            settings.host().isPresent() ? "" : workspace.home().mailbox().toString(),
            bounces.get(),
            found.busy() && !asked.isForm()));
  }

  @POST
  @Path("{id}/retry")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retry(@PathParam("id") String id, String body) {
    DeliveriesResource.retried(postman, waiting, existing(id).id());
    return Response.seeOther(DeliveryLog.Narrowed.of(Form.parse(body)).page()).build();
  }

  /** Keeps a mail that waits from leaving. */
  @POST
  @Path("{id}/stop")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response stop(@PathParam("id") String id, String body, @Context SecurityContext security) {
    waiting.stop(existing(id).id(), Visit.of(security).getName());
    return Response.seeOther(DeliveryLog.Narrowed.of(Form.parse(body)).page()).build();
  }

  /** Says of a mail that may have arrived that it did. */
  @POST
  @Path("{id}/arrived")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response arrived(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    waiting.arrived(existing(id).id(), Visit.of(security).getName());
    return Response.seeOther(DeliveryLog.Narrowed.of(Form.parse(body)).page()).build();
  }

  private Delivery existing(String id) {
    return deliveries
        .find(id)
        .orElseThrow(() -> Problem.missing("There is no delivery " + id + "."));
  }

  /** Sends all again that the list is narrowed to and that failed. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retryAll(
      String body, @Context HttpServletRequest request, @Context SecurityContext security) {
    Form form = Form.parse(body);
    var wanted = DeliveryLog.Narrowed.of(form);
    FailedMails.Retried done =
        failed.retry(wanted.ofClient(), wanted.ofRun(), AuditedParts.of(request));
    return log(
        Visit.of(security),
        wanted,
        new Asked(Optional.empty(), Optional.of(done), Optional.empty()),
        pages::show);
  }

  /** Sends what did not arrive to another address, and leads to all mails of that report. */
  @POST
  @Path("{id}/readdress")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response readdress(
      @PathParam("id") String id,
      String body,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    Delivery old = existing(id);
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    var ofReport = new DeliveryLog.Narrowed("", old.run(), "");
    boolean inSchedule = !form.text("schedule").isEmpty();
    try {
      readdressing.readdress(
          old, form.text("recipient"), inSchedule, visit.getName(), AuditedParts.of(request));
      return Response.seeOther(URI.create("/deliveries?run=" + old.run() + "&readdressed=" + id))
          .build();
    } catch (IllegalArgumentException | Conflict e) {
      var wrong = new Wrong(id, form.text("recipient"), inSchedule, e.getMessage() + ".");
      return log(
          visit,
          ofReport,
          new Asked(Optional.empty(), Optional.empty(), Optional.of(wrong)),
          pages::showAgain);
    }
  }
}
