package io.retainer.app.imports;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports what browsers sent, while they look on or after they have left. What was taken on is
 * imported even when the process ends before: its files lie in the home with a note, and the next
 * process goes on.
 */
public final class UploadQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UploadQueue.class);

  /** A large file may take minutes, and a small one does not wait behind it. */
  private static final int THREADS = 3;

  private static final int LONGEST = 100;
  private static final Duration REMEMBERED = Duration.ofDays(1);

  /** Files at whose import the server ended twice are likely the cause. */
  private static final int MOST_BEGINNINGS = 2;

  private final Workspace workspace;
  private final Intake intake;
  private final Sketches sketches;
  private final Clock clock;
  private final Map<String, Upload> known = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(LONGEST),
          UploadQueue::named);
  private volatile boolean closing;

  public UploadQueue(Workspace workspace, Intake intake, Sketches sketches, Clock clock) {
    this.workspace = workspace;
    this.intake = intake;
    this.sketches = sketches;
    this.clock = clock;
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-uploads");
    thread.setDaemon(true);
    thread.setContextClassLoader(UploadQueue.class.getClassLoader());
    return thread;
  }

  /**
   * Takes on what was received; from here on the files are the queue's to delete.
   *
   * @throws Problem when something is wrong with what the form says; the files are the caller's
   *     then
   */
  Upload submit(Uploads.Received received, String by) {
    Client client = workspace.clients().named(Input.value(received.field("client"), ClientId::new));
    if (received.files().isEmpty()) {
      throw Problem.invalid("No file was sent. Choose at least one.");
    }
    intake.options(received.fields());
    if (threads.getQueue().remainingCapacity() == 0) {
      throw Problem.tooMany(
          LONGEST + " uploads wait already. Send the files again in some minutes.");
    }
    var note = new UploadNote(client.id(), by, received.fields(), received.files(), 0);
    try {
      note.save(received.folder());
    } catch (IOException e) {
      throw Problem.noRoom(
          "The upload cannot be kept: " + e.getMessage() + ". Make room in the home folder.");
    }
    return begin(received, note);
  }

  /** Goes on with what the last process had taken on. */
  public void resume(List<Path> folders) {
    for (Path folder : folders) {
      try {
        UploadNote.read(folder).ifPresent(note -> resume(folder, note));
      } catch (IOException e) {
        throw new UncheckedIOException("An upload cannot be read", e);
      }
    }
  }

  private void resume(Path folder, UploadNote note) {
    var received = new Uploads.Received(new HashMap<>(note.fields()), note.files(), folder);
    if (note.begun() >= MOST_BEGINNINGS) {
      remember(note)
          .failed(
              "The server ended "
                  + note.begun()
                  + " times while it imported these files, so it does not try again. Send them one"
                  + " by one, to see which of them it is.");
      received.close();
      return;
    }
    begin(received, note);
  }

  private Upload begin(Uploads.Received received, UploadNote note) {
    Upload upload = remember(note);
    try {
      threads.execute(() -> run(upload, received, note));
    } catch (RejectedExecutionException e) {
      upload.failed("Too many uploads wait already. Send the files again in some minutes.");
      received.close();
    }
    return upload;
  }

  private Upload remember(UploadNote note) {
    Instant oldest = clock.instant().minus(REMEMBERED);
    known.values().removeIf(old -> old.isOver() && old.sentAt().isBefore(oldest));
    var upload =
        new Upload(
            UUID.randomUUID().toString(),
            note.client(),
            note.by(),
            clock.instant(),
            note.files().stream().map(ReceivedFile::name).toList());
    known.put(upload.id(), upload);
    return upload;
  }

  private void run(Upload upload, Uploads.Received received, UploadNote note) {
    Runnable end = imported(upload, received, note);
    // Before it is told: whoever waits for that may end the process.
    boolean isCutOff = closing;
    end.run();
    if (isCutOff) {
      leave(received, note);
    } else {
      received.close();
    }
  }

  /** Tells the upload how it ended. */
  private Runnable imported(Upload upload, Uploads.Received received, UploadNote note) {
    try {
      note.begunOnceMore().save(received.folder());
      Client client = workspace.clients().named(note.client());
      List<ImportResult> results =
          intake.take(client, note.files(), intake.options(note.fields()).by(note.by()), upload);
      Set<String> kept = sketches.keep(client.id(), note.files(), results);
      return () -> upload.done(results, kept);
    } catch (Problem | UnknownClientException e) {
      return () -> upload.failed(e.getMessage());
    } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
      // Also errors: a process that ends closes the loader of classes that are yet to come.
      LOG.error("Upload {} stopped", upload.id(), e);
      return () ->
          upload.failed(
              "The import stopped, and nothing of the file it was at is there. Send the files"
                  + " again; the log says more under "
                  + upload.id()
                  + ".");
    }
  }

  /** What the end of the process cut off is the next one's, and no fault of the files. */
  private static void leave(Uploads.Received received, UploadNote note) {
    try {
      note.save(received.folder());
    } catch (IOException e) {
      LOG.warn("An upload that was cut off counts as begun", e);
    }
  }

  /** One of the last day. */
  public Optional<Upload> find(ClientId client, String id) {
    return Optional.ofNullable(known.get(id)).filter(one -> one.client().equals(client));
  }

  /** Those that go on, and those that came to nothing in the last day; latest first. */
  public List<Upload> unfinished() {
    List<Upload> all = new ArrayList<>(known.values());
    all.removeIf(one -> one.isOver() && one.problem().isEmpty());
    all.sort(Comparator.comparing(Upload::sentAt).reversed());
    return all;
  }

  @Override
  public void close() {
    closing = true;
    threads.shutdownNow();
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
