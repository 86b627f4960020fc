package io.retainer.app.audit;

import io.retainer.app.shell.Download;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** Who did what, for owners to look through and to take along. */
@OfAllClients
@Path("/audit")
public final class AuditPages {

  private static final String TITLE = "audit.title";
  private static final int SHOWN = 100;
  private static final int MOST_LINES = 100_000;

  private final Workspace workspace;
  private final AuditLog log;
  private final Pages pages;

  public AuditPages(Workspace workspace, AuditLog log, Pages pages) {
    this.workspace = workspace;
    this.log = log;
    this.pages = pages;
  }

  /**
   * @param older number before which the next page begins; empty on the last one
   */
  public record Log(
      List<AuditEntry> entries,
      AuditWords words,
      List<Client> clients,
      List<String> people,
      AuditQuery asked,
      Optional<Long> older) {

    public List<String> kinds() {
      return Deeds.KINDS;
    }
  }

  @GET
  @Requires(Role.OWNER)
  public Response show(@BeanParam AuditQuery asked, @Context SecurityContext security) {
    List<AuditEntry> entries = log.list(asked.filter(SHOWN));
    Optional<Long> older =
        entries.size() < SHOWN
            ? Optional.empty()
            : Optional.of(entries.get(entries.size() - 1).id());
    List<Client> clients = workspace.clients().all();
    var words = AuditWords.in(page(security), workspace, clients);
    return pages.show(
        Visit.of(security),
        Page.Section.AUDIT,
        TITLE,
        "audit",
        new Log(entries, words, clients, log.people(), asked, older));
  }

  private static Page page(SecurityContext security) {
    Texts texts = Texts.in(Visit.of(security).language());
    return new Page(Visit.of(security), texts, Page.Section.AUDIT, texts.text(TITLE));
  }

  @GET
  @Path("csv")
  @Download
  @Requires(Role.OWNER)
  public Response csv(@BeanParam AuditQuery asked, @Context SecurityContext security) {
    Page page = page(security);
    var words = AuditWords.in(page, workspace, workspace.clients().all());
    return Response.ok(AuditCsv.of(log.list(asked.filter(MOST_LINES)), words, page, asked.zone()))
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }
}
