/**
 * The e-mail that carries a report: subject, plain text and HTML with the headline figures, in the
 * client's language. {@link io.retainer.rendering.mail.EmailBody} sends nothing.
 */
package io.retainer.rendering.mail;
