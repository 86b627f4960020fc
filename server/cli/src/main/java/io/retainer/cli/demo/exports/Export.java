package io.retainer.cli.demo.exports;

/**
 * A file as a platform exports it.
 *
 * @param name as the platform names it
 * @param platform whose it is, in words
 */
public record Export(String name, String platform, byte[] content) {}
