package io.retainer.app.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** Renders the pages. Their templates are classes already; values are escaped by their place. */
public final class Pages {

  private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

  private TemplateEngine engine;

  /**
   * @param template name of a file in the folder of templates, without its ending
   * @param view what the template shows, its parameter {@code view}
   */
  public Response show(
      Visit visit, Page.Section section, String titleKey, String template, Object view) {
    return answer(200, page(visit, section, titleKey), template, view).build();
  }

  /** The same page again, with what the visitor has to correct. */
  public Response showAgain(
      Visit visit, Page.Section section, String titleKey, String template, Object view) {
    return answer(422, page(visit, section, titleKey), template, view).build();
  }

  /**
   * The same page again, for who asks too often.
   *
   * @param seconds after which they may ask again
   */
  public Response showLater(
      Visit visit,
      Page.Section section,
      String titleKey,
      String template,
      Object view,
      long seconds) {
    return answer(429, page(visit, section, titleKey), template, view)
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  Response problem(Visit visit, Problem problem) {
    String key = "problem." + problem.status();
    Page page =
        page(visit, Page.Section.NONE, Texts.in(visit.language()).has(key) ? key : "problem.other");
    return answer(problem.status(), page, "problem", problem.getMessage()).build();
  }

  /** What a file needs of a page: its words and its way of writing. */
  public Page page(Visit visit, Page.Section section, String titleKey) {
    Texts texts = Texts.in(visit.language());
    return new Page(visit, texts, section, texts.text(titleKey));
  }

  private Response.ResponseBuilder answer(int status, Page page, String template, Object view) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("page", page);
    parameters.put("view", view);
    var html = new StringOutput(16_384);
    engine().render(template + ".jte", parameters, new IsolatedOutput(html));
    return Response.status(status).type(HTML).entity(html.toString());
  }

  // Built with the first page, not at start.
  private synchronized TemplateEngine engine() {
    if (engine == null) {
      engine =
          TemplateEngine.createPrecompiled(
              null, ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.precompiled");
    }
    return engine;
  }
}
