package io.retainer.app.reports;

import io.retainer.app.shell.EventStreams;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;

/** How far a report is, for as long as somebody looks. */
@Path("/reports/{id}/events")
public final class RunEvents {

  private final Runs runs;
  private final EventStreams streams;

  public RunEvents(Runs runs, EventStreams streams) {
    this.runs = runs;
    this.streams = streams;
  }

  @GET
  @Requires(Role.VIEWER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @PathParam("id") String id,
      @Context SecurityContext security,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Texts texts = Texts.in(Visit.of(security).language());
    String known = named(id).id();
    streams.open(
        Visit.of(security),
        sink,
        sse,
        () -> {
          Run.State state = named(known).state();
          return new EventStreams.Now(List.of(texts.text("run." + state.word())), state.isOver());
        });
  }

  private Run named(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no run \"" + id + "\"."));
  }
}
