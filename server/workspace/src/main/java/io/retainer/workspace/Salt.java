package io.retainer.workspace;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The home's own secret under which customers are hashed, made once: a customer keeps the same key
 * in every file, and nobody can look up an e-mail address by hashing it.
 */
final class Salt {

  private static final String NAME = "customer-key-salt";
  private static final int BYTES = 16;

  private Salt() {}

  static String of(Jdbi jdbi) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into setting (name, content)
                  select :name, :content
                  where not exists (select 1 from setting where name = :name)
                  """)
              .bind("name", NAME)
              .bind("content", fresh())
              .execute();
          return stored(handle);
        });
  }

  private static String stored(Handle handle) {
    return handle
        .createQuery("select content from setting where name = :name")
        .bind("name", NAME)
        .mapTo(String.class)
        .one();
  }

  private static String fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
