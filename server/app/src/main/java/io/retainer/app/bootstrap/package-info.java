/**
 * How the server starts: {@link io.retainer.app.bootstrap.Server} puts it together, {@link
 * io.retainer.app.bootstrap.WarmUp} opens what is slow once it answers.
 *
 * <p>The process itself is described in {@code src/main/launch}: the script {@code server} holds
 * the one command line with all its flags, the two boot files are given to Payara Micro.
 */
package io.retainer.app.bootstrap;
