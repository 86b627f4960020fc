package io.retainer.app.words;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.ReportsPages;
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
import io.retainer.rendering.overview.ChangeText;
import io.retainer.rendering.template.TemplateException;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.commentary.CommentaryDesk;
import io.retainer.workspace.commentary.WordsOf;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What somebody writes into the reports of a client: which there are, and the editor. */
@Path("/clients/{client}/words")
public final class WordsPages {

  private static final int LISTED = 50;
  private static final int CHANGES_NAMED = 6;

  private final Workspace workspace;
  private final Pages pages;

  public WordsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param report id of the template; empty when none is chosen
   * @param problem what to correct, in English as the API says it; empty at first
   */
  public record Chosen(
      Client client,
      List<ReportsPages.Choice> reports,
      ReportTitles titles,
      List<WordsOf> written,
      String report,
      String period,
      String language,
      String problem) {}

  /**
   * @param isSaved whether the visitor comes from saving
   * @param problem what to correct, in English as the API says it; empty when all is well
   */
  public record Editor(
      Client client,
      WordsOf report,
      String title,
      boolean isOnePage,
      List<WordsSection> sections,
      boolean isSaved,
      String problem) {}

  @GET
  @Requires(Role.VIEWER)
  public Response read(
      @PathParam("client") String id,
      @QueryParam("report") @DefaultValue("") String report,
      @QueryParam("period") @DefaultValue("") String period,
      @QueryParam("language") @DefaultValue("") String language,
      @QueryParam("saved") String saved,
      @Context SecurityContext security) {
    Client client = named(id);
    Visit visit = Visit.of(security);
    if (report.isEmpty() || period.isEmpty()) {
      return choose(client, visit, report, period, language, "");
    }
    CommentaryDesk desk;
    try {
      desk = desk(client, report, period, language);
    } catch (Problem e) {
      return choose(client, visit, report, period, language, e.getMessage());
    }
    Editor editor = editor(client, desk, Map.of(), saved != null, "", visit);
    return pages.show(visit, Page.Section.CLIENTS, "words.title", "words", editor);
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(
      @PathParam("client") String id, String body, @Context SecurityContext security) {
    Client client = named(id);
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    CommentaryDesk desk =
        desk(client, form.text("report"), form.text("period"), form.text("language"));
    Map<String, CommentaryDesk.Typed> typed = WordsForm.typed(form, desk.sections());
    try {
      desk.write(typed, visit.getName());
    } catch (IllegalArgumentException | CommentaryDesk.Overtaken e) {
      return pages.showAgain(
          visit,
          Page.Section.CLIENTS,
          "words.title",
          "words",
          editor(client, desk, typed, false, e.getMessage() + ".", visit));
    }
    WordsOf of = desk.report();
    return Response.seeOther(
            UriBuilder.fromPath("/clients/{id}/words")
                .queryParam("report", of.report())
                .queryParam("period", of.period())
                .queryParam("language", of.language())
                .queryParam("saved", "1")
                .build(client.id().value()))
        .build();
  }

  private Response choose(
      Client client, Visit visit, String report, String period, String language, String problem) {
    Locale reader = visit.language().locale();
    String usual =
        Period.lastClosed(Period.Kind.MONTH, workspace.clock(), client.zone()).toString();
    var chosen =
        new Chosen(
            client,
            ReportsPages.choices(workspace, reader),
            ReportTitles.in(workspace, reader),
            workspace.commentaries().written(client.id(), LISTED),
            report,
            period.isEmpty() ? usual : period,
            language.isEmpty() ? client.locale().getLanguage() : language,
            problem);
    return problem.isEmpty()
        ? pages.show(visit, Page.Section.CLIENTS, "words.title", "words-choose", chosen)
        : pages.showAgain(visit, Page.Section.CLIENTS, "words.title", "words-choose", chosen);
  }

  Editor editor(
      Client client,
      CommentaryDesk desk,
      Map<String, CommentaryDesk.Typed> typed,
      boolean isSaved,
      String problem,
      Visit visit) {
    Locale reader = visit.language().locale();
    Formats formats = Formats.of(reader);
    List<WordsSection> sections =
        desk.sections().stream()
            .map(
                one ->
                    WordsSection.of(
                        one,
                        Optional.ofNullable(typed.get(one.section())),
                        ChangeText.of(one.changes(), client, formats, reader, CHANGES_NAMED)))
            .toList();
    return new Editor(
        client,
        desk.report(),
        ReportTitles.in(workspace, reader).of(desk.report().report()),
        desk.isOnePage(),
        sections,
        isSaved,
        problem);
  }

  private CommentaryDesk desk(Client client, String report, String period, String language) {
    return desk(workspace, client, report, period, language);
  }

  /**
   * @throws Problem when report, period or language cannot be used
   */
  static CommentaryDesk desk(
      Workspace workspace, Client client, String report, String period, String language) {
    Period of = Input.value(period, Period::parse);
    Locale locale =
        language.isEmpty() ? client.locale() : Input.value(language, Language::ofReports);
    try {
      return workspace.reports().desk(client, report, of, locale);
    } catch (TemplateException | IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    }
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }
}
