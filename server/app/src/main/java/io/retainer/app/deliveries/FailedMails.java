package io.retainer.app.deliveries;

import io.retainer.app.audit.Parts;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * All mails that failed, sent again together, as after an outage of the mail server. Those that may
 * have arrived, or came back, are not among them: a person looks at each. Nor are those that
 * somebody stopped, nor a report that a later one has taken the place of.
 */
public final class FailedMails {

  private final Supplier<Jdbi> state;
  private final Workspace workspace;
  private final Postman postman;

  public FailedMails(Supplier<Jdbi> state, Workspace workspace, Postman postman) {
    this.state = state;
    this.workspace = workspace;
    this.postman = postman;
  }

  /**
   * @param mails that may be sent again, the oldest first
   * @param outdated how many more have failed that a later report has taken the place of
   */
  public record Failed(List<Delivery> mails, int outdated) {

    public Failed {
      mails = List.copyOf(mails);
    }
  }

  /** One that is not sent again. */
  public record Refused(Delivery mail, String why) {}

  /**
   * @param retried how many leave again
   * @param outdated how many were left alone, as a later report has taken their place
   */
  public record Retried(int retried, int outdated, List<Refused> refused) {

    public Retried {
      refused = List.copyOf(refused);
    }
  }

  /**
   * Those of the clients that whoever asks sees.
   *
   * @param client of one only
   * @param run of one only
   */
  public Failed of(Optional<ClientId> client, Optional<String> run) {
    Map<Boolean, List<Delivery>> byAge =
        state
            .get()
            .withHandle(
                handle ->
                    ClientScope.bind(
                            handle.createQuery(
                                """
                                select delivery.*, %s as outdated from delivery
                                where delivery.state = 'failed' and not %s
                                  and (cast(:client as varchar) is null
                                       or delivery.client = :client)
                                  and (cast(:run as varchar) is null or delivery.run_id = :run)
                                  and %s
                                order by delivery.created_at, delivery.recipient
                                """
                                    .formatted(
                                        Deliveries.IS_OUTDATED,
                                        Deliveries.IS_STOPPED,
                                        ClientScope.condition("delivery.client"))))
                        .bind("stopped", Said.STOP + "%")
                        .bind("client", client.map(ClientId::value).orElse(null))
                        .bind("run", run.orElse(null))
                        .map(
                            (row, context) ->
                                Map.entry(
                                    row.getBoolean("outdated"), DeliveryRow.read(row, context)))
                        .collect(
                            Collectors.partitioningBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    return new Failed(byAge.get(false), byAge.get(true).size());
  }

  /** What would become of them, and nothing is done. */
  Retried tried(Optional<ClientId> client, Optional<String> run) {
    Failed failed = of(client, run);
    Map<ClientId, AllowedRecipients> allowed = workspace.mail().allowed();
    List<Refused> refused = new ArrayList<>();
    for (Delivery each : failed.mails()) {
      AllowedRecipients list = allowed.get(each.client());
      List<String> recipient = List.of(each.recipient());
      if (list != null && !list.strangers(recipient).isEmpty()) {
        refused.add(new Refused(each, AllowedRecipients.refusal(recipient)));
      }
    }
    return new Retried(failed.mails().size() - refused.size(), failed.outdated(), refused);
  }

  /** Each is sent again by itself, and written down for its client. */
  Retried retry(Optional<ClientId> client, Optional<String> run, Parts parts) {
    Failed failed = of(client, run);
    List<Delivery> retried = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Delivery each : failed.mails()) {
      parts.does("/deliveries/" + each.id() + "/retry", () -> isRetried(each, retried, refused));
    }
    return new Retried(retried.size(), failed.outdated(), refused);
  }

  /** One that somebody else has just sent again is neither among these nor refused. */
  private boolean isRetried(Delivery mail, List<Delivery> retried, List<Refused> refused) {
    try {
      boolean isMine = postman.retry(mail.id());
      if (isMine) {
        retried.add(mail);
      }
      return isMine;
    } catch (IllegalArgumentException e) {
      refused.add(new Refused(mail, e.getMessage()));
      return false;
    }
  }
}
