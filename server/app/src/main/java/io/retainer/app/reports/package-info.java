/**
 * Runs: somebody asks for a client's report of a period, and its PDF and workbook are rendered in
 * the background, kept, and handed out.
 *
 * <p>Enter at {@link io.retainer.app.reports.Runs} to ask for a run and to see what became of it.
 * Promises: a run is ready with all of its files or with none; its files never change; what a crash
 * interrupted is taken up once more at the next start, then given up with a reason.
 *
 * <p>Not here: when reports are made ({@code schedules}) and who receives them ({@code
 * deliveries}).
 */
package io.retainer.app.reports;
