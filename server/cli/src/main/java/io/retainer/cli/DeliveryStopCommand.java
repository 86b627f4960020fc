package io.retainer.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Keeps a mail that waits from leaving. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps a delivery that waits from leaving, as when its mail server has not taken it for hours: it counts as failed"
          + " then, and says who stopped it. What has been sent cannot be stopped.",
      "To send it after all: retainer delivery retry."
    },
    footer = {
      "",
      "Exit status: 0 it does not leave, 2 wrong usage, or it does not wait.",
      "",
      "Examples:",
      "  retainer delivery list --state queued",
      "  retainer delivery stop 81d0…"
    })
final class DeliveryStopCommand implements Callable<Integer> {

  @Mixin private NamedDelivery delivery;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return delivery.does(
        "stop", "It does not go to %s. retainer delivery retry sends it after all.");
  }
}
