package io.retainer.app.composing;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.time.Comparison;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.TemplateChanges.Change;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.composing.ReportDraft;
import io.retainer.workspace.composing.ReportVersion;
import io.retainer.workspace.composing.ReportVersions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which reports a client gets in a version of its own, and composing one. */
@Path("/clients/{client}/templates")
public final class CompositionPages {

  private static final String GONE =
      "There is no report of this name. The Reports page lists those there are.";

  private static final String OVERTAKEN =
      "Somebody else has changed this report meanwhile, and nothing was saved. What yours would change of"
          + " it stands below. Save again to put yours in its place.";

  private static final String MARKED =
      "A figure is no KPI, or a section that is shown has none. It is marked below.";

  private final Workspace workspace;
  private final Pages pages;

  public CompositionPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /** The reports there are. */
  public record Board(Client client, List<Choice> reports) {}

  /**
   * @param isOwn whether the client's version differs from the agency's
   */
  public record Choice(String id, String title, String description, boolean isOwn) {}

  /**
   * A report that is being composed.
   *
   * @param title by which its readers know it
   * @param kpis titles by id, to choose from
   * @param titles of the sections, by key
   * @param changes what it would change of the version in force; empty as long as nobody asked
   * @param problems what to correct, each in its own words
   * @param inForce the text of the client's version
   */
  public record Composing(
      Client client,
      String report,
      String title,
      Composition composition,
      Map<String, String> kpis,
      Map<String, String> titles,
      Optional<List<Change>> changes,
      List<String> problems,
      List<ReportVersion> versions,
      String inForce) {

    public String basis() {
      return ReportVersions.basis(inForce);
    }

    /** Older ones may read alike, and the file may have been edited since. */
    public boolean isInForce(ReportVersion version) {
      return version == versions.get(0) && version.text().equals(inForce);
    }

    public String path() {
      return "/clients/" + client.id().value() + "/templates";
    }

    public List<String> comparisons() {
      return Arrays.stream(Comparison.values()).map(Comparison::word).toList();
    }

    /** What a report is compared with in a place, if anything. */
    public String compared(int place) {
      return place < composition.compare().size() ? composition.compare().get(place) : "";
    }

    /** A figure that no script defines. */
    public boolean isUnknown(String kpi) {
      return !kpi.isEmpty() && !kpis.containsKey(kpi);
    }

    /** The figures with a place for one more. */
    public List<String> withOneMore(List<String> figures) {
      List<String> more = new ArrayList<>(figures);
      more.add("");
      return more;
    }
  }

  @GET
  @Requires(Role.MANAGER)
  public Response board(@PathParam("client") String id, @Context SecurityContext security) {
    Client client = named(id);
    Visit visit = Visit.of(security);
    Locale locale = visit.language().locale();
    List<Choice> reports =
        workspace.reports().templates().stream()
            .map(
                each ->
                    new Choice(
                        each.id(),
                        each.title(locale),
                        each.description(locale),
                        !workspace.reports().changes(client.id(), each.id()).isEmpty()))
            .toList();
    return pages.show(
        visit, Page.Section.CLIENTS, "composing.title", "templates", new Board(client, reports));
  }

  @GET
  @Path("{report}")
  @Requires(Role.MANAGER)
  public Response show(
      @PathParam("client") String id,
      @PathParam("report") String report,
      @Context SecurityContext security) {
    Client client = named(id);
    known(report);
    return show(
        Visit.of(security),
        client,
        report,
        workspace.reports().composition(client.id(), report),
        Optional.empty(),
        List.of());
  }

