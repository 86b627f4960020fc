package io.retainer.app.groups;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.ClientGroup;
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

/** The list of groups, and the forms by which they are made, changed and removed. */
@Path("/groups")
public final class GroupsPages {

  private final Workspace workspace;
  private final Pages pages;

  public GroupsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  @GET
  @Requires(Role.VIEWER)
  public Response list(@Context SecurityContext security) {
    return show(security, "groups.title", "groups", workspace.groups().all());
  }

  @GET
  @Path("new")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response blank(@Context SecurityContext security) {
    return editing(security, GroupForm.blank(workspace.clients().all()));
  }

  /** Adds the group, or lists the clients that are searched for; as the button says. */
  @POST
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    GroupForm sent = GroupForm.sent("", form, workspace.clients().all());
    if (form.text("do").equals("search")) {
      return editing(security, sent);
    }
    try {
      String name = Input.value(sent.name(), ClientGroup::name);
      return workspace
          .groups()
          .add(name, sent.chosen())
          .map(GroupsPages::to)
          .orElseThrow(() -> taken(name));
    } catch (Problem e) {
      return editing(security, sent.with(e.getMessage()));
    }
  }

  @GET
  @Path("{group}/edit")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response edit(@PathParam("group") String id, @Context SecurityContext security) {
    return editing(security, GroupForm.of(named(workspace, id), workspace.clients().all()));
  }

  @POST
  @Path("{group}/edit")
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("group") String id, String body, @Context SecurityContext security) {
    ClientGroup group = named(workspace, id);
    Form form = Form.parse(body);
    GroupForm sent = GroupForm.sent(group.id(), form, workspace.clients().all());
    if (form.text("do").equals("search")) {
      return editing(security, sent);
    }
    try {
      String name = Input.value(sent.name(), ClientGroup::name);
      if (!workspace.groups().change(group.id(), name, sent.chosen())) {
        throw taken(name);
      }
      return to(group.id());
    } catch (Problem e) {
      return editing(security, sent.with(e.getMessage()));
    }
  }

  /** Asks once more. */
  @GET
  @Path("{group}/remove")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response removing(@PathParam("group") String id, @Context SecurityContext security) {
    return show(security, "groups.remove", "group-remove", named(workspace, id));
  }

  @POST
  @Path("{group}/remove")
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("group") String id, String body) {
    workspace.groups().remove(named(workspace, id).id());
    return Response.seeOther(URI.create("/groups")).build();
  }

  private Response editing(SecurityContext security, GroupForm form) {
    String title = form.isNew() ? "groups.new" : "groups.edit";
    return form.problem().isEmpty()
        ? show(security, title, "group-edit", form)
        : pages.showAgain(Visit.of(security), Page.Section.CLIENTS, title, "group-edit", form);
  }

  private Response show(SecurityContext security, String title, String template, Object view) {
    return pages.show(Visit.of(security), Page.Section.CLIENTS, title, template, view);
  }

  /** A group none of whose clients the visitor may see is one that does not exist. */
  static ClientGroup named(Workspace workspace, String id) {
    return workspace
        .groups()
        .find(id)
        .orElseThrow(() -> Problem.missing("There is no group \"" + id + "\"."));
  }

  static Problem taken(String name) {
    return Problem.conflict("There is a group \"" + name + "\" already.");
  }

  private static Response to(String id) {
    return Response.seeOther(URI.create("/groups/" + id)).build();
  }
}
