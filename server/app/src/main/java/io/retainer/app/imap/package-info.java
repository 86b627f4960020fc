/**
 * Mailboxes that are looked into: how they are set, opened, read and asked again after a failure.
 */
package io.retainer.app.imap;
