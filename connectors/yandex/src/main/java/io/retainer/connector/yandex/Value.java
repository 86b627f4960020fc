package io.retainer.connector.yandex;

import io.retainer.toolkit.Fields;
import java.util.function.Function;

/**
 * One value of a row.
 *
 * @param column canonical column
 * @param from how it follows from the cells
 * @param sums whether the rows of a table add up to the source's own total of it
 */
record Value(String column, Function<Fields, Object> from, boolean sums) {}
