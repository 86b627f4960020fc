package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was booked, beside what each platform claims for itself. Claims overlap, so they are never
 * added to each other.
 *
 * @param booked of the shop or the CRM, with a value
 * @param claims of the platforms; one that was fed before and has nothing in the period has no
 *     value
 */
public record Reconciliation(KpiFigure booked, List<KpiFigure> claims) implements Exhibit {

  public Reconciliation {
    claims = List.copyOf(claims);
    if (booked.current().value().isEmpty() || claims.isEmpty()) {
      throw new IllegalArgumentException("A reconciliation needs what was booked and a claim");
    }
  }

  @Override
  public List<KpiDescriptor> kpis() {
    return Stream.concat(Stream.of(booked), claims.stream()).map(KpiFigure::kpi).toList();
  }

  /** Whether both are whole and of one currency. */
  public boolean isComparable(KpiFigure claim) {
    return claim.current().value().isPresent()
        && !isOtherMoney(claim)
        && !Change.isMissingDays(claim.current())
        && !Change.isMissingDays(booked.current());
  }

  public boolean isOtherMoney(KpiFigure claim) {
    return claim.current().value().isPresent()
        && !claim.current().currency().equals(booked.current().currency());
  }

  /** By how much the claim is more than what was booked. */
  public Optional<BigDecimal> difference(KpiFigure claim) {
    return isComparable(claim)
        ? Optional.of(amount(claim).subtract(amount(booked)))
        : Optional.empty();
  }

  /** The claim by what was booked; empty when nothing was. */
  public Optional<BigDecimal> ratio(KpiFigure claim) {
    return isComparable(claim) && amount(booked).signum() > 0
        ? Optional.of(amount(claim).divide(amount(booked), MathContext.DECIMAL128))
        : Optional.empty();
  }

  private static BigDecimal amount(KpiFigure figure) {
    return figure.current().value().orElseThrow();
  }
}
