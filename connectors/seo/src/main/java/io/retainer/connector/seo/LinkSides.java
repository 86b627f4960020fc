package io.retainer.connector.seo;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which side of a table of links is the site: backlinks lead to one site from many, its own links
 * from one to many.
 */
final class LinkSides {

  private final Set<String> sources = new HashSet<>();
  private final Set<String> targets = new HashSet<>();
  private String firstSource;
  private String firstTarget;

  void see(String source, String target) {
    String from = source == null ? null : Site.in(source).orElse(null);
    String to = target == null ? null : Site.in(target).orElse(null);
    firstSource = firstSource == null ? from : firstSource;
    firstTarget = firstTarget == null ? to : firstTarget;
    note(sources, from);
    note(targets, to);
  }

  private static void note(Set<String> sites, String host) {
    if (host != null && sites.size() < 2) {
      sites.add(withoutSubdomains(host));
    }
  }

  private static String withoutSubdomains(String host) {
    String[] labels = host.split("\\.");
    return labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  boolean areOwnLinks() {
    return sources.size() == 1 && targets.size() > 1;
  }

  Optional<String> site() {
    return Optional.ofNullable(areOwnLinks() ? firstSource : firstTarget);
  }
}
