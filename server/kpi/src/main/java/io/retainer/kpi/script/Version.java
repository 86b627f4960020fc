package io.retainer.kpi.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * The version of a definition: the beginning of the hash of its text, line ends aside. A KPI that
 * is made of others changes with them.
 */
final class Version {

  private static final int LENGTH = 10;

  private Version() {}

  static String of(Draft draft, Collection<Linker.Linked> operands) {
    StringBuilder text = new StringBuilder(draft.text());
    operands.forEach(operand -> text.append('\n').append(operand.version()));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
