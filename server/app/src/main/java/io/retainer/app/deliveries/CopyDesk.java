package io.retainer.app.deliveries;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Problem;
import io.retainer.rendering.mail.MailMark;
import java.util.List;

/** Tests of reports, for pages and programs alike: to the agency's own people, and nobody else. */
public final class CopyDesk {

  private final Copies copies;
  private final Runs runs;
  private final CopyPost post;
  private final Colleagues colleagues;

  public CopyDesk(Copies copies, Runs runs, CopyPost post, Colleagues colleagues) {
    this.copies = copies;
    this.runs = runs;
    this.post = post;
    this.colleagues = colleagues;
  }

  Run run(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no run \"" + id + "\"."));
  }

  /**
   * Sends a run as its recipients would get it, marked as a test.
   *
   * @param by name of who asks
   * @param to an address of the agency's own; that of who asks when empty
   * @throws IllegalArgumentException when the address is none of the agency's
   */
  public Copy test(String run, String by, String to) {
    Run known = run(run);
    String recipient = colleagues.chosen(by, to).text();
    if (known.state() == Run.State.FAILED) {
      throw Problem.impossible(
          "Run %s could not be made, so there is nothing to send: %s"
              .formatted(run, known.reason().orElse("see the server's log.")));
    }
    return post.send(run, MailMark.Kind.TEST, recipient, by, "");
  }

  /**
   * @throws IllegalArgumentException when a test may not go there
   */
  public void check(String by, String to) {
    colleagues.chosen(by, to);
  }

  /** Tests and internal copies of a run, the newest first. */
  List<Copy> of(String run) {
    return copies.of(run(run).id());
  }

  /** Whole addresses that may be chosen, one's own first. */
  public List<String> choices(String name) {
    return colleagues.choices(name);
  }
}
