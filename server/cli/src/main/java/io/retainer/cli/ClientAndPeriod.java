package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import picocli.CommandLine.Option;

/** Whose figures are asked for, and when. */
final class ClientAndPeriod {

  @Option(names = "--client", required = true, paramLabel = "ID", description = "whose KPIs")
  private ClientId client;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "P",
      description = "2026-10, 2026-Q3, 2026-W43, 2026 or 2026-10-01..2026-10-31")
  private Period period;

  Client client(Workspace workspace) {
    return workspace.clients().named(client);
  }

  Period period() {
    return period;
  }
}
