/** Measures, with a command each; not part of the tests. */
package io.retainer.warehouse.benchmark;
