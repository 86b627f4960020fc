package io.retainer.workspace.pull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A command that the operator allows, of which the standard output is what Singer taps and Airbyte
 * sources write. It is asked once for all days there are.
 */
final class Command implements Platform {

  private static final int A_CENTURY = 36_500;

  private final CommandsFile commands;
  private final Path home;

  Command(Path home) {
    this.commands = new CommandsFile(home);
    this.home = home;
  }

  @Override
  public String kind() {
    return "command";
  }

  @Override
  public String title() {
    return "Command";
  }

  @Override
  public boolean isOffered() {
    return commands.isThere();
  }

  @Override
  public int window() {
    return A_CENTURY;
  }

  @Override
  public int lookBack() {
    return 3;
  }

  @Override
  public void checkAccount(String account) {
    commands.named(account);
  }

  @Override
  public void checkCredential(String secret) {
    if (!secret.isBlank()) {
      throw PullException.lasting(
          "A command gets its credential from the file that commands.yaml names as its environment;"
              + " leave it out here.");
    }
  }

  /** Records name their accounts. */
  @Override
  public Optional<String> importedAs(String account) {
    return Optional.empty();
  }

  @Override
  public Account account(String account, String secret, ZoneId zone) {
    ConfiguredCommand command = commands.named(account);
    return (first, last, file) -> {
      new CommandRun(command, home).write(first, last, file);
      return Answer.whole("jsonl", !hasRecords(file), last);
    };
  }

  private static boolean hasRecords(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains("\"RECORD\""));
    }
  }
}
