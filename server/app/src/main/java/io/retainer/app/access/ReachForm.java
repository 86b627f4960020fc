package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Role and clients as somebody has chosen them on a page, also when something is still missing.
 * Nothing is chosen for them: what was overlooked gives nobody anything.
 *
 * @param role empty before one is chosen
 * @param sees {@code all}, {@code some}, or empty before it is said
 * @param clients ids of those that are ticked
 */
public record ReachForm(Optional<Role> role, String sees, Set<String> clients) {

  static final ReachForm EMPTY = new ReachForm(Optional.empty(), "", Set.of());

  static ReachForm of(Account account, Set<ClientId> seen) {
    return new ReachForm(
        Optional.of(account.role()),
        account.isLimited() ? "some" : "all",
        seen.stream().map(ClientId::value).collect(Collectors.toSet()));
  }

  static ReachForm of(Form form) {
    String role = form.text("role");
    return new ReachForm(
        Arrays.stream(Role.values()).filter(each -> each.word().equals(role)).findFirst(),
        form.text("sees"),
        Set.copyOf(form.all("client")));
  }

  /** Keys of texts that say what to correct, by the name of the field. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    boolean isOwner = role.filter(Role.OWNER::equals).isPresent();
    if (role.isEmpty()) {
      problems.put("role", "access.role-needed");
    }
    if (isOwner && sees.equals("some")) {
      problems.put("sees", "access.owner-sees-all");
    } else if (!isOwner && !sees.equals("all") && !sees.equals("some")) {
      problems.put("sees", "access.sees-needed");
    } else if (sees.equals("some") && clients.isEmpty()) {
      problems.put("client", "access.clients-needed");
    }
    return problems;
  }

  public boolean isRole(Role each) {
    return role.filter(each::equals).isPresent();
  }

  public boolean sees(String which) {
    return sees.equals(which);
  }

  public boolean hasTicked(Client client) {
    return clients.contains(client.id().value());
  }
}
