package io.retainer.connector.ads;

import io.retainer.toolkit.Fields;
import java.util.function.Function;

/**
 * One value of a row.
 *
 * @param column canonical column
 * @param from how it follows from the cells
 * @param sums whether rows add up to the source's own total of it
 */
record AdValue(String column, Function<Fields, Object> from, boolean sums) {}
