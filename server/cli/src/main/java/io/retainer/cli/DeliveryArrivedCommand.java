package io.retainer.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says of a mail that may have arrived that it did. */
@Command(
    name = "arrived",
    mixinStandardHelpOptions = true,
    description = {
      "Says of a delivery that is unknown, as nobody here could see whether it arrived, that it did: it counts as sent"
          + " from then on and asks for nothing more. Ask the recipient first.",
      "If it did not arrive: retainer delivery retry."
    },
    footer = {
      "",
      "Exit status: 0 it counts as sent, 2 wrong usage, or it is not unknown.",
      "",
      "Examples:",
      "  retainer delivery list --state unknown",
      "  retainer delivery arrived 81d0…"
    })
final class DeliveryArrivedCommand implements Callable<Integer> {

  @Mixin private NamedDelivery delivery;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return delivery.does("arrived", "%s has it; the delivery counts as sent.");
  }
}
