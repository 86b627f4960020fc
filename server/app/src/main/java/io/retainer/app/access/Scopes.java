package io.retainer.app.access;

import io.retainer.model.client.ClientId;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The clients of those who see only some. */
final class Scopes {

  private Scopes() {}

  static Set<ClientId> of(Handle handle, String holder) {
    return Set.copyOf(
        handle
            .createQuery("select client from client_access where holder = :holder")
            .bind("holder", holder)
            .mapTo(String.class)
            .map(ClientId::new)
            .list());
  }

  static void replace(Handle handle, String holder, Set<ClientId> clients) {
    remove(handle, holder);
    for (ClientId client : clients) {
      handle.execute(
          "insert into client_access (holder, client) values (?, ?)", holder, client.value());
    }
  }

  static void remove(Handle handle, String holder) {
    handle.execute("delete from client_access where holder = ?", holder);
  }
}
