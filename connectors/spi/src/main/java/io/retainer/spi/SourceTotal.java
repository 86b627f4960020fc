package io.retainer.spi;

import java.math.BigDecimal;

/**
 * A total as the source states it. Belongs to the table begun last.
 *
 * @param column canonical column
 * @param value the stated total
 * @param line where it stands
 */
public record SourceTotal(String column, BigDecimal value, long line) {}
