package io.retainer.kpi;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what a look at the scripts found into their history. */
record Noting(KpiHistory history, List<Path> layers) {

  private static final Logger LOG = LoggerFactory.getLogger(Noting.class);
  private static final String INSTALLATION = "installation";

  /** A history that cannot be written stops no report. */
  void note(Map<String, List<Path>> files, Map<Path, Seen> seen, Collection<Defined> inForce) {
    synchronized (history) {
      noted(files, seen, inForce);
    }
  }

  private void noted(
      Map<String, List<Path>> files, Map<Path, Seen> seen, Collection<Defined> inForce) {
    try {
      KpiHistory.Look look = history.new Look();
      Map<String, Origin> origins = new HashMap<>();
      files.forEach(
          (name, versions) -> {
            Path file = versions.get(versions.size() - 1);
            if (seen.containsKey(file)) {
              Instant saved = seen.get(file).modified().toInstant();
              look.script(name, saved, author(file), seen.get(file).text());
              origins.put(name, new Origin(saved, look.author(name)));
            }
          });
      for (Defined defined : inForce) {
        Origin origin = origins.get(defined.definition().file());
        if (origin != null) {
          look.kpi(defined.definition(), origin.saved, origin.author);
        }
      }
      look.keep();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The history of KPI scripts cannot be written", e);
    }
  }

  private record Origin(Instant saved, String author) {}

  private String author(Path file) {
    if (layers.size() > 1 && file.startsWith(layers.get(0))) {
      return INSTALLATION;
    }
    return Authors.of(file).orElse("unknown");
  }
}
