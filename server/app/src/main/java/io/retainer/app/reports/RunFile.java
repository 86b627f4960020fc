package io.retainer.app.reports;

import io.retainer.workspace.ReportFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a run.
 *
 * @param name as it is handed out and attached
 */
public record RunFile(ReportFormat format, String name, long size, String sha256) {

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
