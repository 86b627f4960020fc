/**
 * Reading what exports really look like: encodings, delimiters, preambles, several tables in one
 * file, workbooks and archives, numbers and dates of many countries. A connector bundles it.
 *
 * <p>Enter at {@link io.retainer.toolkit.TableConnector}, which opens a file and turns every
 * trouble into an issue. Promises: a record is never longer than the memory allows, an archive
 * never unpacks without limit, the order of day and month and the decimal sign are decided for a
 * column as a whole and never guessed, and each row knows its physical line.
 */
package io.retainer.toolkit;
