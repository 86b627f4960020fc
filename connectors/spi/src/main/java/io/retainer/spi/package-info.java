/**
 * What a connector and the server say to each other: the contract of a plug-in that reads a
 * platform's export, and the vocabulary of the canonical datasets it fills.
 *
 * <p>Enter at {@link io.retainer.spi.Connector}. This package needs the JDK only, and it is the
 * only package of the server that a connector sees. A connector is found through {@link
 * java.util.ServiceLoader} in a JAR of its own, which carries every library it uses.
 */
package io.retainer.spi;
