/**
 * The state of a home from one database into another: from its file into a PostgreSQL, and out of a
 * PostgreSQL into the file that a backup holds.
 *
 * <p>Enter at {@link io.retainer.workspace.move.HomeMove}. Either all rows arrive and are counted
 * again, or none does; where they came from is not touched.
 */
package io.retainer.workspace.move;
