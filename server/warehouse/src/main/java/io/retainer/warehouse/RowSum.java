package io.retainer.warehouse;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * Rows as two numbers, whatever their order: how many they are, and the sum of their hashes. Two
 * tables that agree in both have the same rows.
 */
final class RowSum {

  private final MessageDigest sha256;
  private long rows;
  private long hashes;

  RowSum() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(Object[] values) {
    for (Object value : values) {
      // Trailing zeros are no other number. A null is no text, and where one ends has to be known.
      String text =
          value instanceof BigDecimal number
              ? number.stripTrailingZeros().toPlainString()
              : Objects.toString(value, "");
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int length = value == null ? -1 : bytes.length;
      sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
      sha256.update(bytes);
    }
    hashes += ByteBuffer.wrap(sha256.digest()).getLong();
    rows++;
  }

  long rows() {
    return rows;
  }

  boolean agreesWith(RowSum other) {
    return rows == other.rows && hashes == other.hashes;
  }
}
