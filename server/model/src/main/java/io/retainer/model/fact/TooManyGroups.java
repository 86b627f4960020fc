package io.retainer.model.fact;

import java.util.List;

/**
 * There are more groups than one answer may have; {@link FactSource#largest} finds some of them.
 */
public final class TooManyGroups extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int most;

  public TooManyGroups(int most, List<String> by) {
    super(
        "More than %,d groups by %s; group by fewer dimensions or narrow the rows"
            .formatted(most, by));
    this.most = most;
  }

  /** How many an answer may have. */
  public int most() {
    return most;
  }
}
