package io.retainer.cli;

import io.retainer.cli.server.RunningServer;
import io.retainer.warehouse.WarehouseException;
import io.retainer.workspace.HomeInUseException;
import io.retainer.workspace.StateException;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.backup.BackupException;
import io.retainer.workspace.configuration.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a sentence on standard error and an exit status. */
final class Failures {

  private Failures() {}

  static int wrongUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("retainer: " + sentence(failure));
    if (failure instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, err);
    }
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.WRONG_USAGE;
  }

  /** Picocli's own words for a value that cannot be read name a Java type; ours are enough. */
  private static String sentence(ParameterException failure) {
    if (failure.getCause() instanceof TypeConversionException conversion
        && failure.getArgSpec() instanceof CommandLine.Model.OptionSpec option) {
      return option.longestName() + ": " + conversion.getMessage();
    }
    if (failure instanceof MissingParameterException missing && missing.getMissing().size() == 1) {
      return "Missing "
          + missing.getMissing().get(0).paramLabel().replace("PARAM", "argument")
          + (missing.getMissing().get(0) instanceof CommandLine.Model.OptionSpec option
              ? " behind or without " + option.longestName()
              : "");
    }
    return failure.getMessage();
  }

  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof WrongUsage || failure instanceof UnknownClientException) {
      err.println("retainer: " + failure.getMessage());
      return ExitStatus.WRONG_USAGE;
    }
    if (failure instanceof HomeInUseException inUse) {
      err.println("retainer: " + inUse.getMessage() + address(inUse));
      return ExitStatus.FINDINGS;
    }
    if (failure instanceof ConfigurationException configuration) {
      err.println("retainer: " + configuration.getMessage());
      return ExitStatus.WRONG_USAGE;
    }
    if (failure instanceof UncheckedIOException
        || failure instanceof BackupException
        || failure instanceof StateException
        || failure instanceof WarehouseException) {
      err.println("retainer: " + failure.getMessage());
      return ExitStatus.FINDINGS;
    }
    err.println("retainer: " + failure.getMessage());
    if (System.getenv("RETAINER_DEBUG") != null || failure instanceof NullPointerException) {
      failure.printStackTrace(err);
    } else {
      err.println("Set RETAINER_DEBUG=1 to see where it happened.");
    }
    return ExitStatus.FINDINGS;
  }

  private static String address(HomeInUseException inUse) {
    try {
      return RunningServer.of(inUse.home())
          .map(server -> " It answers at " + server.address())
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
