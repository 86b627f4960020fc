package io.retainer.app.access;

import io.retainer.workspace.configuration.Networks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where requests come from. A proxy in front is believed when it is named; whatever a stranger
 * writes into the same headers stands before what the proxy adds, and is passed over.
 */
final class Callers {

  private final Networks proxies;

  Callers(Networks proxies) {
    this.proxies = proxies;
  }

  String address(HttpServletRequest request) {
    String nearest = request.getRemoteAddr();
    if (!proxies.hold(nearest)) {
      return nearest;
    }
    List<String> old = hops(request, "X-Forwarded-For");
    List<String> standard = hops(request, "Forwarded");
    Optional<String> byOld = farthest(old);
    Optional<String> byStandard = farthest(standard);
    if (byOld.isPresent() && byStandard.isPresent() && !byOld.equals(byStandard)) {
      // The proxy writes one of the two, and passes the other on as a stranger has sent it.
      return nearest;
    }
    return byOld.or(() -> byStandard).orElse(nearest);
  }

  /** The last one that is no proxy of ours; empty for none, and for what is no address. */
  private Optional<String> farthest(List<String> hops) {
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = hops.get(i);
      if (!proxies.hold(hop)) {
        return Optional.of(hop).filter(Networks::isAddress);
      }
    }
    return Optional.empty();
  }

  private static List<String> hops(HttpServletRequest request, String header) {
    List<String> hops = new ArrayList<>();
    var lines = request.getHeaders(header);
    for (String line : lines == null ? List.<String>of() : Collections.list(lines)) {
      for (String part : line.split(",")) {
        hops.add(bare(header.equals("Forwarded") ? who(part) : part.strip()));
      }
    }
    return hops;
  }

  /** The {@code for} of an element of RFC 7239. */
  private static String who(String element) {
    for (String pair : element.split(";")) {
      String text = pair.strip();
      if (text.toLowerCase(Locale.ROOT).startsWith("for=")) {
        return text.substring(4).strip().replace("\"", "");
      }
    }
    return "";
  }

  /** Without brackets and port. */
  private static String bare(String address) {
    if (address.startsWith("[") && address.indexOf(']') > 0) {
      return address.substring(1, address.indexOf(']'));
    }
    return address.matches("[0-9.]+:[0-9]+") ? address.substring(0, address.indexOf(':')) : address;
  }
}
