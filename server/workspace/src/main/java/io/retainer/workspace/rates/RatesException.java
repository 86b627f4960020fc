package io.retainer.workspace.rates;

import java.util.List;

/** A file of rates was refused, and nothing of it was taken. */
public final class RatesException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int NAMED = 10;

  RatesException(String problem) {
    super(problem);
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
