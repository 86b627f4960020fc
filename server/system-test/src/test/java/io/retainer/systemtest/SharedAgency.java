package io.retainer.systemtest;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.workspace.ServerRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A PostgreSQL, a folder that all servers see, and a mail server that counts. */
final class SharedAgency implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Path folder;
  private final Path home;

  SharedAgency(Path folder) throws IOException {
    this.folder = folder;
    this.home = Files.createDirectories(folder.resolve("shared"));
    postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.resolve("postgres").toFile())
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .start();
    mailServer.start();
    String url =
        "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(postgres.getPort());
    Files.writeString(
        home.resolve("retainer.properties"),
        """
        retainer.database.url=%s
        retainer.facts.url=%s
        retainer.mail.host=127.0.0.1
        retainer.mail.port=%d
        retainer.mail.security=none
        """
            .formatted(url, url, mailServer.getSmtp().getPort()));
  }

  Path home() {
    return home;
  }

  /** On a machine of its own, as far as its folders go. */
  RunningProduct server(String name) throws IOException, InterruptedException {
    return server(name, ServerRole.ALL);
  }

  RunningProduct server(String name, ServerRole role) throws IOException, InterruptedException {
    return RunningProduct.start(
        folder.resolve(name),
        Map.of("RETAINER_SHARED_HOME", home.toString(), "RETAINER_ROLE", role.word()));
  }

  /** How often each mail has arrived, by its Message-ID. */
  Map<String, Long> arrived() {
    return Arrays.stream(mailServer.getReceivedMessages())
        .collect(
            Collectors.groupingBy(
                mail -> {
                  try {
                    return mail.getMessageID();
                  } catch (MessagingException e) {
                    throw new IllegalStateException(e);
                  }
                },
                TreeMap::new,
                Collectors.counting()));
  }

  @Override
  public void close() throws IOException {
    mailServer.stop();
    postgres.close();
  }
}
