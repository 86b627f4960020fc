package io.retainer.app.clients;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.KeptSettings;
import io.retainer.workspace.Workspace;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The list of clients, and the form that adds or changes one. */
@Path("/")
public final class ClientsPages {

  private final Workspace workspace;
  private final Pages pages;

  public ClientsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param settings of connectors, a line each
   * @param isConverting whether amounts are converted into its currency
   * @param wrong by the field that it stands in what to correct, in English as the API says it;
   *     empty at first
   */
  public record Editing(
      ClientValues values,
      String settings,
      boolean isConverting,
      boolean isNew,
      Map<String, String> wrong,
      List<ZoneChoices.Choice> zones) {}

  @GET
  @Path("clients")
  @Requires(Role.VIEWER)
  public Response list(@Context SecurityContext security) {
    return pages.show(
        Visit.of(security),
        Page.Section.CLIENTS,
        "clients.title",
        "clients",
        workspace.clients().all());
  }

  @GET
  @Path("clients/new")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response blank(@Context SecurityContext security) {
    Locale reader = Visit.of(security).language().locale();
    var values = ClientValues.besides(workspace.clients().all(), reader);
    return editing(security, values, "", false, true, Map.of());
  }

  @GET
  @Path("clients/{client}/edit")
  @Requires(Role.MANAGER)
  public Response edit(@PathParam("client") String id, @Context SecurityContext security) {
    Client client = workspace.clients().named(Input.value(id, ClientId::new));
    return editing(
        security,
        ClientValues.of(client),
        workspace.connectorSettings().lines(client.id()),
        workspace.conversions().isOn(client.id()),
        false,
        Map.of());
  }

  @POST
  @Path("clients")
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    ClientValues values = values(form);
    Map<String, String> wrong = wrong(values, form);
    if (wrong.isEmpty() && !workspace.clients().add(values.read())) {
      wrong.put("id", "There is a client \"" + values.id() + "\" already.");
    }
    if (!wrong.isEmpty()) {
      return editing(security, values, form.text("settings"), isConverting(form), true, wrong);
    }
    return kept(values.read(), form);
  }

  @POST
  @Path("clients/{client}/edit")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("client") String id, String body, @Context SecurityContext security) {
    workspace.clients().named(Input.value(id, ClientId::new));
    Form form = Form.parse(body);
    ClientValues typed = values(form);
    ClientValues values =
        new ClientValues(id, typed.name(), typed.zone(), typed.locale(), typed.currency());
    Map<String, String> wrong = wrong(values, form);
    if (!wrong.isEmpty()) {
      return editing(security, values, form.text("settings"), isConverting(form), false, wrong);
    }
    workspace.clients().change(values.read());
    return kept(values.read(), form);
  }

  /** All that is wrong in the form, before any of it is kept. */
  private Map<String, String> wrong(ClientValues values, Form form) {
    Map<String, String> wrong = new LinkedHashMap<>(values.wrong());
    try {
      KeptSettings.check(
          form.text("settings").lines().toList(), workspace.connectors().descriptions());
    } catch (IllegalArgumentException e) {
      wrong.put("settings", e.getMessage());
    }
    return wrong;
  }

  private Response kept(Client client, Form form) {
    keep(client, form);
    convert(client, form);
    return Response.seeOther(URI.create("/clients/" + client.id())).build();
  }

  /** A form without the field says nothing about settings. */
  private void keep(Client client, Form form) {
    if (!form.all("settings").isEmpty()) {
      workspace
          .connectorSettings()
          .replace(
              client.id(),
              form.text("settings").lines().toList(),
              workspace.connectors().descriptions());
    }
  }

  /** A box that is not ticked is not sent: the field beside it says that there was one. */
  private void convert(Client client, Form form) {
    if (!form.all("conversion").isEmpty()) {
      workspace.conversions().set(client.id(), isConverting(form));
    }
  }

  private static boolean isConverting(Form form) {
    return form.text("convert").equals("1");
  }

  private static ClientValues values(Form form) {
    return new ClientValues(
        form.text("id"),
        form.text("name"),
        form.text("zone"),
        form.text("locale"),
        form.text("currency").toUpperCase(Locale.ROOT));
  }

  private Response editing(
      SecurityContext security,
      ClientValues values,
      String settings,
      boolean isConverting,
      boolean isNew,
      Map<String, String> wrong) {
    Visit visit = Visit.of(security);
    List<ZoneChoices.Choice> zones =
        ZoneChoices.in(visit.language().locale(), workspace.clock().instant());
    var view = new Editing(values, settings, isConverting, isNew, wrong, zones);
    String title = isNew ? "clients.new" : "clients.edit";
    return wrong.isEmpty()
        ? pages.show(visit, Page.Section.CLIENTS, title, "client-edit", view)
        : pages.showAgain(visit, Page.Section.CLIENTS, title, "client-edit", view);
  }
}