  /** Moves a section, says what would change, shows it, saves it, or brings a version back. */
  @POST
  @Path("{report}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sent(
      @PathParam("client") String id,
      @PathParam("report") String report,
      String body,
      @Context SecurityContext security) {
    Client client = named(id);
    known(report);
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    String what = form.text("do");
    Composition composition = CompositionForm.read(form);
    try {
      if (what.startsWith("restore:")) {
        workspace
            .reportVersions()
            .restore(client.id(), report, number(what.substring(8)), visit.getName());
        return again(client, report);
      }
      if (form.all("section").isEmpty()) {
        composition = workspace.reports().composition(client.id(), report);
      }
      if (what.startsWith("up:") || what.startsWith("down:")) {
        Composition moved =
            composition.moved(
                what.substring(what.indexOf(':') + 1), what.startsWith("up:") ? -1 : 1);
        return show(visit, client, report, moved, Optional.empty(), List.of());
      }
      if (isWrong(composition)) {
        return show(visit, client, report, composition, Optional.empty(), List.of(MARKED));
      }
      if (what.equals("save")) {
        return save(visit, client, report, composition, form.text("basis"));
      }
      try (ReportDraft draft = workspace.reportVersions().draft(client.id(), report, composition)) {
        return what.equals("preview")
            ? pdf(report, draft, client.locale())
            : show(visit, client, report, composition, Optional.of(draft.changes()), List.of());
      }
    } catch (TemplateException e) {
      return show(visit, client, report, composition, Optional.empty(), e.problems());
    } catch (IllegalArgumentException e) {
      return show(
          visit, client, report, composition, Optional.empty(), e.getMessage().lines().toList());
    }
  }

  /** What somebody else has saved meanwhile is not written over unseen. */
  private Response save(
      Visit visit, Client client, String report, Composition composition, String basis) {
    ReportVersions versions = workspace.reportVersions();
    if (versions.save(client.id(), report, composition, basis, visit.getName())) {
      return again(client, report);
    }
    try (ReportDraft draft = versions.draft(client.id(), report, composition)) {
      return show(
          visit, client, report, composition, Optional.of(draft.changes()), List.of(OVERTAKEN));
    }
  }

  /** What an optional section names is not looked at by the template itself. */
  private boolean isWrong(Composition composition) {
    List<String> known =
        workspace.kpis().catalogue().stream().map(kpi -> kpi.id().value()).toList();
    return !known.containsAll(composition.scorecard())
        || composition.sections().stream()
            .anyMatch(
                each ->
                    !known.containsAll(each.figures())
                        || each.isShown() && each.figures().isEmpty());
  }

  private Response pdf(String report, ReportDraft draft, Locale locale) {
    byte[] pdf =
        workspace
            .reports()
            .preview(report, Optional.of(draft.folder()), locale)
            .bytes(ReportFormat.PDF);
    return Response.ok(pdf, ReportFormat.PDF.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Response again(Client client, String report) {
    return Response.seeOther(URI.create("/clients/" + client.id() + "/templates/" + report))
        .build();
  }

  private Response show(
      Visit visit,
      Client client,
      String report,
      Composition composition,
      Optional<List<Change>> changes,
      List<String> problems) {
    Locale locale = visit.language().locale();
    Map<String, String> kpis = new TreeMap<>();
    for (KpiDescriptor kpi : workspace.kpis().catalogue()) {
      kpis.put(kpi.id().value(), kpi.title(locale));
    }
    Map<String, String> titles = new TreeMap<>();
    composition
        .sections()
        .forEach(
            each ->
                workspace
                    .reports()
                    .texts(client.id(), report, locale)
                    .find("section." + each.key() + ".title")
                    .ifPresent(title -> titles.put(each.key(), title)));
    var view =
        new Composing(
            client,
            report,
            ReportTitles.in(workspace, locale).of(report),
            composition,
            kpis,
            titles,
            changes,
            problems,
            workspace.reportVersions().versions(client.id(), report),
            workspace.reportVersions().text(client.id(), report));
    return problems.isEmpty()
        ? pages.show(visit, Page.Section.CLIENTS, "composing.title", "composing", view)
        : pages.showAgain(visit, Page.Section.CLIENTS, "composing.title", "composing", view);
  }

  private void known(String report) {
    if (workspace.reports().templates().stream().noneMatch(each -> each.id().equals(report))) {
      throw Problem.missing(GONE);
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }
}
