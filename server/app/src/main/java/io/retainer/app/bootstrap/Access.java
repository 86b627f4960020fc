package io.retainer.app.bootstrap;

import io.retainer.app.access.AccessPages;
import io.retainer.app.access.AccountPages;
import io.retainer.app.access.Accounts;
import io.retainer.app.access.ApiTokens;
import io.retainer.app.access.Arrivals;
import io.retainer.app.access.ControlToken;
import io.retainer.app.access.Devices;
import io.retainer.app.access.Doors;
import io.retainer.app.access.FrontDoor;
import io.retainer.app.access.Gate;
import io.retainer.app.access.HalfwayIn;
import io.retainer.app.access.Identities;
import io.retainer.app.access.InvitationDesk;
import io.retainer.app.access.Invitations;
import io.retainer.app.access.InvitedResource;
import io.retainer.app.access.Notices;
import io.retainer.app.access.OwnerLink;
import io.retainer.app.access.PeopleApi;
import io.retainer.app.access.PersonPages;
import io.retainer.app.access.PreferencesResource;
import io.retainer.app.access.Proofs;
import io.retainer.app.access.ProviderAccountPages;
import io.retainer.app.access.ProviderEntry;
import io.retainer.app.access.ProviderResource;
import io.retainer.app.access.SecondStepPages;
import io.retainer.app.access.SecondStepRolesPages;
import io.retainer.app.access.SecondSteps;
import io.retainer.app.access.Sessions;
import io.retainer.app.access.SignInCodeResource;
import io.retainer.app.access.SignInPage;
import io.retainer.app.access.SignInResource;
import io.retainer.app.access.Throttle;
import io.retainer.app.access.TokensApi;
import io.retainer.app.access.Visits;
import io.retainer.app.access.WelcomeResource;
import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.shell.Pages;
import io.retainer.workspace.Workspace;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Who comes in and how: put together by hand. */
final class Access {

  private final ControlToken control = new ControlToken();
  private final OwnerLink link;
  private final FrontDoor door;
  private final Set<Object> resources;

  Access(Workspace workspace, Clock clock, Settings settings, Notices notices, Pages pages) {
    Supplier<Jdbi> state = () -> workspace.state().jdbi();
    var accounts = new Accounts(state, clock);
    var sessions = new Sessions(state, clock);
    var throttle = new Throttle(state, clock);
    var tokens = new ApiTokens(state, clock);
    var steps = new SecondSteps(state, workspace::sealingKey, clock);
    var halfway = new HalfwayIn(state, accounts, clock);
    var proofs = new Proofs(accounts, steps, throttle);
    var devices = new Devices(workspace::sealingKey);
    var doors = new Doors(sessions, steps, halfway, devices);
    var identities = new Identities(state, clock);
    var invitations = new Invitations(state, accounts, clock);
    var invitationDesk = new InvitationDesk(invitations, settings.url());
    Optional<OpenIdProvider> provider =
        settings.oidc().map(oidc -> new OpenIdProvider(oidc, clock));
    var entry =
        new ProviderEntry(
            accounts,
            sessions,
            identities,
            notices,
            settings.roles(),
            client -> workspace.clients().find(client).isPresent());
    Optional<Arrivals> arrivals = provider.map(there -> new Arrivals(there, entry, invitations));
    door = FrontDoor.of(settings.proxies(), sessions, tokens, control);
    link = new OwnerLink(state, accounts, clock);
    var signIn = new SignInPage(link, provider, pages);
    resources =
        Set.of(
            new Visits(sessions, tokens, control, settings.isSecure()),
            new Gate(client -> workspace.clients().named(client)),
            new SignInResource(accounts, sessions, throttle, identities, doors, devices, signIn),
            new SignInCodeResource(halfway, proofs, doors, pages),
            new ProviderResource(arrivals, settings.url(), throttle, doors, signIn, pages),
            new InvitedResource(invitations, accounts, sessions, doors, provider, pages),
            new WelcomeResource(accounts, link, doors, pages),
            new PreferencesResource(),
            new AccessPages(workspace, accounts, tokens, steps, invitationDesk, pages),
            new PersonPages(
                workspace, accounts, sessions, steps, identities, invitationDesk, pages),
            new PeopleApi(workspace, accounts, sessions, steps, invitationDesk),
            new TokensApi(workspace, accounts, tokens),
            new SecondStepRolesPages(accounts, steps, notices),
            new AccountPages(
                accounts, sessions, steps, proofs, notices, identities, provider, pages),
            new ProviderAccountPages(accounts, identities, proofs, doors, notices, arrivals, pages),
            new SecondStepPages(
                accounts, sessions, steps, proofs, notices, settings.url().getHost(), pages));
  }

  Set<Object> resources() {
    return resources;
  }

  FrontDoor door() {
    return door;
  }

  ControlToken control() {
    return control;
  }

  OwnerLink ownerLink() {
    return link;
  }
}
