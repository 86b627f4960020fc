package io.retainer.app.data;

import io.retainer.app.shell.Download;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.warehouse.DataTable;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.RowsAsk;
import io.retainer.warehouse.RowsFound;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of a client's datasets, to look through and to take along. */
@Path("/clients/{client}/data")
public final class DataPages {

  private static final String GONE =
      "The client has no such rows any more. Choose a dataset from the list.";

  private final Workspace workspace;
  private final Pages pages;

  public DataPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * What there is to look at.
   *
   * @param sources titles by id
   */
  public record Contents(Client client, List<DataTable> tables, Map<String, String> sources) {

    public String kind(Page page, DataTable of) {
      return RowsView.kind(page, of);
    }
  }

  @GET
  @Requires(Role.AUTHOR)
  public Response page(
      @PathParam("client") String id,
      @BeanParam DataQuery asked,
      @Context SecurityContext security) {
    Client client = workspace.clients().named(Input.value(id, ClientId::new));
    Visit visit = Visit.of(security);
    if (asked.dataset().isEmpty()) {
      List<DataTable> tables = workspace.warehouse().tables(client.id());
      return pages.show(
          visit,
          Page.Section.CLIENTS,
          "data.title",
          "data",
          new Contents(client, tables, sources(tables)));
    }
    return pages.show(visit, Page.Section.CLIENTS, "data.title", "rows", rows(client, asked));
  }

  @GET
  @Path("csv")
  @Download
  @Requires(Role.AUTHOR)
  public Response csv(
      @PathParam("client") String id,
      @BeanParam DataQuery asked,
      @Context SecurityContext security) {
    Client client = workspace.clients().named(Input.value(id, ClientId::new));
    DataTable table = chosen(tables(client, asked), asked);
    RowsAsk ask = asked.ask(client.id(), table);
    long count = found(ask, 0, 0, Optional.empty()).count();
    if (count > RowsView.MOST) {
      throw Problem.impossible(
          "These are %d rows; a table has up to %d. Choose fewer days or add a filter."
              .formatted(count, RowsView.MOST));
    }
    var csv =
        new RowsCsv(pages.page(Visit.of(security), Page.Section.CLIENTS, "data.title"), table);
    workspace.warehouse().explore(ask, RowsView.MOST, csv::add);
    return Response.ok(csv.text())
        .type("text/csv;charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-%s.csv\"".formatted(client.id(), table.dataset().name()))
        .build();
  }

  private RowsView rows(Client client, DataQuery asked) {
    List<DataTable> tables = tables(client, asked);
    DataTable table = chosen(tables, asked);
    RowsAsk ask = asked.ask(client.id(), table);
    int number = Math.min(asked.page(), RowsView.PAGES);
    Optional<Column> valuesOf =
        table.columns().stream()
            .filter(each -> each.name().equals(asked.values()) && !Person.is(each))
            .findFirst();
    Optional<ImportBatch> batch =
        ask.batch()
            .flatMap(each -> workspace.warehouse().batch(each))
            .filter(each -> each.client().equals(client.id()));
    return new RowsView(
        client,
        asked,
        tables,
        sources(tables),
        found(ask, (number - 1) * RowsView.ROWS, RowsView.ROWS, valuesOf),
        batch,
        number);
  }

  private RowsFound found(RowsAsk ask, int skip, int most, Optional<Column> valuesOf) {
    return workspace
        .warehouse()
        .explore(ask, skip, most, valuesOf, RowsView.VALUES)
        .orElseThrow(() -> Problem.missing(GONE));
  }

  private List<DataTable> tables(Client client, DataQuery asked) {
    if (asked.dataset().isEmpty()) {
      throw Problem.invalid("Choose which dataset the rows are of.");
    }
    Dataset dataset = Datasets.find(asked.dataset()).orElseThrow(() -> Problem.missing(GONE));
    return workspace.warehouse().tables(client.id(), dataset);
  }

  /** The one that was asked for, else one with rows of the import, else what came last. */
  private static DataTable chosen(List<DataTable> tables, DataQuery asked) {
    if (!asked.table().isEmpty()) {
      return tables.stream()
          .filter(each -> each.id().equals(asked.table()))
          .findFirst()
          .orElseThrow(() -> Problem.missing(GONE));
    }
    List<DataTable> about = tables.stream().filter(asked::isAbout).toList();
    return about.stream()
        .filter(each -> each.batches().contains(asked.batch()))
        .findFirst()
        .or(
            () ->
                about.stream()
                    .max(Comparator.comparingLong(each -> Long.parseLong(each.batches().get(0)))))
        .orElseThrow(() -> Problem.missing(GONE));
  }

  private Map<String, String> sources(List<DataTable> tables) {
    Map<String, String> titles = new TreeMap<>();
    tables.forEach(each -> titles.computeIfAbsent(each.source(), workspace::sourceTitle));
    return titles;
  }
}
