/**
 * Clients' own versions of reports: composed without a file, tried, saved, and brought back.
 *
 * <p>Enter at {@link io.retainer.workspace.composing.ReportVersions}. What is saved is the {@code
 * override.yaml} that may be edited by hand as well; nothing is kept of it anywhere else but its
 * earlier texts. A version that would not work is not saved.
 */
package io.retainer.workspace.composing;
