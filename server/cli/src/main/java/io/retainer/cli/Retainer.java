package io.retainer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code retainer}, with everything it can do below it. */
@Command(
    name = "retainer",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Client reports from the exports of marketing platforms.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "The home folder is --home, else RETAINER_HOME, else ./retainer-home.",
      "Exit status: 0 done, 1 something to look at, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer demo                                  look around with two demo clients",
      "  retainer import --client nordic exports/*      import what the platforms exported",
      "  retainer kpi value --client nordic --period 2026-10",
      "  retainer report --client nordic --report monthly-performance --period 2026-10 --out ."
    },
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      ImportCommand.class,
      CoverageCommand.class,
      ClientCommand.class,
      RatesCommand.class,
      BrandCommand.class,
      KpiCommand.class,
      ReportCommand.class,
      ConnectorCommand.class,
      MappingCommand.class,
      SourceCommand.class,
      ScheduleCommand.class,
      DeliveryCommand.class,
      DestinationCommand.class,
      AccessCommand.class,
      MailCommand.class,
      HomeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
      SupportBundleCommand.class,
      RehearseCommand.class
    })
public final class Retainer implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(
        commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err)).execute(arguments));
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    Logs.toStandardError();
    return new CommandLine(new Retainer())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(110)
        .registerConverter(io.retainer.model.time.Period.class, Arguments::period)
        .registerConverter(io.retainer.model.time.Comparison.class, Arguments::comparison)
        .registerConverter(io.retainer.model.client.ClientId.class, Arguments::client)
        .registerConverter(io.retainer.model.kpi.KpiId.class, Arguments::kpi)
        .registerConverter(java.time.ZoneId.class, Arguments::zone)
        .registerConverter(java.util.Locale.class, Arguments::locale)
        .registerConverter(java.util.Currency.class, Arguments::currency)
        .setParameterExceptionHandler(Failures::wrongUsage)
        .setExecutionExceptionHandler(Failures::failed);
  }

  /** Whatever the machine's locale is, what we print is UTF-8. */
  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Without a command there is nothing to do but to say what can be done. */
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: retainer COMMAND, for example retainer demo");
  }
}
