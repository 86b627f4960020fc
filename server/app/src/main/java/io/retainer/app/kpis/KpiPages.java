package io.retainer.app.kpis;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiHistory.Version;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.TextDiff;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.KpiEffect;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** One KPI: its definition, how it came to be, and what a change would do to past months. */
@Path("/kpis/{kpi}")
public final class KpiPages {

  private static final int MONTHS = 3;

  /** Trials at one time: each links all scripts and asks months of all clients. */
  private static final int TRIALS = 2;

  final Semaphore trials = new Semaphore(TRIALS);
  private final Workspace workspace;
  private final Pages pages;

  public KpiPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /** A version with what it changed: lines as of a diff, none for the first one. */
  public record Change(Version version, boolean isFirst, List<String> lines) {}

  /** What came of a draft: what is wrong with it, or which values it would have had. */
  public record Tried(
      List<KpiProblem> problems, List<KpiDescriptor> changed, List<KpiEffect.Row> rows) {}

  /** What the page shows; the draft is the definition in force until somebody tries another. */
  public record Shown(
      KpiDefinition kpi,
      List<Change> changes,
      String draft,
      Optional<Tried> tried,
      Formats formats,
      Locale locale,
      ZoneId zone) {

    public KpiDescriptor of() {
      return kpi.descriptor();
    }

    public Instant at(Change change) {
      return change.version().at();
    }
  }

  @GET
  @Requires(Role.VIEWER)
  public Response show(@PathParam("kpi") String id, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return show(visit, inForce(id, visit.language().locale()));
  }

  /** Tries a draft. Nothing is saved. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response tried(
      @PathParam("kpi") String id, String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return show(visit, tried(id, Form.parse(body).raw("draft"), visit.language().locale()));
  }

  private Response show(Visit visit, Shown view) {
    return pages.show(visit, Page.Section.KPIS, "kpis.title", "kpi", view);
  }

  Shown inForce(String id, Locale locale) {
    KpiDefinition kpi = named(id);
    return shown(kpi, kpi.text(), Optional.empty(), locale);
  }

  Shown tried(String id, String draft, Locale locale) {
    KpiDefinition kpi = named(id);
    String text = draft.replace("\r\n", "\n");
    if (!trials.tryAcquire()) {
      throw Problem.tooMany("Others are trying changes. Try yours again in some seconds.");
    }
    try (KpiEffect effect = workspace.effectOfTyped(text)) {
      return shown(kpi, text, Optional.of(tried(effect)), locale);
    } finally {
      trials.release();
    }
  }

  private Tried tried(KpiEffect effect) {
    if (!effect.problems().isEmpty()) {
      return new Tried(effect.problems(), List.of(), List.of());
    }
    List<KpiEffect.Row> rows = new ArrayList<>();
    for (Client client : workspace.clients().all()) {
      rows.addAll(effect.of(client, effect.months(client, MONTHS)));
    }
    return new Tried(
        List.of(), effect.changed().stream().map(KpiEffect.Changed::after).toList(), rows);
  }

  private Shown shown(KpiDefinition kpi, String draft, Optional<Tried> tried, Locale locale) {
    return new Shown(
        kpi,
        changes(workspace.history().of(kpi.descriptor().id())),
        draft,
        tried,
        Formats.of(locale),
        locale,
        workspace.clock().getZone());
  }

  /** The last one first. */
  private static List<Change> changes(List<Version> versions) {
    List<Change> changes = new ArrayList<>();
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      changes.add(
          new Change(
              version,
              i == 0,
              i == 0 ? List.of() : TextDiff.lines(versions.get(i - 1).text(), version.text())));
    }
    return changes;
  }

  private KpiDefinition named(String id) {
    KpiId asked = Input.value(id, KpiId::new);
    return workspace.scripts().definitions().stream()
        .filter(kpi -> kpi.descriptor().id().equals(asked))
        .findFirst()
        .orElseThrow(() -> Problem.missing("There is no KPI \"" + id + "\"."));
  }
}
