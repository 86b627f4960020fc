/**
 * An agency's work in one home folder: its clients, connectors, facts, KPI scripts and report
 * templates, and the job itself: import, compute, report.
 *
 * <p>Enter at {@link io.retainer.workspace.Workspace}. The server and the command line both stand
 * on it, so a figure is the same wherever it is asked for. Everything opens on first use; a home is
 * used by one process at a time.
 *
 * <p>Not here: users, schedules and deliveries (the server's), and anything that answers HTTP.
 */
package io.retainer.workspace;
