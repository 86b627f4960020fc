package io.retainer.app.reports;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asks for.
 *
 * @param report id of the template
 * @param locale the reader's language, when it is not the client's
 */
public record RunRequest(
    ClientId client,
    String report,
    Period period,
    Optional<Locale> locale,
    Set<ReportFormat> formats) {

  public RunRequest {
    formats = Set.copyOf(formats);
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("A report needs at least one format: pdf or xlsx");
    }
  }
}
