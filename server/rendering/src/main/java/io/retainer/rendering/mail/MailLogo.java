package io.retainer.rendering.mail;

/**
 * A picture that a mail carries in itself, as nothing is fetched when a mail is opened.
 *
 * @param id by which the words name it
 */
public record MailLogo(String id, byte[] png) {}
