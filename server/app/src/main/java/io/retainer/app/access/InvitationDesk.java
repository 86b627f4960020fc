package io.retainer.app.access;

import io.retainer.app.shell.Account;
import java.net.URI;

/** Makes the links by which people are invited, as an owner passes them on. */
public final class InvitationDesk {

  private final Invitations invitations;
  private final URI server;

  /**
   * @param server where browsers reach it
   */
  public InvitationDesk(Invitations invitations, URI server) {
    this.invitations = invitations;
    this.server = server;
  }

  /** For the only time; an earlier link of the same person stops working. */
  String link(Account account) {
    return server.resolve("/invited?key=" + invitations.renew(account)).toString();
  }
}
