package io.retainer.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.dkim.DkimKey;
import io.retainer.workspace.dkim.DkimKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.naming.CommunicationException;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSignatureTest {

  @TempDir private Path home;

  private Finding finding(MailSignature.Records records) throws Exception {
    Map<String, String> environment =
        Map.of(
            "RETAINER_MAIL_HOST", "127.0.0.1",
            "RETAINER_MAIL_FROM", "Agency <reports@agency.example>");
    return new MailSignature(home, records).finding(Configuration.ofServer(home, environment));
  }

  private static List<String> nothing(String name) throws NameNotFoundException {
    throw new NameNotFoundException(name);
  }

  @Test
  void withoutAKeyItSaysHowToMakeOne() throws Exception {
    Finding finding = finding(MailSignatureTest::nothing);

    assertThat(finding.level()).isEqualTo(Finding.Level.LOOK);
    assertThat(finding.advice()).contains("retainer mail dkim agency.example");
  }

  @Test
  void aKeyThatTheDnsDoesNotHaveIsTold() throws Exception {
    DkimKey key = new DkimKeys(home).make("agency.example", "retainer");

    Finding finding = finding(MailSignatureTest::nothing);

    assertThat(finding.level()).isEqualTo(Finding.Level.BROKEN);
    assertThat(finding.saw()).contains("retainer._domainkey.agency.example does not exist");
    assertThat(finding.advice()).contains(key.recordText());
    assertThat(finding(name -> List.of("v=DKIM1; p=other")).saw()).contains("says another key");
  }

  @Test
  void aPublishedKeyIsFineInWhateverPiecesTheDnsHasIt() throws Exception {
    String text = new DkimKeys(home).make("agency.example", "retainer").recordText();

    Finding finding =
        finding(
            name -> List.of("\"" + text.substring(0, 200) + "\" \"" + text.substring(200) + "\""));

    assertThat(finding.level()).isEqualTo(Finding.Level.FINE);
  }

  @Test
  void withoutTheDnsItSaysThatItCouldNotLook() throws Exception {
    new DkimKeys(home).make("agency.example", "retainer");

    Finding finding =
        finding(
            name -> {
              throw new CommunicationException("timeout");
            });

    assertThat(finding.level()).isEqualTo(Finding.Level.LOOK);
  }

  @Test
  void aBrokenKeyIsTold() throws Exception {
    Path file = home.resolve("dkim/retainer._domainkey.agency.example.pem");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "nothing");

    assertThat(finding(MailSignatureTest::nothing).level()).isEqualTo(Finding.Level.BROKEN);
  }
}
