package io.retainer.warehouse.imports;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.ReadIssue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps addresses of people out of what is kept: a stranger's connector may forget it, a column may
 * be shifted, and a shop's link may carry the customer's address.
 */
final class Personal {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

  /** An issue shows the beginning of a cell, so that an address may be cut off. */
  private static final Pattern PART_OF_ADDRESS =
      Pattern.compile("[^\\s@\"'<>,;|()]{1,200}@[^\\s@\"'<>,;|()]{0,200}");

  private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ().-]{7,20}\\d");

  private final MessageDigest digest;
  private final byte[] salt;

  Personal(String salt) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    this.salt = salt.getBytes(StandardCharsets.UTF_8);
  }

  static List<ReadIssue> without(List<ReadIssue> issues) {
    return issues.stream().map(Personal::without).toList();
  }

  /** The issue with addresses and telephone numbers struck out. */
  static ReadIssue without(ReadIssue issue) {
    return new ReadIssue(
        issue.line(),
        without(issue.column()),
        without(issue.saw()),
        without(issue.expected()),
        without(issue.advice()));
  }

  static String without(String text) {
    String plain = text;
    if (plain.indexOf('@') > 0) {
      plain = PART_OF_ADDRESS.matcher(plain).replaceAll("…@…");
    }
    return plain.indexOf('+') >= 0 ? PHONE.matcher(plain).replaceAll("+…") : plain;
  }

  /**
   * The values with a key in the place of each address: the same for the same address, so that rows
   * that differ stay apart.
   *
   * @return the array itself when there is no address in it
   */
  Object[] without(List<Column> columns, Object[] values) {
    Object[] plain = values;
    for (int i = 0; i < values.length && i < columns.size(); i++) {
      if (columns.get(i).type() == ColumnType.TEXT
          && values[i] instanceof String text
          && text.indexOf('@') > 0) {
        if (plain == values) {
          plain = values.clone();
        }
        plain[i] = ADDRESS.matcher(text).replaceAll(this::key);
      }
    }
    return plain;
  }

  private String key(java.util.regex.MatchResult address) {
    digest.update(salt);
    byte[] hash =
        digest.digest(address.group().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    return Matcher.quoteReplacement("address-" + HexFormat.of().formatHex(hash, 0, 6));
  }
}
