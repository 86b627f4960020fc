package io.retainer.workspace.rates;

import java.util.List;

/** A file of rates was refused, or could not be taken back; nothing was changed. */
public final class RatesException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int NAMED = 10;

  RatesException(String problem) {
    super(problem);
  }

  RatesException(String problem, Throwable cause) {
    super(problem, cause);
  }

  RatesException(String file, List<String> problems) {
    super(
        "%s was not taken. %s%s"
            .formatted(
                file,
                String.join(" ", problems.subList(0, Math.min(NAMED, problems.size()))),
                problems.size() > NAMED ? " And %d more.".formatted(problems.size() - NAMED) : ""));
  }
}
