package io.retainer.app.links;

import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Problem;
import java.net.URI;
import java.util.List;

/** Makes and revokes links, for pages and for programs alike. */
public final class LinkDesk {

  /** Whoever comes back to a mail after a quarter asks for the report again. */
  private static final int MAIL_DAYS = 90;

  /** Stands where links have the name of who made them. */
  private static final String BY_MAIL = "mail";

  private final Links links;
  private final Runs runs;
  private final RunSteps steps;
  private final URI url;

  /**
   * @param url the address people use
   */
  public LinkDesk(Links links, Runs runs, RunSteps steps, URI url) {
    this.links = links;
    this.runs = runs;
    this.steps = steps;
    this.url = url;
  }

  /**
   * @param address with the secret; shown once
   */
  record Fresh(Link link, String address) {}

  Run run(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no run \"" + id + "\"."));
  }

  Fresh make(String id, int days, String by) {
    Run run = run(id);
    List<RunStep> life = steps.of(run);
    boolean isRejected = life.stream().anyMatch(step -> step.kind() == RunStep.Kind.REJECTED);
    if (run.state() != Run.State.READY || isRejected || RunSteps.isUndecided(life)) {
      throw Problem.conflict(
          "A link leads to a report that is ready and that nobody has yet to approve or has"
              + " rejected. Approve this one first, or make it again.");
    }
    if (RunSteps.isCleared(life)) {
      throw Problem.conflict(
          "The files of this report are kept no longer, and a link would lead nowhere. Make the"
              + " report again, and a link to that one.");
    }
    Links.Made made;
    try {
      made = links.make(id, days, by);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    }
    return new Fresh(made.link(), url.resolve("/share/" + made.secret() + "/report").toString());
  }

  /** A link that a mail carries in place of its files. */
  public LargeFiles.Made forMail(String run) {
    Fresh fresh = make(run, MAIL_DAYS, BY_MAIL);
    return new LargeFiles.Made(
        URI.create(fresh.address()),
        fresh.link().expiresAt(),
        () -> revoke(run, fresh.link().id(), BY_MAIL));
  }

  List<Link> of(String run) {
    return links.of(run(run).id());
  }

  void revoke(String run, String link, String by) {
    if (!links.revoke(run(run).id(), link, by)) {
      throw Problem.missing("This run has no such link.");
    }
  }

  /** A number of days as somebody typed it; the usual ones for nothing. */
  static int days(String text) {
    if (text.isBlank()) {
      return Links.USUAL_DAYS;
    } else if (!text.strip().matches("[0-9]{1,3}")) {
      throw Problem.invalid(
          "A link is good for 1 to " + Links.MOST_DAYS + " days; write how many as a number.");
    }
    return Integer.parseInt(text.strip());
  }
}
