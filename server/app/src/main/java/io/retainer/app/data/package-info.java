/**
 * The rows behind the figures, for people: what a dataset of a client holds, line by line, and the
 * file, import and person that each line came from.
 *
 * <p>Enter at {@link io.retainer.app.data.DataPages}. Rows of one table are shown at a time, since
 * platforms export the same clicks in several. Below a column stands its sum, or why there is none.
 * However many rows there are, a page asks the same few statements. Who somebody is stands in no
 * row: only that two rows are about the same person.
 */
package io.retainer.app.data;
