package io.retainer.app.links;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.shell.Download;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.SecurityHeaders;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What a reader outside gets to see by a link. */
@Path("/share/{secret:[A-Za-z0-9_-]{43}}")
public final class SharePages {

  private final SharedIssues issues;

  public SharePages(SharedIssues issues) {
    this.issues = issues;
  }

  @GET
  @Download
  @Path("report")
  @Public
  public Response page(
      @PathParam("secret") String secret,
      @Context HttpServletRequest caller,
      @Context SecurityContext security) {
    return answer(secret, SharedIssues.PAGE, caller, security);
  }

  @GET
  @Download
  @Path("{format:pdf|xlsx}")
  @Public
  public Response file(
      @PathParam("secret") String secret,
      @PathParam("format") String format,
      @Context HttpServletRequest caller,
      @Context SecurityContext security) {
    return answer(secret, format, caller, security);
  }

  private Response answer(
      String secret, String what, HttpServletRequest caller, SecurityContext security) {
    issues
        .reportOf(secret)
        .ifPresent(run -> caller.setAttribute(AuditFilter.ABOUT, "/reports/" + run));
    SharedIssues.Answer answer =
        issues.answer(secret, what, Visit.of(security).language(), caller.getRemoteAddr());
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(answer.type())
            .entity(answer.file().<Object>map(java.nio.file.Path::toFile).orElse(answer.body()));
    // Names are made of ids and periods; nothing else may reach a header.
    answer
        .fileName()
        .map(name -> name.replaceAll("[^A-Za-z0-9._-]", "_"))
        .ifPresent(
            name ->
                response.header(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
    // Kept nowhere on the way, found by no search, and the address told to nobody.
    return response
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header(SecurityHeaders.POLICY_HEADER, SecurityHeaders.WITH_PICTURES)
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        .build();
  }
}
