package io.retainer.app.access;

import io.retainer.app.oidc.ProvenPerson;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who of those whom a provider vouches for may come in: who was invited, who has connected their
 * account, and who has a group that {@code retainer.oidc.roles} names. Nobody else.
 */
public final class ProviderEntry {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Identities identities;
  private final Notices notices;
  private final RolesByClaim roles;
  private final Predicate<ClientId> exists;

  /**
   * @param exists whether there is such a client
   */
  public ProviderEntry(
      Accounts accounts,
      Sessions sessions,
      Identities identities,
      Notices notices,
      RolesByClaim roles,
      Predicate<ClientId> exists) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.identities = identities;
    this.notices = notices;
    this.roles = roles;
    this.exists = exists;
  }

  /** Empty when nobody has let them in, or no longer. */
  Optional<Account> of(ProvenPerson person) {
    Optional<Reach> reach = roles.of(person.groups(), exists);
    Optional<Identities.Known> known = identities.find(person);
    if (known.isEmpty()) {
      return reach.flatMap(granted -> added(person, granted));
    }
    Optional<Account> account =
        accounts.find(known.get().account()).filter(who -> !accounts.isLocked(who));
    return known.get().byClaim() ? account.flatMap(who -> asGranted(who, reach)) : account;
  }

  /**
   * Somebody who is let in otherwise comes in by the provider too from now on.
   *
   * @return false when the provider's person or the account has another counterpart already
   */
  boolean connect(Account account, ProvenPerson person, Language language) {
    boolean linked = identities.link(account, person, false);
    if (linked) {
      notices.tell(account, Notices.Change.PROVIDER_ON, language);
    }
    return linked;
  }

  /**
   * Ends what the provider's person has open here, in every browser: the provider does not say by
   * which way each came in.
   *
   * @return whose it was; empty for somebody who is not known here
   */
  Optional<Account> signedOut(String issuer, String subject) {
    Optional<Account> account =
        identities.find(issuer, subject).flatMap(known -> accounts.find(known.account()));
    account.ifPresent(sessions::closeAll);
    return account;
  }

  /** What an owner would do by hand: what the groups give holds, and what they took is gone. */
  private Optional<Account> asGranted(Account account, Optional<Reach> reach) {
    if (reach.isPresent() && accounts.change(account, reach.get())) {
      return accounts.find(account.id());
    }
    sessions.closeAll(account);
    return Optional.empty();
  }

  private Optional<Account> added(ProvenPerson person, Reach reach) {
    Optional<Account> account =
        names(person).flatMap(name -> accounts.invite(name, reach).stream()).findFirst();
    return account.filter(who -> isLinked(who, person));
  }

  /** Of two browsers of one person that come in for the first time at once, one does. */
  private boolean isLinked(Account account, ProvenPerson person) {
    boolean linked = identities.link(account, person, true);
    if (!linked) {
      accounts.remove(account);
    }
    return linked;
  }

  /**
   * A name that is an address gets mails, so it is one only when the provider has verified it. One
   * that somebody has already is left to them, also one that only looks like it.
   */
  private static Stream<String> names(ProvenPerson person) {
    String own =
        person
            .address()
            .or(() -> person.name().filter(name -> !name.contains("@")))
            .orElse(person.subject());
    return Stream.of(own, own.replace('@', ' ') + " · " + person.subject())
        .map(name -> Client.visible(name).replaceAll("\\p{Cc}", " ").strip())
        .filter(name -> !name.isEmpty())
        .map(name -> name.substring(0, Math.min(200, name.length())));
  }
}
