package io.retainer.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Ports of this machine. */
public final class Ports {

  private Ports() {}

  public static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** The first free one of some. */
  public static OptionalInt firstFree(int from, int count) {
    return IntStream.range(from, from + count).filter(Ports::isFree).findFirst();
  }
}
