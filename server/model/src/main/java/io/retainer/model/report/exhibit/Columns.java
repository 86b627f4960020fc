package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An amount over weeks or months, and what it is made of.
 *
 * @param dimension what the parts are
 * @param by what a column stands for
 * @param parts names of the largest parts, the largest first; empty where rows state none
 * @param hasOthers whether a further part stands for all others together
 */
public record Columns(
    KpiDescriptor kpi,
    Optional<String> currency,
    String dimension,
    Grain by,
    List<String> parts,
    boolean hasOthers,
    List<Column> columns)
    implements Exhibit {

  /** Parts that stand alone. More than five shades are not told apart. */
  public static final int MOST = 4;

  public Columns {
    parts = List.copyOf(parts);
    columns = List.copyOf(columns);
  }

  /**
   * @param days a whole week or month, or what the period has of it
   * @param amounts one for each part in their order, the others last; none where there is no data
   */
  public record Column(DateSpan days, List<BigDecimal> amounts) {

    public Column {
      amounts = List.copyOf(amounts);
    }

    public BigDecimal total() {
      return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(kpi);
  }
}
