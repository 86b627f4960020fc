package io.retainer.app.destinations;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host for the very connection that is made then, and finds nothing where it leads into
 * the own network: neither by a name nor by a number, however it is written.
 */
final class GuardedAddresses implements DnsResolver {

  /** A host that must not be called. */
  static final class InternalException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    InternalException(String host) {
      super(
          host
              + " lies within the own network; if it is meant, the operator says \"internal: true\"");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (isInternal(address)) {
        throw new InternalException(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolve(host)[0].getCanonicalHostName();
  }

  /** What no machine of the internet has (RFC 6890), and what leads to it in another form. */
  static boolean isInternal(InetAddress address) {
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    byte[] raw = address.getAddress();
    int first = raw[0] & 0xff;
    int second = raw[1] & 0xff;
    if (address instanceof Inet4Address) {
      return first == 0
          || first == 10
          || first >= 240
          || (first == 100 && second >= 64 && second < 128)
          || (first == 192 && second == 0 && raw[2] == 0)
          || (first == 198 && (second == 18 || second == 19));
    }
    // Only 2000::/3 is given to anybody; 2002::/16 and Teredo carry an address of another kind.
    boolean carriesAnother =
        (first == 0x20 && second == 0x02)
            || (first == 0x20 && second == 0x01 && raw[2] == 0 && raw[3] == 0);
    return (first & 0xe0) != 0x20 || carriesAnother;
  }
}
