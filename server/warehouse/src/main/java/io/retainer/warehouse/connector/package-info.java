/**
 * The connectors that are installed. Each lives in a JAR of its own and is loaded so that it sees
 * the JDK and the SPI only: neither the server's libraries nor another connector's. A bad JAR is
 * named with its reason and harms nothing else.
 */
package io.retainer.warehouse.connector;
