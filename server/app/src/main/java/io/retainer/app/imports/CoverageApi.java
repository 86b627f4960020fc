package io.retainer.app.imports;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import io.retainer.workspace.CoverageCalendar.Line;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.CoverageJson;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;

/** Which days of a client's data are there, for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class CoverageApi {

  private final Workspace workspace;

  public CoverageApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Path("clients/{client}/coverage")
  @Requires(Role.VIEWER)
  public String coverage(@PathParam("client") String client, @QueryParam("period") String period) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    DateSpan days =
        period == null || period.isBlank()
            ? new DateSpan(LocalDate.of(1970, 1, 1), LocalDate.of(2100, 1, 1))
            : Input.value(period, Period::parse).span();
    return Json.text(
        Json.<Line>array(
            workspace.coverage(known).lines().stream()
                .filter(line -> !line.months(days).isEmpty())
                .toList(),
            line -> CoverageJson.of(line, days)));
  }
}
