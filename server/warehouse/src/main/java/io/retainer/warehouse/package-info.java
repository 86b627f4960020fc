/**
 * The facts: every row that was ever imported, and the answers to questions about them.
 *
 * <p>Enter at {@link io.retainer.warehouse.Warehouse}. It promises that rows of different tables of
 * one account are never added together, that a number says which days it rests on, and that nothing
 * of an import is visible before all of it is. DuckDB and the SQL of facts are known here and
 * nowhere else.
 *
 * <p>The facts lie in a DuckDB file, of a small team in a PostgreSQL, and of a large one in Iceberg
 * tables of a Trino with their ledger in a PostgreSQL: it names the snapshot of each table that
 * holds, so that one transaction of it puts an import in force. What each has to say in its own way
 * is {@link io.retainer.warehouse.Database} and {@link io.retainer.warehouse.FactChanges} for what
 * is written and {@link io.retainer.warehouse.ByDialect} for questions; all other statements are
 * the same.
 *
 * <p>A series is one table layout of one account: the same dataset, cut, columns and grain. For
 * each period exactly one series of an account answers. Datasets with a key are one series whatever
 * their columns, and the latest row of a key counts. What a later import replaces stays out of
 * force, so that undoing that import brings it back.
 */
package io.retainer.warehouse;
