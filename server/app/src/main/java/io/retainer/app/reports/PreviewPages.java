package io.retainer.app.reports;

import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** What a report looks like before it is run: its PDF about an invented client. */
@Path("/previews")
public final class PreviewPages {

  private final Workspace workspace;

  public PreviewPages(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Path("{report}")
  @Requires(Role.AUTHOR)
  public Response pdf(@PathParam("report") String report, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    if (workspace.reports().templates().stream().noneMatch(known -> known.id().equals(report))) {
      throw Problem.missing(
          "There is no report of this name. The Reports page lists those there are.");
    }
    try {
      byte[] pdf =
          workspace
              .reports()
              .preview(report, Optional.empty(), visit.language().locale())
              .bytes(ReportFormat.PDF);
      return Response.ok(pdf, ReportFormat.PDF.mediaType())
          .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"preview.pdf\"")
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (TemplateException | IllegalArgumentException e) {
      throw Problem.conflict(e.getMessage());
    }
  }
}
