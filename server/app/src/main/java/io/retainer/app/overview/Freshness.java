package io.retainer.app.overview;

import io.retainer.model.client.Client;
import io.retainer.model.report.Gap;
import io.retainer.warehouse.Reach;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Up to which day a client's data reach.
 *
 * @param lastDay of the source that reaches furthest; empty where nothing is there
 * @param behind sources that end before it, the one furthest behind first
 */
public record Freshness(Client client, Optional<LocalDate> lastDay, List<Reach> behind) {

  private static final Comparator<Freshness> OLDEST_FIRST =
      Comparator.comparing(Freshness::oldest).thenComparing(each -> each.client().name());

  public Freshness {
    behind = List.copyOf(behind);
  }

  /** Of all these clients, the one whose data end first at the head. */
  static List<Freshness> of(List<Client> clients, List<Reach> reaches) {
    Map<?, List<Reach>> byClient = reaches.stream().collect(Collectors.groupingBy(Reach::client));
    return clients.stream()
        .map(client -> of(client, byClient.getOrDefault(client.id(), List.of())))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  private static Freshness of(Client client, List<Reach> reaches) {
    Optional<LocalDate> last = reaches.stream().map(Reach::lastDay).max(Comparator.naturalOrder());
    return new Freshness(
        client,
        last,
        reaches.stream()
            .filter(reach -> reach.lastDay().isBefore(last.orElseThrow()))
            .filter(
                reach ->
                    !reach.lastDay().plusDays(Gap.DAYS_UNTIL_GIVEN_UP).isBefore(last.orElseThrow()))
            .sorted(Comparator.comparing(Reach::lastDay).thenComparing(Reach::source))
            .toList());
  }

  private LocalDate oldest() {
    return behind.isEmpty() ? lastDay.orElse(LocalDate.MIN) : behind.get(0).lastDay();
  }
}
