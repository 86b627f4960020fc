package io.retainer.workspace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The groups that an agency keeps its clients in. Who sees only some clients sees the groups that
 * these are in, with these members alone.
 */
public final class ClientGroups {

  private final Jdbi jdbi;
  private final Clock clock;

  ClientGroups(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** By name. */
  public List<ClientGroup> all() {
    return jdbi.withHandle(handle -> groups(handle, Optional.empty()));
  }

  public Optional<ClientGroup> find(String id) {
    return jdbi.withHandle(handle -> groups(handle, Optional.of(id))).stream().findFirst();
  }

  /**
   * Adds a group.
   *
   * @return its id; empty when the name is taken, and nothing changes then
   */
  public Optional<String> add(String name, Collection<ClientId> members) {
    return jdbi.inTransaction(
        handle -> {
          if (named(handle, name).isPresent()) {
            return Optional.empty();
          }
          String id = added(handle, name);
          members.forEach(client -> join(handle, id, client));
          return Optional.of(id);
        });
  }

  /**
   * Gives a group another name and other members.
   *
   * @return false when another group has the name; nothing changes then
   */
  public boolean change(String id, String name, Collection<ClientId> members) {
    return jdbi.inTransaction(
        handle -> {
          if (named(handle, name).filter(other -> !other.equals(id)).isPresent()) {
            return false;
          }
          handle.execute(
              "update client_group set name = ?, same_name = ? where id = ?", name, same(name), id);
          handle.execute("delete from client_group_member where group_id = ?", id);
          members.forEach(client -> join(handle, id, client));
          return true;
        });
  }

  /** The clients themselves stay. */
  public void remove(String id) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("delete from client_group_member where group_id = ?", id);
          handle.execute("delete from client_group where id = ?", id);
        });
  }

  /** The names of each client's groups, in order. */
  public Map<ClientId, List<String>> names() {
    return all().stream()
        .flatMap(
            group -> group.members().stream().map(member -> Map.entry(member.id(), group.name())))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** Puts a client into the groups of these names and no other; those that are missing are made. */
  void replace(Handle handle, ClientId client, List<String> names) {
    handle.execute("delete from client_group_member where client = ?", client.value());
    for (String name : names) {
      join(handle, named(handle, name).orElseGet(() -> added(handle, name)), client);
    }
  }

  private static Optional<String> named(Handle handle, String name) {
    return handle
        .select("select id from client_group where same_name = ?", same(name))
        .mapTo(String.class)
        .findOne();
  }

  static String same(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private String added(Handle handle, String name) {
    String id = UUID.randomUUID().toString();
    handle.execute(
        "insert into client_group (id, name, same_name, created_at) values (?, ?, ?, ?)",
        id,
        name,
        same(name),
        clock.instant());
    return id;
  }

  private static void join(Handle handle, String group, ClientId client) {
    handle.execute(
        """
        insert into client_group_member (group_id, client)
        select ?, id from client where id = ?
          and not exists (select 1 from client_group_member where group_id = ? and client = ?)
        """,
        group,
        client.value(),
        group,
        client.value());
  }

  private record Membership(String id, String name, Optional<Client> member) {}

  private static List<ClientGroup> groups(Handle handle, Optional<String> id) {
    List<Membership> memberships =
        ClientScope.bind(
                handle.createQuery(
                    """
                    select g.id as group_id, g.name as group_name, seen.*
                    from client_group g left join
                      (select m.group_id as member_of, client.*
                       from client_group_member m join client on client.id = m.client
                       where %s) seen
                      on seen.member_of = g.id
                    where cast(:id as varchar(36)) is null or g.id = :id
                    order by g.same_name, seen.name, seen.id
                    """
                        .formatted(ClientScope.condition("client.id"))))
            .bind("id", id.orElse(null))
            .map(
                (row, context) ->
                    new Membership(
                        row.getString("group_id"),
                        row.getString("group_name"),
                        row.getString("member_of") == null
                            ? Optional.empty()
                            : Optional.of(Clients.read(row, context))))
            .list();
    Map<String, List<Membership>> byGroup =
        memberships.stream().collect(groupingBy(Membership::id, LinkedHashMap::new, toList()));
    List<ClientGroup> groups = new ArrayList<>();
    byGroup.forEach(
        (group, members) ->
            groups.add(
                new ClientGroup(
                    group,
                    members.get(0).name(),
                    members.stream().flatMap(one -> one.member().stream()).toList())));
    // Who sees some clients only learns nothing of groups that none of them is in.
    groups.removeIf(
        group -> group.members().isEmpty() && ClientScope.current().holder().isPresent());
    return groups;
  }
}
