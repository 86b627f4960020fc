/**
 * The facts: every row that was ever imported, and the answers to questions about them.
 *
 * <p>Enter at {@link io.retainer.warehouse.Warehouse}. It promises that rows of different tables of
 * one account are never added together, that a number says which days it rests on, and that nothing
 * of an import is visible before all of it is. DuckDB and SQL are known here and nowhere else.
 */
package io.retainer.warehouse;
