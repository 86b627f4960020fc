package io.retainer.workspace.pull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A platform that is asked for figures: what differs from one to the next. */
interface Platform {

  /** Its id, as sources are kept under. */
  String kind();

  /** How it is called in sentences. */
  String title();

  /** How many days are asked for at once; a look-back is shorter, so that a pull gets on. */
  int window();

  /** For how many days it usually changes what it said. */
  int lookBack();

  /**
   * @throws IllegalArgumentException when it has no account of this name, saying what one is like
   */
  void checkAccount(String account);

  /**
   * @throws PullException when this cannot be a credential, without a word of it
   */
  void checkCredential(String secret);

  /**
   * Under which account the figures are imported, as the platform's exports name it; empty when
   * what comes says so itself.
   */
  default Optional<String> importedAs(String account) {
    return Optional.of(account);
  }

  /** Whether pages offer it. */
  default boolean isOffered() {
    return true;
  }

  /** What the names of files begin with. */
  default String fileName(String account) {
    return kind() + "-" + account.replaceAll("[^\\p{L}\\p{N}.-]+", "_");
  }

  /**
   * @param zone the client's
   * @throws PullException when the credential cannot be used
   */
  Account account(String account, String secret, ZoneId zone);

  /** An account, asked with its credential. */
  interface Account {

    /**
     * Asks about days and writes what was answered, as it came.
     *
     * @param file is overwritten; of no use when the answer is empty or cut
     * @throws PullException when there is no whole answer
     */
    Answer ask(LocalDate first, LocalDate last, Path file) throws IOException;
  }
}
