package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.model.client.ClientId;
import java.io.IOException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which source is meant. */
final class NamedSource {
  @Parameters(paramLabel = "ACCOUNT", description = "the property or account, as it was added")
  private String account;

  @Option(
      names = "--client",
      paramLabel = "ID",
      description = "whose, where several clients have it")
  private ClientId client;

  @Option(
      names = "--platform",
      paramLabel = "P",
      description = "of which platform, where a client has it of several")
  private String platform;

  JsonNode in(SourceBook book) throws IOException, InterruptedException {
    var found =
        book.all().stream()
            .filter(source -> source.path("account").asText().equals(account))
            .filter(
                source -> client == null || source.path("client").asText().equals(client.value()))
            .filter(source -> platform == null || source.path("platform").asText().equals(platform))
            .toList();
    if (found.size() != 1) {
      throw new WrongUsage(
          found.isEmpty()
              ? "There is no source " + account + ". Those there are: retainer source list"
              : "Several sources are called "
                  + account
                  + "; say which with --client or --platform");
    }
    return found.get(0);
  }
}
