package io.retainer.app.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.retainer.model.client.ClientId;
import java.util.List;
import java.util.Map;
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

  /** By who sees them. */
  static Map<String, List<String>> all(Handle handle) {
    return handle
        .createQuery("select holder, client from client_access order by client")
        .map((row, context) -> Map.entry(row.getString("holder"), row.getString("client")))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
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
