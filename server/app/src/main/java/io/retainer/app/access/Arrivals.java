package io.retainer.app.access;

import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.oidc.ProvenPerson;
import io.retainer.app.oidc.ProviderException;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a browser that comes back from the provider. */
public final class Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final OpenIdProvider provider;
  private final ProviderEntry entry;
  private final Invitations invitations;

  public Arrivals(OpenIdProvider provider, ProviderEntry entry, Invitations invitations) {
    this.provider = provider;
    this.entry = entry;
    this.invitations = invitations;
  }

  /**
   * The address that a browser came back to, as it stands there; null for what does not.
   *
   * @param code what the provider gives a token for; null when it refuses
   * @param issuer who says to have sent the browser (RFC 9207)
   */
  record Answer(String code, String state, String issuer) {}

  /**
   * The browser that came back.
   *
   * @param cookie what it left for; null without one
   * @param account who is signed in there
   */
  record Browser(String cookie, Optional<Account> account, Language language) {}

  /** What becomes of it. */
  sealed interface Outcome {

    /**
     * @param withSecondStep whether the provider has asked for one
     * @param next a page of ours
     */
    record Entered(Account account, boolean withSecondStep, String next) implements Outcome {}

    /** Who is signed in here comes in by the provider too from now on. */
    record Connected() implements Outcome {}

    /**
     * @param problem key of the text that says why
     * @param isAsked whether the provider was asked for it
     */
    record Refused(String problem, boolean isAsked) implements Outcome {

      Refused(String problem) {
        this(problem, true);
      }
    }
  }

  OpenIdProvider provider() {
    return provider;
  }

  /** Where a browser goes with this errand; empty when the provider is silent. */
  Optional<URI> way(Errand errand) {
    try {
      return Optional.of(provider.way(errand.attempt()));
    } catch (ProviderException e) {
      log(e);
      return Optional.empty();
    }
  }

  /**
   * The provider has ended somebody's session there.
   *
   * @return who is signed out here as well; empty for somebody who is not known here
   */
  Optional<Account> signedOut(String token) throws ProviderException {
    return entry.signedOut(provider.issuer(), provider.signedOut(token));
  }

  Outcome of(Answer answer, Browser browser) {
    Optional<Errand> errand =
        Errand.of(browser.cookie()).filter(known -> known.attempt().state().equals(answer.state()));
    boolean another = answer.issuer() != null && !answer.issuer().equals(provider.issuer());
    if (errand.isEmpty() || another) {
      return new Outcome.Refused("sign-in.provider-other-browser", false);
    }
    if (answer.code() == null || answer.code().isBlank()) {
      return new Outcome.Refused("sign-in.provider-refused", false);
    }
    try {
      return come(errand.get(), provider.person(answer.code(), errand.get().attempt()), browser);
    } catch (ProviderException e) {
      log(e);
      return new Outcome.Refused(
          switch (e.reason()) {
            case SILENT -> "sign-in.provider-silent";
            case STRANGER -> "sign-in.provider-stranger";
            case REFUSED -> "sign-in.provider-refused";
          });
    }
  }

  private static void log(ProviderException e) {
    LOG.warn("Nobody comes in by the provider: {}", e.getMessage(), e);
  }

  private Outcome come(Errand errand, ProvenPerson person, Browser browser) {
    return switch (errand.kind()) {
      case ENTER ->
          entry
              .of(person)
              .map(account -> entered(account, person, Redirects.local(errand.about())))
              .orElse(new Outcome.Refused("sign-in.provider-unknown"));
      case ACCEPT ->
          invitations
              .who(errand.about())
              .map(account -> accept(account, errand, person, browser))
              .orElse(new Outcome.Refused("invited.invalid"));
      case CONNECT -> connect(errand.about(), person, browser);
    };
  }

  private static Outcome entered(Account account, ProvenPerson person, String next) {
    return new Outcome.Entered(account, person.hasSecondStep(), next);
  }

  private Outcome accept(Account account, Errand errand, ProvenPerson person, Browser browser) {
    if (!entry.connect(account, person, browser.language())) {
      return new Outcome.Refused("sign-in.provider-taken");
    }
    return invitations.use(errand.about())
        ? entered(account, person, "/")
        : new Outcome.Refused("invited.invalid");
  }

  /** Only who is signed in here, and began it here with their password. */
  private Outcome connect(String id, ProvenPerson person, Browser browser) {
    Optional<Account> account = browser.account().filter(here -> here.id().equals(id));
    if (account.isEmpty()) {
      return new Outcome.Refused("sign-in.provider-other-browser");
    }
    return entry.connect(account.get(), person, browser.language())
        ? new Outcome.Connected()
        : new Outcome.Refused("sign-in.provider-taken");
  }
}
