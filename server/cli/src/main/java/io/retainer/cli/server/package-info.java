/**
 * The server as a process of its own: Payara Micro with the WAR, started by {@code serve} and
 * {@code demo}, watched, and stopped with them.
 *
 * <p>Enter at {@link io.retainer.cli.server.ServerProcess}. The command line of the server, with
 * all its flags, is in one place: the script {@code server/start} of the installation.
 */
package io.retainer.cli.server;
