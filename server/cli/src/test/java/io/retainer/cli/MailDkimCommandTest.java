package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDkimCommandTest {

  @TempDir private Path home;

  @Test
  void makesAKeyForTheOwnersEyesAndTellsItsRecordAgain() throws IOException {
    Outcome first = retainer("mail", "dkim", "Agency.Example", "--home", home);
    Outcome second = retainer("mail", "dkim", "agency.example", "--home", home);

    assertThat(first.status()).isZero();
    assertThat(first.out())
        .contains("retainer._domainkey.agency.example", "TXT")
        .containsPattern("v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{300,}");
    assertThat(second.out()).isEqualTo(first.out());
    Path key = home.resolve("dkim/retainer._domainkey.agency.example.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatIsNoDomainOrNoSelectorIsWrongUsage() {
    for (String domain : new String[] {"anna@agency.example", "../etc", "localhost", ".", "a..b"}) {
      Outcome outcome = retainer("mail", "dkim", domain, "--home", home);
      assertThat(outcome.status()).as(domain).isEqualTo(2);
      assertThat(outcome.err()).contains("is no domain");
    }
    assertThat(
            retainer("mail", "dkim", "agency.example", "--selector", "../x", "--home", home).err())
        .contains("is no selector");
  }
}
