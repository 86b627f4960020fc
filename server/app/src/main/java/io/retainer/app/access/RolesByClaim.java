package io.retainer.app.access;

import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who of a provider's groups may come in, and as what: {@code retainer.oidc.roles}. */
public record RolesByClaim(List<Rule> rules) {

  /**
   * @param clients empty for all there are and will be
   */
  record Rule(String group, Role role, Set<ClientId> clients) {}

  public RolesByClaim {
    rules = List.copyOf(rules);
  }

  /**
   * @param text like {@code sales=manager, nordic=stakeholder:nordic+birch}; nothing for nobody
   */
  public static RolesByClaim parse(String text) {
    return new RolesByClaim(
        text.isBlank()
            ? List.of()
            : Arrays.stream(text.split(",")).map(RolesByClaim::rule).toList());
  }

  private static Rule rule(String text) {
    String[] sides = text.strip().split("\\s*=\\s*", 2);
    String[] reach = sides[1].split(":", 2);
    Set<ClientId> clients =
        reach.length == 1
            ? Set.of()
            : Arrays.stream(reach[1].split("[+]")).map(ClientId::new).collect(Collectors.toSet());
    return new Rule(sides[0], Role.of(reach[0]), clients);
  }

  /**
   * The most that one of these groups may, for the clients of all groups that may as much.
   *
   * @param exists whether there is such a client; one that is not there cannot be seen
   * @return empty when none of them may come in
   */
  Optional<Reach> of(List<String> groups, Predicate<ClientId> exists) {
    List<Rule> fitting =
        rules.stream()
            .filter(rule -> groups.contains(rule.group()))
            .filter(rule -> rule.clients().isEmpty() || rule.clients().stream().anyMatch(exists))
            .toList();
    return fitting.stream()
        .map(Rule::role)
        .min(Comparator.naturalOrder())
        .map(
            most ->
                reach(most, fitting.stream().filter(rule -> rule.role() == most).toList(), exists));
  }

  private static Reach reach(Role role, List<Rule> rules, Predicate<ClientId> exists) {
    return rules.stream().anyMatch(rule -> rule.clients().isEmpty())
        ? Reach.everywhere(role)
        : new Reach(
            role,
            Optional.of(
                rules.stream()
                    .flatMap(rule -> rule.clients().stream())
                    .filter(exists)
                    .collect(Collectors.toSet())));
  }
}
