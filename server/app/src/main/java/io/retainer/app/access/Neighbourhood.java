package io.retainer.app.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose requests are counted together: those of an address, and with IPv6 of all that one customer
 * of a provider has, which are 2^64 at least.
 */
final class Neighbourhood {

  private static final int CUSTOMER_BYTES = 8;
  private static final Pattern NUMBERS = Pattern.compile("([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:%.*)?");

  private Neighbourhood() {}

  /**
   * @param address as numbers; what is none stays as it is
   */
  static String of(String address) {
    Matcher numbers = NUMBERS.matcher(String.valueOf(address));
    if (!numbers.matches()) {
      return String.valueOf(address);
    }
    try {
      InetAddress known = InetAddress.getByName(numbers.group(1));
      byte[] bytes = known.getAddress();
      return bytes.length > CUSTOMER_BYTES
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, CUSTOMER_BYTES)) + "/64"
          : known.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
