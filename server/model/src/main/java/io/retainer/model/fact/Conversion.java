package io.retainer.model.fact;

import io.retainer.model.client.ClientId;
import java.util.Optional;

/** That amounts are converted, each at the rate of its own day, and at which rates. */
public record Conversion(String into, ExchangeRates rates) {

  /** Which clients' amounts are converted. */
  @FunctionalInterface
  public interface Choice {

    /** Amounts stay as they were booked. */
    Choice NONE = client -> Optional.empty();

    Optional<Conversion> of(ClientId client);
  }
}
