package io.retainer.app.connectors;

import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.JarProblem;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Which exports are read, and how to get them. */
@Path("/connectors")
public final class ConnectorsPages {

  private final Workspace workspace;
  private final Pages pages;

  public ConnectorsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param problems JARs and connectors that are not used
   */
  public record Installed(List<ConnectorDescription> connectors, List<JarProblem> problems) {}

  @GET
  @Requires(Role.VIEWER)
  public Response connectors(@Context SecurityContext security) {
    ConnectorLibrary library = workspace.connectors();
    library.refresh();
    return pages.show(
        Visit.of(security),
        Page.Section.CONNECTORS,
        "connectors.title",
        "connectors",
        new Installed(library.descriptions(), library.problems()));
  }
}
