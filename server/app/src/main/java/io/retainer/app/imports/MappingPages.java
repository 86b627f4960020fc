package io.retainer.app.imports;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.TableChoices;
import io.retainer.spi.TableDraft;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.warehouse.imports.NewTable;
import io.retainer.warehouse.imports.Progress;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables that no connector knows: somebody says once what their columns are. */
@Path("/mappings")
public final class MappingPages {

  private final Workspace workspace;
  private final Sketches sketches;
  private final Pages pages;

  public MappingPages(Workspace workspace, Sketches sketches, Pages pages) {
    this.workspace = workspace;
    this.sketches = sketches;
    this.pages = pages;
  }

  /** The mappings that are saved. */
  public record Saved(List<Mappings.Saved> mappings) {}

  /**
   * A table whose columns are being named.
   *
   * @param columns of the chosen dataset
   * @param isGuess whether nobody has said yet what the columns are
   * @param taken by heading what was chosen for it and is another's already
   * @param tried what would be imported
   */
  public record Drafted(
      Sketches.Sketch sketch,
      Client client,
      TableDraft draft,
      TableChoices choices,
      List<String> datasets,
      List<String> columns,
      boolean isGuess,
      Map<String, MappingForm.Taken> taken,
      Optional<ImportResult> tried) {

    /** No more than a form can hold. */
    public List<TableDraft.Heading> headings() {
      return draft.columns().stream().limit(MappingForm.MOST_COLUMNS).toList();
    }

    /** How many of the headings a column was found for. */
    public long found() {
      return headings().stream().filter(heading -> !heading.column().isEmpty()).count();
    }

    /** The columns to choose from. */
    public List<Column> meanings() {
      return Datasets.find(draft.dataset()).stream()
          .flatMap(dataset -> dataset.columns().stream())
          .filter(column -> columns.contains(column.name()))
          .toList();
    }

    /** Whether something of it can be imported. */
    public boolean isReady() {
      return draft.problems().isEmpty()
          && tried
              .filter(
                  result -> result.status() == Status.ACCEPTED || result.status() == Status.PARTIAL)
              .isPresent();
    }
  }

  @GET
  @Requires(Role.VIEWER)
  public Response list(@Context SecurityContext security) {
    return pages.show(
        Visit.of(security),
        Page.Section.UPLOADS,
        "mappings.title",
        "mappings",
        new Saved(workspace.imports().mappings().all()));
  }

  @POST
  @Path("remove")
  @Requires(Role.MANAGER)
  @OfAllClients
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(String body) {
    workspace.imports().mappings().remove(Form.parse(body).text("name"));
    return Response.seeOther(URI.create("/mappings")).build();
  }

  @GET
  @Path("tables/{id}")
  @Requires(Role.MANAGER)
  public Response table(@PathParam("id") String id, @Context SecurityContext security) {
    return show(Visit.of(security), drafted(named(id), TableChoices.none(), false));
  }

  @POST
  @Path("tables/{id}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response chosen(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    MappingForm form = MappingForm.read(Form.parse(body));
    Drafted drafted = drafted(named(id), form.choices(), form.isToTry());
    if (!form.isToSave() || !drafted.isReady()) {
      return show(visit, drafted);
    }
    var upload =
        new Upload(
            id, drafted.client().id(), visit.getName(), workspace.clock().instant(), List.of());
    upload.done(List.of(save(drafted, visit.getName())), Set.of());
    return pages.show(
        visit,
        Page.Section.UPLOADS,
        "uploads.result",
        "uploaded",
        new UploadPages.Uploaded(drafted.client(), upload, List.of()));
  }

  private Response show(Visit visit, Drafted drafted) {
    return pages.show(visit, Page.Section.UPLOADS, "mappings.draft", "mapping", drafted);
  }

  Drafted drafted(Sketches.Sketch sketch, TableChoices choices, boolean isToTry) {
    try {
      TableDraft draft = workspace.imports().draft(sketch.file(), choices);
      Client client = workspace.clients().named(sketch.client());
      return new Drafted(
          sketch,
          client,
          draft,
          MappingForm.of(draft, choices),
          Datasets.all().stream().map(Dataset::name).toList(),
          columns(draft.dataset()),
          choices.columns().isEmpty(),
          MappingForm.takenTwice(draft, choices),
          isToTry && draft.problems().isEmpty()
              ? Optional.of(read(sketch, client, draft, ImportOptions.none().asDryRun()))
              : Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> columns(String dataset) {
    return Datasets.all().stream()
        .filter(one -> one.name().equals(dataset))
        .flatMap(one -> one.columns().stream())
        .map(Column::name)
        .toList();
  }

  ImportResult save(Drafted drafted, String who) {
    String title = drafted.choices().title().orElse(drafted.sketch().file().name());
    var table = new NewTable(title, drafted.draft().mapping());
    ImportResult result =
        table.importFrom(
            drafted.sketch().file(),
            drafted.client(),
            workspace.imports(),
            ImportOptions.none().by(who));
    sketches.drop(drafted.sketch().id());
    return result;
  }

  private ImportResult read(
      Sketches.Sketch sketch, Client client, TableDraft draft, ImportOptions options) {
    return workspace
        .imports()
        .importFiles(
            client, List.of(sketch.file()), options.withMapping(draft.mapping()), Progress.silent())
        .get(0);
  }

  private Sketches.Sketch named(String id) {
    return sketches
        .find(id)
        .filter(sketch -> workspace.clients().find(sketch.client()).isPresent())
        .orElseThrow(
            () ->
                Problem.missing(
                    "This file is not kept any more. Upload it again, then say what its columns are."));
  }
}
