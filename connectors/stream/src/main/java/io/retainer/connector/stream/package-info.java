/**
 * What programs say that fetch data from platforms: messages of Singer taps and of Airbyte sources,
 * one on each line. What they hold of a stream goes into a canonical dataset by a mapping, one that
 * comes with the connector or one that the user gives.
 *
 * <p>Enter at {@link io.retainer.connector.stream.Streams}; the mappings lie beside it. Promises: a
 * line that is no message is an issue with its number and harms no other; of records with the same
 * key the last one counts; streams that no mapping describes are named. The file is read as often
 * as it has streams that are mapped, and never held.
 *
 * <p>Not here: starting such a program. Its output is imported as a file.
 */
package io.retainer.connector.stream;
