package io.retainer.app.shell;

/**
 * Somebody who may sign in, or a program with a token.
 *
 * @param name what they sign in with and what the log shows
 */
public record Account(String id, String name, Role role) {}
