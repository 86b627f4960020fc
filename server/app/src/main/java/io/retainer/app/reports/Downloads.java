package io.retainer.app.reports;

import io.retainer.app.shell.Problem;
import io.retainer.workspace.ReportFormat;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;

/** Hands a run's files out, to programs and to browsers alike. */
final class Downloads {

  /** Who has signed out, or sees the client no longer, finds nothing left in their browser. */
  private static final String NOWHERE = "no-store";

  private final RunFiles files;

  Downloads(RunFiles files) {
    this.files = files;
  }

  /** A file never changes, so who has it already is told so. */
  Response file(Run run, String word, Request request) {
    RunFile file =
        ReportFormat.of(word)
            .flatMap(run::file)
            .orElseThrow(
                () ->
                    Problem.missing(
                        "Run %s has no file \"%s\": it is not ready, could not be made, or was asked for without it."
                            .formatted(run.id(), word)));
    var version = new EntityTag(file.sha256());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(version);
    if (unchanged != null) {
      return unchanged.header(HttpHeaders.CACHE_CONTROL, NOWHERE).build();
    }
    try {
      Path path = files.path(run, file);
      return Response.ok(path.toFile(), file.format().mediaType())
          .header(
              HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + safe(file.name()) + "\"")
          .header(HttpHeaders.CONTENT_LENGTH, file.size())
          .tag(version)
          .header(HttpHeaders.CACHE_CONTROL, NOWHERE)
          .build();
    } catch (IOException e) {
      throw Problem.missing(
          "The file of run "
              + run.id()
              + " is no longer on the server's disk. Run the report again.");
    }
  }

  /** Names are made of ids and periods; nothing else may reach a header. */
  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
