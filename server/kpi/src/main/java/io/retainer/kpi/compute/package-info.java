/**
 * Computations on the server's side: a few worker processes, asked one question at a time, kept
 * warm while they are asked, ended when they take too long, too much, or answer nonsense. Nothing a
 * computation does reaches the server; it notices one value that failed.
 *
 * <p>Enter at {@link io.retainer.kpi.compute.Workers}. The first question starts the first worker;
 * nothing happens before.
 */
package io.retainer.kpi.compute;
