/** Connectors that exist for tests only; they are packed into JARs and loaded like any other. */
package io.retainer.warehouse.fake;
