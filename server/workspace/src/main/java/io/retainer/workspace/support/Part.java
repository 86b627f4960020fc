package io.retainer.workspace.support;

/**
 * One file of a bundle.
 *
 * @param name as in {@code settings.txt}
 * @param about what it shows, in a few words
 */
public record Part(String name, String about, String text) {}
