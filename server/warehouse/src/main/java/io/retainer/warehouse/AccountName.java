package io.retainer.warehouse;

import java.util.Locale;
import java.util.Optional;

/** The names of accounts, as different sources write them. */
public final class AccountName {

  private AccountName() {}

  /**
   * What is left when the ways of writing of the sources are taken off: {@code
   * sc-domain:birch.example} and {@code https://www.birch.example/} are one.
   *
   * @return empty for a source that does not name its account
   */
  public static Optional<String> bare(String source, String account) {
    String bare =
        account
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^(sc-domain:|properties/|act_)", "")
            .replaceFirst("^https?://(www[.])?", "")
            .replaceAll("[^\\p{L}\\p{N}]", "");
    return account.equals(source) || bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }
}
