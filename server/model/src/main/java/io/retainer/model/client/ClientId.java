package io.retainer.model.client;

import java.util.regex.Pattern;

/** A client's short name in paths, addresses and scripts: {@code kaviarnia-minsk}. */
public record ClientId(String value) {

  /** What an id looks like; names of folders are told from it. */
  public static final String PATTERN = "[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?";

  private static final Pattern COMPILED = Pattern.compile(PATTERN);

  public ClientId {
    if (!COMPILED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A client id has up to 64 small letters, digits and hyphens, like \"nordic-outdoor\"; saw \""
              + value
              + "\"");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
