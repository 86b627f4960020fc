package io.retainer.app.rates;

import io.retainer.app.shell.FormWithFiles;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.rates.RateFile;
import io.retainer.workspace.rates.Rates;
import io.retainer.workspace.rates.RatesException;
import jakarta.servlet.http.HttpServletRequest;
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

/** The agency's exchange rates: the files they came from, and the form for one more. */
@OfAllClients
@Path("/rates")
public final class RatesPages {

  private final Workspace workspace;
  private final Pages pages;

  public RatesPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param problem what is wrong with the file or with taking it back, in English as the API says
   *     it; empty usually
   * @param isNothingNew whether what was sent is known already
   */
  public record Board(List<RateFile> files, String problem, boolean isNothingNew) {

    /** Whether it is the latest that counts: that one may be taken back. */
    public boolean isLatest(RateFile file) {
      return files.stream()
          .filter(one -> !one.isUndone())
          .findFirst()
          .filter(file::equals)
          .isPresent();
    }
  }

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    return shown(Visit.of(security), false);
  }

  @POST
  @Requires(Role.OWNER)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response add(@Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    FormWithFiles.Sent file = sent(request, visit);
    try {
      return workspace.rates().add(file.name(), file.bytes(), visit.getName()).isPresent()
          ? Response.seeOther(URI.create("/rates")).build()
          : shown(visit, true);
    } catch (RatesException e) {
      return refused(visit, e);
    }
  }

  @POST
  @Path("/{number}/undo")
  @Requires(Role.OWNER)
  public Response undo(@PathParam("number") int number, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    try {
      workspace.rates().undo(number, visit.getName());
      return Response.seeOther(URI.create("/rates")).build();
    } catch (RatesException e) {
      return refused(visit, e);
    }
  }

  private Response refused(Visit visit, RatesException why) {
    return pages.showAgain(
        visit,
        Page.Section.CLIENTS,
        "rates.title",
        "rates",
        new Board(workspace.rates().files(), why.getMessage(), false));
  }

  /** One byte too many is read too: what a file of rates may have is said where it is read. */
  static FormWithFiles.Sent sent(HttpServletRequest request, Visit visit) {
    FormWithFiles.Sent file =
        FormWithFiles.read(request, visit, Rates.LARGEST + 1).files().get("file");
    if (file == null || file.name().isEmpty()) {
      throw Problem.invalid("Choose a file of rates.");
    }
    return file;
  }

  private Response shown(Visit visit, boolean isNothingNew) {
    return pages.show(
        visit,
        Page.Section.CLIENTS,
        "rates.title",
        "rates",
        new Board(workspace.rates().files(), "", isNothingNew));
  }
}
