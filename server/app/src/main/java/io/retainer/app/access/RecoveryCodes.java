package io.retainer.app.access;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.jdbi.v3.core.Handle;

/**
 * What works once in place of a code from the phone: 80 random bits each, kept as fingerprints,
 * which nobody can turn back.
 */
final class RecoveryCodes {

  static final int HOW_MANY = 10;

  private static final int BYTES = 10;
  private static final int LETTERS = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  /** Makes new ones; the former ones stop working. */
  static List<String> renew(Handle handle, String account) {
    remove(handle, account);
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < HOW_MANY; i++) {
      byte[] bytes = new byte[BYTES];
      RANDOM.nextBytes(bytes);
      String code = new Base32().encodeAsString(bytes);
      handle.execute(
          "insert into recovery_code (account_id, fingerprint) values (?, ?)",
          account,
          Secrets.fingerprint(account + code));
      codes.add(code.replaceAll("(.{4})(?!$)", "$1-"));
    }
    return codes;
  }

  static boolean use(Handle handle, String account, String typed) {
    String code = typed.replace("-", "").toUpperCase(Locale.ROOT);
    return code.length() == LETTERS
        && handle.execute(
                "delete from recovery_code where account_id = ? and fingerprint = ?",
                account,
                Secrets.fingerprint(account + code))
            == 1;
  }

  static int left(Handle handle, String account) {
    return handle
        .createQuery("select count(*) from recovery_code where account_id = :account")
        .bind("account", account)
        .mapTo(Integer.class)
        .one();
  }

  static void remove(Handle handle, String account) {
    handle.execute("delete from recovery_code where account_id = ?", account);
  }
}
