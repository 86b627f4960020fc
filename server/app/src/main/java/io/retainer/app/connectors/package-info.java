/** What can be imported: each connector in its own words, and the JARs that cannot be used. */
package io.retainer.app.connectors;
