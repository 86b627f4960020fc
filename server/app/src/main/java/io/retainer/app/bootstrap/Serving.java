package io.retainer.app.bootstrap;

import io.retainer.app.access.FrontDoor;
import io.retainer.workspace.StateClock;
import java.util.Set;

/** What runs in the container: the server, or one that only sends mails for it. */
interface Serving extends AutoCloseable {

  /** What each request passes first. */
  FrontDoor door();

  /** Pages, operations and filters. */
  Set<Object> resources();

  /**
   * @throws RuntimeException when the home is in use or the state cannot be read
   */
  void open();

  @Override
  void close();

  /** As it is set. */
  static Serving of(Settings settings) {
    return settings.deliveriesHome().isPresent()
        ? new Courier(settings, new StateClock())
        : new Server(settings);
  }
}
