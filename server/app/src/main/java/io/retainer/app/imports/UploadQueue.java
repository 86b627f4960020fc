package io.retainer.app.imports;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports what browsers sent, while they look on or after they have left. What was taken on is
 * imported even when the process ends before: its files lie in the home with a note, and the next
 * process, or another server, goes on.
 */
public final class UploadQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UploadQueue.class);

  /** A large file may take minutes, and a small one does not wait behind it. */
  private static final int THREADS = 3;

  private static final int LONGEST = 100;

  /** Whoever looks on at another server need not see every row. */
  private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

  /** Files at whose import the server ended twice are likely the cause. */
  private static final int MOST_BEGINNINGS = 2;

  private final Workspace workspace;
  private final Intake intake;
  private final Sketches sketches;
  private final Clock clock;
  private final KeptUploads kept;
  private final boolean works;

  /** Those that this server imports. */
  private final Map<String, Upload> here = new ConcurrentHashMap<>();

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(LONGEST),
          UploadQueue::named);
  private volatile boolean closing;

  /** Held for writing by who interrupts: an interrupt closes a file that is being written to. */
  private final ReadWriteLock ending = new ReentrantReadWriteLock();

  /**
   * @param works whether it imports; else other servers find what was taken on
   */
  public UploadQueue(
      Workspace workspace, Intake intake, Sketches sketches, Clock clock, boolean works) {
    this.works = works;
    this.workspace = workspace;
    this.intake = intake;
    this.sketches = sketches;
    this.clock = clock;
    this.kept = new KeptUploads(() -> workspace.state().jdbi(), clock);
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
    if (isFull()) {
      throw Problem.tooMany(
          LONGEST + " uploads wait already. Send the files again in some minutes.");
    }
    var note = new UploadNote(client.id(), by, received.fields(), received.files(), 0);
    Upload upload = upload(received.id(), note);
    // Before the note: whoever finds that knows whose it is.
    try {
      kept.add(upload);
    } catch (RuntimeException e) {
      LOG.error("Upload {} is not taken on", upload.id(), e);
      throw Problem.noRoom(
          "The upload cannot be kept: the state cannot be written. Send the files again in some"
              + " minutes.");
    }
    try {
      note.save(received.folder());
    } catch (IOException e) {
      kept.remove(upload.id());
      throw Problem.noRoom(
          "The upload cannot be kept: " + e.getMessage() + ". Make room in the home folder.");
    }
    if (works) {
      begin(upload, received, note);
    } else {
      kept.leave(upload.id());
    }
    return upload;
  }

  private boolean isFull() {
    return works ? threads.getQueue().remainingCapacity() == 0 : kept.left().size() >= LONGEST;
  }

  /** Goes on with what lies there and was taken on by a process that is gone. */
  public void resume(List<Path> folders) {
    for (Path folder : folders) {
      try {
        UploadNote.read(folder).ifPresent(note -> find(folder, note));
      } catch (IOException e) {
        throw new UncheckedIOException("An upload cannot be read", e);
      }
    }
    if (!folders.isEmpty()) {
      takeUp(folders.get(0).getParent());
    }
  }

  private void find(Path folder, UploadNote note) {
    String id = Uploads.id(folder);
    Optional<Upload> known = kept.find(id);
    boolean isOver =
        known.map(Upload::isOver).orElse(workspace.clients().find(note.client()).isEmpty());
    if (isOver) {
      new Uploads.Received(Map.of(), note.files(), folder).close();
    } else if (known.isEmpty()) {
      kept.found(upload(id, note));
    }
  }

  /**
   * Goes on with what a server that is gone had taken on.
   *
   * @param place where the files of uploads lie
   */
  public void takeUp(Path place) {
    here.values().stream().filter(Upload::isOver).forEach(this::settle);
    for (String id : kept.left()) {
      boolean hasRoom = threads.getQueue().remainingCapacity() > 0;
      if (!here.containsKey(id) && hasRoom && kept.claim(id)) {
        takeUp(id, Uploads.folder(place, id));
      }
    }
  }

  private void takeUp(String id, Path folder) {
    try {
      Optional<UploadNote> note = UploadNote.read(folder);
      if (note.isPresent()) {
        resume(id, folder, note.get());
      } else {
        // Its server went before it had said that it took it on.
        kept.remove(id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An upload cannot be read", e);
    }
  }

  private void resume(String id, Path folder, UploadNote note) {
    var received = new Uploads.Received(new HashMap<>(note.fields()), note.files(), folder);
    Upload upload = upload(id, note);
    if (note.begun() >= MOST_BEGINNINGS) {
      upload.failed(
          "The server ended "
              + note.begun()
              + " times while it imported these files, so it does not try again. Send them one"
              + " by one, to see which of them it is.");
      kept.keep(upload);
      received.close();
      return;
    }
    begin(upload, received, note);
  }

  private void begin(Upload upload, Uploads.Received received, UploadNote note) {
    here.put(upload.id(), upload);
    try {
      threads.execute(() -> run(upload, received, note));
    } catch (RejectedExecutionException e) {
      upload.failed("Too many uploads wait already. Send the files again in some minutes.");
      kept.keep(upload);
      here.remove(upload.id());
      received.close();
    }
  }

  private Upload upload(String id, UploadNote note) {
    return new Upload(
        id,
        note.client(),
        note.by(),
        clock.instant(),
        note.files().stream().map(ReceivedFile::name).toList());
  }

  private void run(Upload upload, Uploads.Received received, UploadNote note) {
    Runnable end = imported(upload, received, note);
    ending.readLock().lock();
    try {
      // What ended has ended, even if it was to be cut off just now.
      Thread.interrupted();
      end(upload, end, received, note);
    } finally {
      ending.readLock().unlock();
    }
  }

  private void end(Upload upload, Runnable end, Uploads.Received received, UploadNote note) {
    // Before it is told: whoever waits for that may end the process.
    boolean isCutOff = closing;
    end.run();
    if (isCutOff) {
      leave(received, note);
      here.remove(upload.id());
      return;
    }
    settle(upload);
    received.close();
  }

  private void settle(Upload upload) {
    try {
      kept.keep(upload);
      here.remove(upload.id());
    } catch (RuntimeException e) {
      LOG.warn("What became of upload {} is written down later", upload.id(), e);
    }
  }

  /** Tells the upload how it ended. */
  private Runnable imported(Upload upload, Uploads.Received received, UploadNote note) {
    try {
      note.begunOnceMore().save(received.folder());
      Client client = workspace.clients().named(note.client());
      List<ImportResult> results =
          intake.take(
              client,
              note.files(),
              intake.options(note.fields()).by(note.by()),
              workspace.isShared() ? told(upload) : upload);
      Set<String> drawn = sketches.keep(client.id(), note.files(), results);
      return () -> upload.done(results, drawn);
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

  /** Other servers may be asked how far it is. */
  private Progress told(Upload upload) {
    return new Progress() {
      private long last = System.nanoTime();

      @Override
      public void at(String file, Step step, long rows) {
        upload.at(file, step, rows);
        if (System.nanoTime() - last > TOLD_EVERY.toNanos()) {
          last = System.nanoTime();
          kept.keep(upload);
        }
      }
    };
  }

  /** What the end of the process cut off is the next one's, and no fault of the files. */
  private static void leave(Uploads.Received received, UploadNote note) {
    try {
      note.save(received.folder());
    } catch (IOException e) {
      LOG.warn("An upload that was cut off counts as begun", e);
    }
  }

  /** One of the last day, as it is now. */
  public Optional<Upload> find(ClientId client, String id) {
    return Optional.ofNullable(here.get(id))
        .or(() -> kept.find(id))
        .filter(one -> one.client().equals(client));
  }

  /** Those that go on, and those that came to nothing in the last day; latest first. */
  public List<Upload> unfinished() {
    // Before what is kept: one that ends meanwhile is over here, or over there.
    Map<String, Upload> now = Map.copyOf(here);
    return kept.latest().stream()
        .map(one -> now.getOrDefault(one.id(), one))
        .filter(one -> !one.isOver() || one.problem().isPresent())
        .toList();
  }

  @Override
  public void close() {
    closing = true;
    ending.writeLock().lock();
    try {
      threads.shutdownNow();
    } finally {
      ending.writeLock().unlock();
    }
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
