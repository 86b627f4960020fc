package io.retainer.app;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import java.util.Map;

/** A page as a browser would get it, without a server. */
public final class RenderedPage {

  private RenderedPage() {}

  /**
   * @param template as {@code schedules.jte}
   */
  public static String html(Page page, String template, Object view) {
    var html = new StringOutput();
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "gg.jte.generated.precompiled")
        .render(template, Map.of("page", page, "view", view), html);
    return html.toString();
  }
}
