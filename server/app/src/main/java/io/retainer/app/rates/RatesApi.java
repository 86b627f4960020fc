package io.retainer.app.rates;

import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.RateFileJson;
import io.retainer.workspace.rates.Rates;
import io.retainer.workspace.rates.RatesException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;

/** The agency's exchange rates, for programs. */
@OfAllClients
@Path("/api/v1/rates")
@Produces(MediaType.APPLICATION_JSON)
public final class RatesApi {

  private final Workspace workspace;

  public RatesApi(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The files they came from, the latest first. */
  @GET
  @Requires(Role.MANAGER)
  public String list() {
    return Json.text(Json.array(workspace.rates().files(), RateFileJson::of));
  }

  /**
   * Takes a file as the body: the European Central Bank's CSV or ZIP, or {@code
   * date,currency,base,rate}. The answer is empty when nothing in it is new.
   *
   * @param name of the file
   */
  @POST
  @Requires(Role.OWNER)
  @Consumes(MediaType.WILDCARD)
  public String add(
      @QueryParam("name") @DefaultValue("rates.csv") String name,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    try {
      byte[] bytes = request.getInputStream().readNBytes(Rates.LARGEST + 1);
      return Json.text(
          workspace
              .rates()
              .add(name, bytes, Visit.of(security).getName())
              .map(RateFileJson::of)
              .orElseGet(Json::object));
    } catch (RatesException e) {
      throw Problem.impossible(e.getMessage());
    } catch (IOException e) {
      throw Problem.invalid("The file broke off: " + e.getMessage());
    }
  }

  /** Takes the latest file back: what held before it holds again. */
  @POST
  @Path("/{number}/undo")
  @Requires(Role.OWNER)
  public String undo(@PathParam("number") int number, @Context SecurityContext security) {
    try {
      return Json.text(
          RateFileJson.of(workspace.rates().undo(number, Visit.of(security).getName())));
    } catch (RatesException e) {
      throw Problem.impossible(e.getMessage());
    }
  }
}
