package io.retainer.systemtest;

import io.retainer.cli.server.Ports;
import java.util.concurrent.ThreadLocalRandom;

/** By chance: between the look and the server's own other tests look for a port too. */
final class FreePort {

  private FreePort() {}

  static int get() {
    return Ports.firstFree(ThreadLocalRandom.current().nextInt(20_000, 30_000), 200).orElseThrow();
  }
}
