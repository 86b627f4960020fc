package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientGroupsTest {

  private static final ClientId NORTH = new ClientId("north");
  private static final ClientId SOUTH = new ClientId("south");

  @TempDir Path folder;
  private Workspace workspace;
  private ClientGroups groups;

  @BeforeEach
  void open() {
    TestDatabase.in(folder);
    workspace =
        Workspace.open(
            new HomeFolder(folder), new Installation(folder, folder, folder), Clock.systemUTC());
    for (ClientId id : List.of(NORTH, SOUTH)) {
      workspace
          .clients()
          .add(
              new Client(
                  id, "Shop " + id, ZoneOffset.UTC, Locale.ENGLISH, Currency.getInstance("EUR")));
    }
    groups = workspace.groups();
  }

  @AfterEach
  void close() {
    ClientScope.leave();
    workspace.close();
  }

  private List<String> all() {
    return groups.all().stream()
        .map(group -> group.name() + " " + group.members().stream().map(Client::id).toList())
        .toList();
  }

  @Test
  void aClientMayBeInSeveralGroups() {
    groups.add("Nordic shops", List.of(SOUTH, NORTH));
    groups.add("anna", List.of(NORTH));
    groups.add("Nobody yet", List.of());

    assertThat(all())
        .containsExactly("anna [north]", "Nobody yet []", "Nordic shops [north, south]");
    assertThat(groups.names())
        .isEqualTo(Map.of(NORTH, List.of("anna", "Nordic shops"), SOUTH, List.of("Nordic shops")));
  }

  @Test
  void aNameIsTakenWhateverItsCapitals() {
    String id = groups.add("Nordic shops", List.of(NORTH)).orElseThrow();
    String other = groups.add("Anna", List.of()).orElseThrow();

    assertThat(groups.add("nordic Shops", List.of(SOUTH))).isEmpty();
    assertThat(groups.change(other, "NORDIC SHOPS", List.of(SOUTH))).isFalse();
    assertThat(groups.change(id, "Nordic Shops", List.of(SOUTH))).isTrue();
    assertThat(all()).containsExactly("Anna []", "Nordic Shops [south]");
  }

  @Test
  void aGroupThatIsRemovedLeavesItsClients() {
    String id = groups.add("Nordic shops", List.of(NORTH, SOUTH)).orElseThrow();

    groups.remove(id);

    assertThat(groups.find(id)).isEmpty();
    assertThat(workspace.clients().all()).hasSize(2);
  }

  @Test
  void whoSeesSomeClientsSeesTheirGroupsWithThemAlone() {
    String both = groups.add("Nordic shops", List.of(NORTH, SOUTH)).orElseThrow();
    String foreign = groups.add("South only", List.of(SOUTH)).orElseThrow();
    groups.add("Nobody yet", List.of());
    workspace
        .state()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('h', 'north')"));

    new ClientScope(Optional.of("h"), false).enter();

    assertThat(all()).containsExactly("Nordic shops [north]");
    assertThat(groups.find(both)).isPresent();
    assertThat(groups.find(foreign)).isEmpty();
  }

  @Test
  void aTableOfClientsPutsThemIntoGroupsAndMakesThoseThatAreMissing() {
    groups.add("Nordic shops", List.of(NORTH, SOUTH));

    workspace.clients().save(List.of(), Map.of(NORTH, List.of("nordic SHOPS", "New")));
    assertThat(all()).containsExactly("New [north]", "Nordic shops [north, south]");

    workspace.clients().save(List.of(), Map.of(NORTH, List.of()));
    assertThat(all()).containsExactly("New []", "Nordic shops [south]");
  }

  @Test
  void aNameIsShortAndOfOneLine() {
    assertThat(ClientGroup.name("  Nordic \t shops ")).isEqualTo("Nordic shops");
    for (String wrong : List.of("", " ", "a;b", "x".repeat(101), "a\u0000b")) {
      assertThatThrownBy(() -> ClientGroup.name(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 to 100 characters without semicolons");
    }
  }
}
