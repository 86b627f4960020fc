package io.retainer.app.inbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.imap.ImapConnection;
import io.retainer.app.imap.ImapLook;
import io.retainer.app.imports.Intake;
import io.retainer.app.imports.Sketches;
import io.retainer.app.shell.Pages;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Everything that takes in exports which come by themselves, put together by hand. */
public final class Inbox implements AutoCloseable {

  private static final Duration MAIL_EVERY = Duration.ofMinutes(1);

  private final InboxSettings settings;
  private final WatchedFolder folder;
  private final Optional<Mailbox> mailbox;
  private final InboxPages inboxPages;

  /**
   * @param largest bytes of a file that is taken
   */
  public Inbox(
      Workspace workspace,
      Intake intake,
      Sketches sketches,
      InboxSettings settings,
      long largest,
      Pages pages) {
    Supplier<Jdbi> state = () -> workspace.state().jdbi();
    this.settings = settings;
    var arrivals = new Arrivals(state);
    var taking = new Taking(workspace, intake, sketches, arrivals, largest);
    folder = new WatchedFolder(workspace, taking);

    var rules = new SenderRules(state);
    var mails = new ReceivedMails(state);
    var kept = new KeptMails(workspace.home()::receivedMail, workspace.keeping());
    mailbox =
        settings
            .imap()
            .map(
                imap ->
                    new Mailbox(
                        imap,
                        new ImapConnection(imap),
                        new MailTaking(taking, rules, mails, kept, imap.trustedAuthserv()),
                        mails,
                        workspace.clock()));
    var post = new InboxPages.Post(mailbox, rules, mails);
    inboxPages = new InboxPages(workspace, settings, folder, post, arrivals, sketches, pages);
  }

  /** How the last look into its mailbox went; empty without one. */
  public Optional<ImapLook> last() {
    return mailbox.map(Mailbox::last);
  }

  public Set<Object> resources() {
    return Set.of(inboxPages);
  }

  /** What the clock has to know of. */
  public List<Task<?>> tasks() {
    List<Task<?>> tasks = new ArrayList<>();
    if (settings.folder()) {
      tasks.add(
          Tasks.recurring("inbox-folder", FixedDelay.of(Stillness.STILL))
              .execute((instance, context) -> folder.look()));
    }
    mailbox.ifPresent(
        box ->
            tasks.add(
                Tasks.recurring("inbox-mail", FixedDelay.of(MAIL_EVERY))
                    .execute((instance, context) -> box.look())));
    return tasks;
  }

  @Override
  public void close() {
    folder.end();
    mailbox.ifPresent(Mailbox::end);
  }
}
