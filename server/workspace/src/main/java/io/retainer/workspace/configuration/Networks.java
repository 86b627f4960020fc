package io.retainer.workspace.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Addresses of machines and whole networks, like {@code 127.0.0.1, 10.0.0.0/8}. */
public final class Networks {

  public static final Networks NONE = new Networks(List.of());

  /** Of numbers only: nothing here asks a name server. */
  private static final String LITERAL = "[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*";

  private final List<Network> networks;

  private Networks(List<Network> networks) {
    this.networks = networks;
  }

  private record Network(byte[] address, int bits) {

    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @throws IllegalArgumentException unless all of it are addresses and networks
   */
  public static Networks parse(String text) {
    return new Networks(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(Networks::network)
            .toList());
  }

  private static Network network(String text) {
    int slash = text.indexOf('/');
    byte[] address =
        bytes(slash < 0 ? text : text.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no address"));
    int most = address.length * 8;
    String bits = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
      throw new IllegalArgumentException("\"" + text + "\" is no network");
    }
    return new Network(address, Integer.parseInt(bits));
  }

  /** Whether it is an address, written in numbers, of one of them. */
  public boolean hold(String address) {
    Optional<byte[]> bytes = networks.isEmpty() ? Optional.empty() : bytes(address);
    return bytes.isPresent() && networks.stream().anyMatch(each -> each.holds(bytes.get()));
  }

  /** Whether it is an address in numbers. */
  public static boolean isAddress(String text) {
    return bytes(text).isPresent();
  }

  private static Optional<byte[]> bytes(String text) {
    if (!text.matches(LITERAL)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
