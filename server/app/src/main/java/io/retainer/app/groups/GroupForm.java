package io.retainer.app.groups;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A group as somebody types it.
 *
 * @param id empty for a new one
 * @param searched words that the listed clients have in their name or id
 * @param chosen also of clients that the search leaves out
 * @param problem what to correct, in English as the API says it; empty at first
 */
public record GroupForm(
    String id,
    String name,
    String searched,
    Set<ClientId> chosen,
    List<Client> clients,
    String problem) {

  static GroupForm of(ClientGroup group, List<Client> clients) {
    Set<ClientId> chosen = group.members().stream().map(Client::id).collect(Collectors.toSet());
    return new GroupForm(group.id(), group.name(), "", chosen, clients, "");
  }

  static GroupForm blank(List<Client> clients) {
    return new GroupForm("", "", "", Set.of(), clients, "");
  }

  static GroupForm sent(String id, Form form, List<Client> clients) {
    Set<ClientId> chosen = new LinkedHashSet<>();
    form.all("client").forEach(typed -> chosen.add(Input.value(typed, ClientId::new)));
    return new GroupForm(id, form.raw("name"), form.text("search"), chosen, clients, "");
  }

  GroupForm with(String problem) {
    return new GroupForm(id, name, searched, chosen, clients, problem);
  }

  public boolean isNew() {
    return id.isEmpty();
  }

  /** Those to be ticked now. */
  public List<Client> listed() {
    return clients.stream().filter(this::isFound).toList();
  }

  /** Those that are chosen and not listed, which the form carries along. */
  public List<Client> carried() {
    return clients.stream()
        .filter(client -> chosen.contains(client.id()) && !isFound(client))
        .toList();
  }

  private boolean isFound(Client client) {
    String text = (client.name() + "\n" + client.id()).toLowerCase(Locale.ROOT);
    return Stream.of(searched.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }
}
