package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.destinations.Destination;
import java.net.URI;
import java.util.Collection;
import java.util.Set;

/**
 * The destinations that a client's reports may be sent to: those of the client, and only such as
 * can be served.
 *
 * @param url of the server, as people use it
 */
public record Outlets(Workspace workspace, URI url) {

  /**
   * @throws IllegalArgumentException naming a destination that is not the client's, or would get a
   *     link that leads nowhere
   */
  public void check(ClientId client, Collection<String> recipients) {
    workspace.destinations().check(client, recipients);
    recipients.stream()
        .filter(each -> !isOutside(url) && getsLink(new MailAddress(each)))
        .findFirst()
        .ifPresent(
            each -> {
              throw new IllegalArgumentException(
                  "%s would get a link to %s, which leads nowhere from elsewhere; set retainer.url to the address people use"
                      .formatted(each, url.getHost()));
            });
  }

  private static boolean getsLink(MailAddress recipient) {
    return Destination.Kind.of(recipient.domain()).filter(Destination.Kind::getsLink).isPresent();
  }

  /** A link to this machine leads its reader nowhere. */
  public static boolean isOutside(URI link) {
    return !Set.of("127.0.0.1", "localhost", "[::1]").contains(link.getHost());
  }
}
