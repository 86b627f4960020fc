/**
 * The JSON that scripts of users build on, in one place for the command line and the API. Names and
 * meanings here never change; fields may be added.
 *
 * <p>Ratios are fractions, dates ISO 8601 with the last day included, numbers keep their full
 * precision, and what is not there is {@code null}, never absent.
 */
package io.retainer.workspace.contract;
