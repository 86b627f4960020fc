package io.retainer.model.target;

import java.math.BigDecimal;
import java.util.Optional;

/** Where a value has to be. Bounds belong to it; a percent is a fraction, as in KPIs. */
public sealed interface Goal {

  /** Digits that a bound has before and behind the decimal mark at most. */
  int WHOLE_DIGITS = 20;

  int DECIMALS = 10;

  boolean isReachedBy(BigDecimal value);

  /** The lower bound, where there is one. */
  Optional<BigDecimal> low();

  /** The upper bound, where there is one. */
  Optional<BigDecimal> high();

  /** Not less than. */
  record AtLeast(BigDecimal bound) implements Goal {
    public AtLeast {
      bound = checked(bound);
    }

    @Override
    public boolean isReachedBy(BigDecimal value) {
      return value.compareTo(bound) >= 0;
    }

    @Override
    public Optional<BigDecimal> low() {
      return Optional.of(bound);
    }

    @Override
    public Optional<BigDecimal> high() {
      return Optional.empty();
    }
  }

  /** Not more than. */
  record AtMost(BigDecimal bound) implements Goal {
    public AtMost {
      bound = checked(bound);
    }

    @Override
    public boolean isReachedBy(BigDecimal value) {
      return value.compareTo(bound) <= 0;
    }

    @Override
    public Optional<BigDecimal> low() {
      return Optional.empty();
    }

    @Override
    public Optional<BigDecimal> high() {
      return Optional.of(bound);
    }
  }

  /** Between both bounds. */
  record Band(BigDecimal from, BigDecimal to) implements Goal {
    public Band {
      from = checked(from);
      to = checked(to);
      if (from.compareTo(to) >= 0) {
        throw new IllegalArgumentException(
            "A band goes from the smaller bound to the larger one, like 2..4; saw %s..%s"
                .formatted(from.toPlainString(), to.toPlainString()));
      }
    }

    @Override
    public boolean isReachedBy(BigDecimal value) {
      return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
    }

    @Override
    public Optional<BigDecimal> low() {
      return Optional.of(from);
    }

    @Override
    public Optional<BigDecimal> high() {
      return Optional.of(to);
    }
  }

  /** As it is compared and kept: without zeros that say nothing. */
  private static BigDecimal checked(BigDecimal bound) {
    BigDecimal plain = bound.signum() == 0 ? BigDecimal.ZERO : bound.stripTrailingZeros();
    if (plain.scale() > DECIMALS || plain.precision() - plain.scale() > WHOLE_DIGITS) {
      throw new IllegalArgumentException(
          "A target has up to %d digits before and %d behind the decimal mark; saw %s"
              .formatted(WHOLE_DIGITS, DECIMALS, plain));
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
