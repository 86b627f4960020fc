package io.retainer.app.clients;

import io.retainer.app.clients.ClientTable.Read;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;

/** All clients changed at once, in a table. It is shown what would change before anything does. */
@OfAllClients
@Path("/client-table")
public final class ClientTablePages {

  private final Workspace workspace;
  private final Pages pages;

  public ClientTablePages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param read what the table says, once somebody has asked
   * @param former once it is saved, the lines that it has changed as they were before
   */
  public record Table(String text, Optional<Read> read, Optional<String> former) {}

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    String text = ClientTable.of(ClientTable.of(workspace));
    return show(security, new Table(text, Optional.empty(), Optional.empty()));
  }

  /** Shows what would change, or changes it, as the button says. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sent(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    String text = form.raw("table");
    Read read = ClientTable.read(text, ClientTable.of(workspace));
    if (form.text("do").equals("save") && read.problems().isEmpty()) {
      read.into(workspace);
      if (read.changes().isEmpty()) {
        return Response.seeOther(URI.create("/clients")).build();
      }
      String now = ClientTable.of(ClientTable.of(workspace));
      return show(security, new Table(now, Optional.of(read), Optional.of(read.former())));
    }
    return show(security, new Table(text, Optional.of(read), Optional.empty()));
  }

  private Response show(SecurityContext security, Table view) {
    boolean isWrong = view.read().filter(read -> !read.problems().isEmpty()).isPresent();
    Visit visit = Visit.of(security);
    return isWrong
        ? pages.showAgain(visit, Page.Section.CLIENTS, "clients.table", "client-table", view)
        : pages.show(visit, Page.Section.CLIENTS, "clients.table", "client-table", view);
  }
}
