package io.retainer.app.composing;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.template.SectionMistake;
import io.retainer.rendering.template.SectionMistakes;
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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which reports a client gets in a version of its own, and composing one. */
@Path("/clients/{client}/templates")
public final class CompositionPages {

  private static final String GONE =
      "There is no report of this name. The Reports page lists those there are.";

  private static final String OVERTAKEN =
      "Somebody else has changed this report meanwhile, and nothing was saved. What yours would change of"
          + " it stands below. Save again to put yours in its place.";

  private static final String MARKED =
      "Something does not fit yet, and nothing was saved. It is marked below.";

  private final Workspace workspace;
  private final Pages pages;
  private final OwnPreview own;

  public CompositionPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
    this.own = new OwnPreview(workspace);
  }

  /** The reports there are. */
  public record Board(Client client, List<Choice> reports) {}

  /**
   * @param isOwn whether the client's version differs from the agency's
   */
  public record Choice(String id, String title, String description, boolean isOwn) {}

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
    Composition composition = workspace.reports().composition(client.id(), report);
    Visit visit = Visit.of(security);
    return show(Desk.of(visit, client, report, names(visit), CompositionForm.of(composition)));
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
    KpiNames names = names(visit);
    Desk desk = Desk.of(visit, client, report, names, read(form, names, client, report));
    Composition composition = desk.form().composition();
    String section = what.substring(what.indexOf(':') + 1);
    try {
      return switch (what.substring(0, what.length() - section.length())) {
        case "restore:" -> {
          workspace.reportVersions().restore(client.id(), report, number(section), visit.getName());
          yield again(client, report);
        }
        case "up:" -> show(desk.with(composition.moved(section, -1)));
        case "down:" -> show(desk.with(composition.moved(section, 1)));
        case "remove:" -> show(desk.with(composition.shown(section, false)));
        case "keep:" -> show(desk.with(composition.shown(section, true)));
        case "add:" -> show(desk.adding(freeKey(client, report, composition)));
        default -> tried(desk, what, form);
      };
    } catch (TemplateException e) {
      return show(desk.saying(e.problems()));
    } catch (IllegalArgumentException e) {
      return show(desk.saying(e.getMessage().lines().toList()));
    }
  }

  private CompositionForm read(Form form, KpiNames names, Client client, String report) {
    return form.all("section").isEmpty()
        ? CompositionForm.of(workspace.reports().composition(client.id(), report))
        : CompositionForm.read(form, names, tags(client));
  }

  /** Says what would change, shows it, or saves it. */
  private Response tried(Desk desk, String what, Form form) {
    Desk looked = desk.finding(mistakes(desk));
    if (!looked.mistakes().isEmpty() || isWrong(desk)) {
      return show(looked.saying(List.of(MARKED)));
    }
    if (what.equals("save")) {
      return save(desk, form.text("basis"));
    }
    if (what.equals("preview-own")) {
      return waiting(desk, form);
    }
    try (ReportDraft draft = draft(desk)) {
      return switch (what) {
        case "preview" -> pdf(invented(desk, draft));
        case "preview-own-now" -> pdf(own.pdf(desk.client(), desk.report(), draft));
        default -> show(desk.changing(draft.changes()));
      };
    }
  }

  /**
   * What is seen while a preview is made.
   *
   * @param fields of the form again, which the page sends by itself
   */
  public record Waiting(
      Client client, String path, Period period, Map<String, List<String>> fields) {}

  /** A page at once: a new window that stays empty says nothing. */
  private Response waiting(Desk desk, Form form) {
    Map<String, List<String>> fields = new TreeMap<>(form.fields());
    fields.keySet().removeAll(List.of("do", "csrf"));
    return pages.show(
        desk.visit(),
        Page.Section.CLIENTS,
        "composing.preview-own",
        "composing-waiting",
        new Waiting(
            desk.client(),
            "/clients/" + desk.client().id() + "/templates/" + desk.report(),
            own.period(desk.client(), desk.report()),
            fields));
  }

  private ReportDraft draft(Desk desk) {
    return workspace
        .reportVersions()
        .draft(desk.client().id(), desk.report(), desk.form().composition());
  }

  /** What somebody else has saved meanwhile is not written over unseen. */
  private Response save(Desk desk, String basis) {
    boolean isSaved =
        workspace
            .reportVersions()
            .save(
                desk.client().id(),
                desk.report(),
                desk.form().composition(),
                basis,
                desk.visit().getName());
    if (isSaved) {
      return again(desk.client(), desk.report());
    }
    try (ReportDraft draft = draft(desk)) {
      return show(desk.changing(draft.changes()).saying(List.of(OVERTAKEN)));
    }
  }

  private List<SectionMistake> mistakes(Desk desk) {
    Locale locale = Locale.forLanguageTag(tags(desk.client()).get(0));
    return new SectionMistakes(
            desk.form().composition(),
            desk.names()::find,
            locale.getLanguage(),
            titles(desk, locale))
        .list();
  }

  /** Titles that stand beside the template, by section. */
  private Map<String, String> titles(Desk desk, Locale locale) {
    ReportTexts texts = workspace.reports().texts(desk.client().id(), desk.report(), locale);
    Map<String, String> titles = new TreeMap<>();
    Set<String> worded = new HashSet<>();
    for (Part part :
        workspace.reports().composition(desk.client().id(), desk.report()).sections()) {
      if (part.own().filter(own -> !own.words().titles().isEmpty()).isPresent()) {
        worded.add(part.key());
      }
    }
    desk.form().composition().sections().stream()
        .map(Part::key)
        .filter(key -> !worded.contains(key))
        .forEach(
            key ->
                texts.find("section." + key + ".title").ifPresent(title -> titles.put(key, title)));
    return titles;
  }

  /** One that no version ever had: what was written about another section is not about this. */
  private String freeKey(Client client, String report, Composition composition) {
    ReportVersions versions = workspace.reportVersions();
    String taken =
        Stream.of(
                versions.versions(client.id(), report).stream().map(ReportVersion::text),
                Stream.of(versions.text(client.id(), report)),
                composition.sections().stream().map(Part::key))
            .flatMap(texts -> texts)
            .collect(Collectors.joining("\n"));
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> "own-" + i)
        .filter(key -> !Pattern.compile("\\b" + key + "\\b").matcher(taken).find())
        .findFirst()
        .orElseThrow();
  }

  /** What an optional section names is not looked at by the template itself. */
  private static boolean isWrong(Desk desk) {
    Composition composition = desk.form().composition();
    return !desk.names().haveAll(composition.scorecard())
        || composition.sections().stream()
            .filter(each -> each.isShown() || each.own().isEmpty())
            .anyMatch(
                each ->
                    !desk.names().haveAll(each.figures())
                        || each.isShown() && each.figures().isEmpty());
  }

  private byte[] invented(Desk desk, ReportDraft draft) {
    return workspace
        .reports()
        .preview(desk.report(), Optional.of(draft.folder()), desk.client().locale())
        .bytes(ReportFormat.PDF);
  }

  private static Response pdf(byte[] preview) {
    return Response.ok(preview, ReportFormat.PDF.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Response again(Client client, String report) {
    return Response.seeOther(URI.create("/clients/" + client.id() + "/templates/" + report))
        .build();
  }

  private Response show(Desk desk) {
    Visit visit = desk.visit();
    Locale locale = visit.language().locale();
    var view =
        new Composing(
            desk.client(),
            desk.report(),
            ReportTitles.in(workspace, locale).of(desk.report()),
            desk.form(),
            desk.names(),
            titles(desk, locale),
            tags(desk.client()).stream().map(Language::tagged).flatMap(Optional::stream).toList(),
            desk.changes(),
            desk.problems(),
            desk.mistakes(),
            desk.added(),
            workspace.reportVersions().versions(desk.client().id(), desk.report()),
            workspace.reportVersions().text(desk.client().id(), desk.report()));
    return desk.problems().isEmpty()
        ? pages.show(visit, Page.Section.CLIENTS, "composing.title", "composing", view)
        : pages.showAgain(visit, Page.Section.CLIENTS, "composing.title", "composing", view);
  }

  private KpiNames names(Visit visit) {
    return new KpiNames(workspace.kpis().catalogue(), visit.language().locale());
  }

  /** That of the client's reports first. */
  private static List<String> tags(Client client) {
    String own = Language.tagged(client.locale().getLanguage()).orElse(Language.EN).tag();
    return Stream.concat(Stream.of(own), Arrays.stream(Language.values()).map(Language::tag))
        .distinct()
        .toList();
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
