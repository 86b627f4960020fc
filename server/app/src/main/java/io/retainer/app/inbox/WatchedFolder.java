package io.retainer.app.inbox;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code <home>/inbox/<client>/}, where files are dropped. A look imports what has arrived whole
 * since the last one. The folders are made for clients that have none.
 */
public final class WatchedFolder {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFolder.class);

  private final Workspace workspace;
  private final Taking taking;
  private final Map<ClientId, ClientFolder> folders = new HashMap<>();
  private final Set<LeftAlone> said = new HashSet<>();
  private volatile FolderLook last = FolderLook.none();
  private volatile boolean ended;

  WatchedFolder(Workspace workspace, Taking taking) {
    this.workspace = workspace;
    this.taking = taking;
  }

  /** What the last look found. */
  FolderLook last() {
    return last;
  }

  /** No further import begins. */
  void end() {
    ended = true;
  }

  synchronized void look() {
    Instant now = workspace.clock().instant();
    try {
      last = look(now);
    } catch (IOException e) {
      if (last.problem().isEmpty()) {
        LOG.warn("The inbox folder {} cannot be used", workspace.home().inbox(), e);
      }
      last = FolderLook.failed(now, ClientFolder.told(e));
    }
  }

  private FolderLook look(Instant now) throws IOException {
    Path root = made(workspace.home().inbox());
    List<FolderLook.OfClient> waiting = new ArrayList<>();
    List<LeftAlone> left = new ArrayList<>();
    Map<String, Client> clients =
        workspace.clients().all().stream()
            .collect(Collectors.toMap(client -> client.id().value(), client -> client));
    for (Client client : clients.values()) {
      Path folder = root.resolve(client.id().value());
      if (ended) {
        break;
      }
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || isMade(folder)) {
        look(client, folder, now, waiting, left);
      }
    }
    left.addAll(strangers(root, clients.keySet()));
    say(left);
    return new FolderLook(Optional.of(now), waiting, left, "");
  }

  private void look(
      Client client,
      Path folder,
      Instant now,
      List<FolderLook.OfClient> waiting,
      List<LeftAlone> left) {
    String name = folder.getFileName().toString();
    try {
      var found =
          Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!found.isDirectory()) {
        left.add(
            new LeftAlone(
                name,
                found.isRegularFile() ? LeftAlone.Why.NOT_IN_A_FOLDER : ClientFolder.kind(found)));
        return;
      }
      ClientFolder.Found inIt =
          folders
              .computeIfAbsent(client.id(), id -> new ClientFolder(folder, taking))
              .look(client, now);
      inIt.waiting().forEach(file -> waiting.add(new FolderLook.OfClient(client.id(), file)));
      left.addAll(inIt.leftAlone());
    } catch (IOException e) {
      left.add(new LeftAlone(name, LeftAlone.Why.UNREADABLE, ClientFolder.told(e)));
    }
  }

  private static List<LeftAlone> strangers(Path root, Set<String> clients) throws IOException {
    List<LeftAlone> left = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
      for (Path path : all) {
        String name = path.getFileName().toString();
        if (clients.contains(name) || name.startsWith(".") || Sight.isClutter(name)) {
          continue;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          left.add(new LeftAlone(name, LeftAlone.Why.NO_CLIENT));
        } else {
          left.add(
              new LeftAlone(
                  name,
                  Files.isSymbolicLink(path) ? LeftAlone.Why.LINK : LeftAlone.Why.NOT_IN_A_FOLDER));
        }
      }
    }
    return left;
  }

  /** Each thing is logged once, as long as it stays. */
  private void say(List<LeftAlone> left) {
    said.retainAll(left);
    for (LeftAlone each : left) {
      if (said.add(each)) {
        LOG.warn("Inbox: {} is left alone: {} {}", each.place(), each.why().word(), each.detail());
      }
    }
  }

  private static boolean isMade(Path folder) {
    try {
      made(folder);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Private when it is new; whoever wants others to drop files changes its rights, once. */
  private static Path made(Path folder) throws IOException {
    return Files.isDirectory(folder) ? folder : PrivateFolder.of(folder);
  }
}
