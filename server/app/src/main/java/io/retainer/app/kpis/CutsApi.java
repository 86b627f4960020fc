package io.retainer.app.kpis;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.kpi.Kpis.Point;
import io.retainer.model.time.Period;
import io.retainer.spi.Grain;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.CutJson;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** KPIs by the values of a dimension, and over time. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class CutsApi {

  private static final int MOST_POINTS = 1_000;
  private static final int MOST_GROUPS = 1_000;

  private static final Map<String, Grain> GRAINS =
      Map.of("day", Grain.DAY, "week", Grain.WEEK, "month", Grain.MONTH);

  private final Workspace workspace;

  public CutsApi(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The largest groups of the first KPI, the others together, and the total. */
  @GET
  @Path("clients/{client}/kpi-breakdowns")
  @Requires(Role.VIEWER)
  public String breakdown(
      @PathParam("client") String client,
      @QueryParam("period") String period,
      @QueryParam("kpi") List<String> ids,
      @QueryParam("by") String dimension,
      @QueryParam("top") @DefaultValue("10") int top) {
    if (dimension == null) {
      throw Problem.invalid("The dimension is missing; write &by=channel.");
    }
    if (top < 1 || top > MOST_GROUPS) {
      throw Problem.invalid("top is a number from 1 to " + MOST_GROUPS + ", saw " + top + ".");
    }
    Client owner = client(client);
    List<KpiId> asked = asked(ids);
    Period over = KpiQuery.period(period);
    Breakdown breakdown =
        Input.value(dimension, text -> workspace.kpis().breakdown(owner, over, asked, text, top));
    return Json.text(CutJson.of(breakdown));
  }

  /** A point for each part of the period, computed by itself. */
  @GET
  @Path("clients/{client}/kpi-series")
  @Requires(Role.VIEWER)
  public String series(
      @PathParam("client") String client,
      @QueryParam("period") String period,
      @QueryParam("kpi") List<String> ids,
      @QueryParam("grain") @DefaultValue("month") String grain) {
    Grain part = GRAINS.get(grain);
    if (part == null) {
      throw Problem.invalid("The grain is day, week or month, saw \"" + grain + "\".");
    }
    Client owner = client(client);
    List<KpiId> asked = asked(ids);
    Period over = KpiQuery.period(period);
    if (part == Grain.DAY && over.span().days() > MOST_POINTS) {
      throw Problem.invalid(
          "The period has %,d days, and a series has at most %,d points; ask by week or month."
              .formatted(over.span().days(), MOST_POINTS));
    }
    Kpis kpis = workspace.kpis();
    List<List<Point>> series =
        Input.value(grain, text -> kpis.series(owner, asked, over.span(), part));
    return Json.text(
        Json.<Integer>array(
            IntStream.range(0, asked.size()).boxed().toList(),
            i -> CutJson.of(kpis.find(asked.get(i)).orElseThrow(), series.get(i))));
  }

  private Client client(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }

  private static List<KpiId> asked(List<String> ids) {
    if (ids.isEmpty()) {
      throw Problem.invalid("The KPI is missing; write &kpi=web.sessions.");
    }
    return KpiQuery.kpis(ids);
  }
}
