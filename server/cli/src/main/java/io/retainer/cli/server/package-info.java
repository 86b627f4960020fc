/**
 * The server as a process of its own: Payara Micro with the WAR, started by {@code serve} and
 * {@code demo}, watched, and stopped with them.
 *
 * <p>Enter at {@link io.retainer.cli.server.ServerProcess}. Payara's own files lie unpacked in the
 * installation, shared by all homes and never written; what a running server writes lies in {@code
 * <home>/run/payara} and is made anew at each start, because Payara remembers what was deployed.
 */
package io.retainer.cli.server;
