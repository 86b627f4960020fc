/**
 * What people write into a report: sentences around the figures, and what becomes of findings that
 * were computed. Plain text with two liberties, paragraphs and bullets.
 */
package io.retainer.model.report.commentary;
