package io.retainer.app.inbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.imports.Intake;
import io.retainer.app.imports.Sketches;
import io.retainer.app.shell.Pages;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that takes in exports which come by themselves, put together by hand. */
public final class Inbox implements AutoCloseable {

  private final InboxSettings settings;
  private final WatchedFolder folder;
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
    this.settings = settings;
    var arrivals = new Arrivals(() -> workspace.state().jdbi());
    folder =
        new WatchedFolder(workspace, new Taking(workspace, intake, sketches, arrivals, largest));
    inboxPages = new InboxPages(workspace, settings, folder, arrivals, sketches, pages);
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
    return tasks;
  }

  @Override
  public void close() {
    folder.end();
  }
}
