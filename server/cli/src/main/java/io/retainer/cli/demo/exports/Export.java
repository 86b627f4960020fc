package io.retainer.cli.demo.exports;

import java.util.Optional;

/**
 * A file as a platform exports it.
 *
 * @param name as the platform names it
 * @param platform whose it is, in words
 * @param mapping name of the declarative mapping that reads it, for a till of one's own
 */
public record Export(String name, String platform, byte[] content, Optional<String> mapping) {

  static Export of(String name, String platform, byte[] content) {
    return new Export(name, platform, content, Optional.empty());
  }
}
