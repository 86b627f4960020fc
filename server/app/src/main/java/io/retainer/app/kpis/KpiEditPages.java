package io.retainer.app.kpis;

import io.retainer.app.shell.ChangesNothing;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.TextDiff;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.KpiSaving;
import io.retainer.workspace.KpiSaving.Outcome;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.Workspace;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a KPI's definition is written: a form that works by itself, and that the editor of the
 * browser sends whenever the text changes.
 */
@Path("/kpis/{kpi}/edit")
public final class KpiEditPages {

  private final Workspace workspace;
  private final Pages pages;
  private final DraftCheck drafts;

  public KpiEditPages(Workspace workspace, DraftCheck drafts, Pages pages) {
    this.workspace = workspace;
    this.drafts = drafts;
    this.pages = pages;
  }

  /**
   * What is in the form.
   *
   * @param basis what the draft is a change of
   * @param stage where a new KPI goes
   */
  public record Typed(String draft, String basis, String stage, String client, String period) {

    static Typed of(Form form) {
      return new Typed(
          KpiSaving.normal(form.raw("draft")),
          form.text("basis"),
          Stages.known(form.text("stage")),
          form.text("client"),
          form.text("period"));
    }

    Typed basedOn(String other) {
      return new Typed(draft, other, stage, client, period);
    }

    public int rows() {
      return Math.min(40, (int) draft.lines().count() + 2);
    }
  }

  /**
   * What came of it.
   *
   * @param wrong what is wrong with the client or period; may be empty
   * @param refused why the draft was not saved
   * @param theirs how the draft differs from what somebody else has saved meanwhile
   */
  public record Answer(
      String wrong,
      Optional<DraftCheck.Checked> checked,
      Optional<DraftCheck.Effect> effect,
      List<KpiProblem> refused,
      List<String> theirs) {

    static final Answer NONE =
        new Answer("", Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /**
   * What the page shows.
   *
   * @param kpi what is in force; empty while the KPI is a new one
   */
  public record Edited(
      KpiId id,
      Optional<KpiDefinition> kpi,
      Typed typed,
      Answer answer,
      List<Client> clients,
      Formats formats,
      Locale locale) {

    public List<String> stages() {
      return Stages.ALL;
    }

    /** What the draft changes of the definition in force; nothing of a new one. */
    public List<String> diff() {
      return kpi.map(now -> TextDiff.lines(now.text(), typed.draft().strip())).orElse(List.of());
    }
  }

  @GET
  @Requires(Role.AUTHOR)
  public Response show(@PathParam("kpi") String kpi, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    KpiId id = Input.value(kpi, KpiId::new);
    return pages.show(visit, Page.Section.KPIS, "kpi.edit", "kpi-edit", begun(id, locale(visit)));
  }

  /** Checks, shows the effect, or saves, as the button says. */
  @POST
  @Requires(Role.AUTHOR)
  @OfAllClients
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sent(
      @PathParam("kpi") String kpi, String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    KpiId id = Input.value(kpi, KpiId::new);
    Form form = Form.parse(body);
    if (!form.text("do").equals("save")) {
      return checked(id, form, visit);
    }
    Outcome outcome = save(id, Typed.of(form), visit.getName());
    if (outcome instanceof Outcome.Saved saved) {
      String version = saved.now().descriptor().version();
      return Response.seeOther(URI.create("/kpis/" + id + "?saved=" + version)).build();
    }
    Edited again = notSaved(id, Typed.of(form), outcome, locale(visit));
    return pages.showAgain(visit, Page.Section.KPIS, "kpi.edit", "kpi-edit", again);
  }

  /** What saving would say, while somebody types or asks for it. */
  @POST
  @Path("check")
  @Requires(Role.AUTHOR)
  @ChangesNothing
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response check(
      @PathParam("kpi") String kpi, String body, @Context SecurityContext security) {
    return checked(Input.value(kpi, KpiId::new), Form.parse(body), Visit.of(security));
  }

  private Response checked(KpiId id, Form form, Visit visit) {
    Edited view = tried(id, form, locale(visit));
    return pages.show(visit, Page.Section.KPIS, "kpi.edit", "kpi-edit", view);
  }

  Edited begun(KpiId id, Locale locale) {
    Optional<KpiDefinition> now = workspace.saving().inForce(id);
    Optional<Client> first = workspace.clients().all().stream().findFirst();
    // A month is over when it is over for the client whose value is shown.
    Period month =
        Period.lastClosed(
            Period.Kind.MONTH,
            workspace.clock(),
            first.map(Client::zone).orElse(workspace.clock().getZone()));
    Typed typed =
        new Typed(
            now.map(KpiDefinition::text).orElseGet(() -> Stages.beginning(id)),
            now.map(KpiSaving::basis).orElse(KpiSaving.NOTHING),
            Stages.ALL.get(0),
            first.map(client -> client.id().value()).orElse(""),
            month.toString());
    return shown(id, typed, Answer.NONE, locale);
  }

  Outcome save(KpiId id, Typed typed, String author) {
    return workspace.saving().save(id, typed.draft(), typed.basis(), typed.stage(), author);
  }

  Edited tried(KpiId id, Form form, Locale locale) {
    Typed typed = Typed.of(form);
    String wrong = "";
    Optional<DraftCheck.Of> of = Optional.empty();
    try {
      of = of(typed);
    } catch (Problem | UnknownClientException e) {
      wrong = e.getMessage();
    }
    Optional<DraftCheck.Effect> effect =
        form.text("do").equals("effect")
            ? Optional.of(drafts.effect(typed.draft()))
            : Optional.empty();
    Optional<DraftCheck.Checked> checked = Optional.of(drafts.check(typed.draft(), of));
    return shown(id, typed, new Answer(wrong, checked, effect, List.of(), List.of()), locale);
  }

  /** What stands against it; after a conflict the next try takes the place of the other's. */
  Edited notSaved(KpiId id, Typed typed, Outcome outcome, Locale locale) {
    List<KpiProblem> refused = List.of();
    List<String> theirs = List.of();
    Typed next = typed;
    if (outcome instanceof Outcome.Overtaken overtaken) {
      next = typed.basedOn(overtaken.now().map(KpiSaving::basis).orElse(KpiSaving.NOTHING));
      theirs = TextDiff.lines(overtaken.now().map(KpiDefinition::text).orElse(""), typed.draft());
    } else if (outcome instanceof Outcome.Refused no) {
      refused = no.problems();
    }
    var answer = new Answer("", Optional.empty(), Optional.empty(), refused, theirs);
    return shown(id, next, answer, locale);
  }

  private Optional<DraftCheck.Of> of(Typed typed) {
    if (typed.client().isEmpty()) {
      return Optional.empty();
    }
    Client client = workspace.clients().named(Input.value(typed.client(), ClientId::new));
    return Optional.of(new DraftCheck.Of(client, Input.value(typed.period(), Period::parse)));
  }

  private Edited shown(KpiId id, Typed typed, Answer answer, Locale locale) {
    return new Edited(
        id,
        workspace.saving().inForce(id),
        typed,
        answer,
        workspace.clients().all(),
        Formats.of(locale),
        locale);
  }

  private static Locale locale(Visit visit) {
    return visit.language().locale();
  }
}
