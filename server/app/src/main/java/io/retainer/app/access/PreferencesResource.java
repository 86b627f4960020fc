package io.retainer.app.access;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Public;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The language and the look of this browser. */
@Path("/preferences")
public final class PreferencesResource {

  private static final Duration KEPT = Duration.ofDays(365);

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    List<NewCookie> cookies = new ArrayList<>();
    Language.tagged(form.text("language"))
        .ifPresent(
            language ->
                cookies.add(
                    Cookies.set(Cookies.LANGUAGE, language.tag(), KEPT, security.isSecure())));
    if (!form.text("theme").isEmpty()) {
      String theme = Visits.theme(form.text("theme")).name().toLowerCase(Locale.ROOT);
      cookies.add(Cookies.set(Cookies.THEME, theme, KEPT, security.isSecure()));
    }
    return Redirects.to(Redirects.local(form.text("next")), cookies.toArray(NewCookie[]::new));
  }
}
