package io.retainer.app.deliveries;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page of deliveries shows. */
final class DeliveryLog {

  private static final int SHOWN = 200;

  /** Longer than a mail takes whose server answers. */
  private static final Duration SLOW = Duration.ofMinutes(1);

  private final Workspace workspace;
  private final Deliveries deliveries;
  private final FailedMails failed;
  private final Runs runs;

  DeliveryLog(Workspace workspace, Deliveries deliveries, FailedMails failed, Runs runs) {
    this.workspace = workspace;
    this.deliveries = deliveries;
    this.failed = failed;
    this.runs = runs;
  }

  /** What the list is narrowed to, as it stands in the address; empty for all. */
  record Narrowed(String client, String run, String state) {

    static Narrowed of(String client, String run, String state) {
      return new Narrowed(orEmpty(client), orEmpty(run), orEmpty(state));
    }

    /** As a page's form brings it back. */
    static Narrowed of(Form form) {
      return of(form.text("client"), form.text("run"), form.text("state"));
    }

    /** The page with this list. */
    URI page() {
      String wanted =
          Stream.of(part("client", client), part("run", run), part("state", state))
              .flatMap(Optional::stream)
              .collect(Collectors.joining("&"));
      return URI.create("/deliveries" + (wanted.isEmpty() ? "" : "?" + wanted));
    }

    private static Optional<String> part(String name, String value) {
      return Optional.of(value)
          .filter(text -> !text.isEmpty())
          .map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static String orEmpty(String text) {
      return text == null ? "" : text.strip();
    }

    Optional<ClientId> ofClient() {
      return Optional.of(client)
          .filter(id -> !id.isEmpty())
          .map(id -> Input.value(id, ClientId::new));
    }

    Optional<String> ofRun() {
      return Optional.of(run).filter(id -> !id.isEmpty());
    }

    Optional<Delivery.State> inState() {
      return Optional.of(state).filter(word -> !word.isEmpty()).map(DeliveriesResource::state);
    }
  }

  /**
   * @param busy whether a mail is about to leave
   */
  record Found(
      List<DeliveriesPages.Line> lines,
      List<Client> clients,
      Optional<Run> run,
      FailedMails.Failed failed,
      boolean busy) {}

  Found of(Narrowed wanted) {
    Optional<Run> run = wanted.ofRun().map(this::existing);
    List<Delivery> found =
        deliveries.list(
            new Deliveries.Filter(wanted.ofClient(), wanted.ofRun(), wanted.inState(), SHOWN));
    List<Client> clients = workspace.clients().all();
    return new Found(
        lines(found, clients),
        clients,
        run,
        failed(wanted),
        found.stream().anyMatch(this::isAboutToLeave));
  }

  /** Those that the list has: none where it is narrowed to another state. */
  private FailedMails.Failed failed(Narrowed wanted) {
    return wanted.inState().filter(state -> state != Delivery.State.FAILED).isPresent()
        ? new FailedMails.Failed(List.of(), 0)
        : failed.of(wanted.ofClient(), wanted.ofRun());
  }

  private Run existing(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no report " + id + "."));
  }

  private boolean isAboutToLeave(Delivery delivery) {
    return delivery.state() == Delivery.State.SENDING
        || delivery
            .nextAttempt()
            .filter(at -> !at.isAfter(workspace.clock().instant()))
            .isPresent();
  }

  private boolean isSlow(Delivery delivery) {
    return delivery.state() == Delivery.State.SENDING
        && delivery.updated().plus(SLOW).isBefore(workspace.clock().instant());
  }

  private List<DeliveriesPages.Line> lines(List<Delivery> found, List<Client> clients) {
    Map<String, Run> known =
        runs.named(found.stream().map(Delivery::run).collect(Collectors.toSet()));
    Map<ClientId, Client> byId =
        clients.stream().collect(Collectors.toMap(Client::id, client -> client));
    Set<String> outdated =
        deliveries.outdated(
            found.stream()
                .filter(delivery -> delivery.state().mayBeRetried())
                .map(Delivery::id)
                .toList());
    return found.stream()
        .map(
            delivery ->
                new DeliveriesPages.Line(
                    delivery,
                    known.get(delivery.run()),
                    byId.get(delivery.client()),
                    outdated.contains(delivery.id()),
                    isSlow(delivery)))
        .toList();
  }
}
