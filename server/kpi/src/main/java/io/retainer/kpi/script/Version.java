package io.retainer.kpi.script;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * The version of a definition: the beginning of the hash of its text, line ends aside. A KPI that
 * is made of others changes with them.
 */
public final class Version {

  private static final int LENGTH = 10;

  private Version() {}

  /** Of a KPI made of others; a computed one is made of its series. */
  public static String of(String text, Collection<String> operands) {
    String all = text + operands.stream().map(operand -> "\n" + operand).collect(joining());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
