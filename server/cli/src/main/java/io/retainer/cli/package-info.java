/**
 * The command line: the main job without a server (import, kpi, report), and the two commands that
 * start one (serve, demo).
 *
 * <p>Enter at {@link io.retainer.cli.Retainer}. Standard output carries results only, and with
 * {@code --json} nothing but JSON; progress, advice and logs go to standard error. The exit status
 * is 0 when all is done, 1 when there is something to look at, 2 when the command was wrong.
 */
package io.retainer.cli;
