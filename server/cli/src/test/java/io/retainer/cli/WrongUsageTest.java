package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrong is answered with exit status 2 and what to type instead. */
class WrongUsageTest {

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kpi value --client a --period 2026-13|is no period",
        "kpi value --client a --period October|write 2026-10, 2026-Q3, 2026-W43, 2026",
        "kpi value --client a|--period",
        "kpi value --period 2026-10|--client",
        "kpi value --client Ä --period 2026-10|small letters, digits and hyphens",
        "kpi value --client a --period 2026-10 --kpi CTR|like email.open-rate",
        "client add a --zone Minsk|tz name, like Europe/Minsk",
        "client add a --currency euro|ISO 4217",
        "client add a --locale sv|en, ru, be, fi",
        "client add|Name the client",
        "kpi list --locale xx|en, ru, be, fi",
        "import --client a|FILE",
        "import --client a --nonsense x|--nonsense",
        "kpi|list, value, breakdown, series, test, history or effect",
        "connector|list, show, new, check, install or remove",
        "connector new Acme|small letters, digits and hyphens, like acme-mail",
        "connector new acme --package 1.2|is no package; write --package like com.agency.acme",
        "connector check nowhere.jar|There is no file nowhere.jar",
        "connector install src|neither a Maven project nor a folder of JARs",
        "client|list, add, show, set, target or remove",
        "client target|ID",
        "destination|list, add, test, pause, resume or remove",
        "destination add crm --webhook https://crm.example/ --client a|--secret-file",
        "destination add crm --client a --secret-file -|--webhook",
        "destination add crm --webhook https://crm.example/ --slack C1 --client a --secret-file -|mutually exclusive",
        "destination add crm --webhook https://crm.example/ --secret-file -|--client",
        "destination add crm --webhook https://crm.example/ --client a --secret hush|--secret",
        "destination add crm --webhook https://crm.example/ --client a --secret-env NO_SUCH_VARIABLE|no variable NO_SUCH_VARIABLE",
        "destination add chat --telegram -1001 --client a --secret-file gone.txt|name the credential with --secret-file",
        "destination list --home /nowhere/at-all|No server works in /nowhere/at-all"
      })
  void saysWhatToTypeInstead(String command, String advice) {
    Outcome outcome = retainer((Object[]) command.split(" "));

    assertThat(outcome.err()).contains(advice);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void namesTheFileThatIsNotThere() {
    Outcome outcome = retainer("import", "--home", home, "--client", "a", home.resolve("gone.csv"));

    assertThat(outcome.err()).contains("There is no file").contains("gone.csv");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aHomeThatIsAFileIsRefused() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");

    Outcome outcome = retainer("client", "list", "--home", file);

    assertThat(outcome.err()).contains("is a file");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void anUnknownClientNamesThoseThereAre() {
    retainer("client", "add", "nordic", "--home", home);

    Outcome outcome =
        retainer("kpi", "value", "--home", home, "--client", "nordik", "--period", "2026-10");

    assertThat(outcome.err()).contains("nordik").contains("nordic");
    assertThat(outcome.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "import --help",
        "client --help",
        "client list --help",
        "client add --help",
        "client show --help",
        "client target --help",
        "kpi --help",
        "kpi list --help",
        "report --help",
        "kpi value --help",
        "kpi test --help",
        "connector --help",
        "connector list --help",
        "destination --help",
        "destination list --help",
        "destination add --help",
        "destination test --help",
        "destination pause --help",
        "destination resume --help",
        "destination remove --help",
        "serve --help",
        "demo --help"
      })
  void everyCommandExplainsItselfWithAnExample(String command) {
    Outcome outcome = retainer((Object[]) command.split(" "));

    assertThat(outcome.out()).contains("Usage: retainer").containsPattern("Examples?:");
    assertThat(outcome.status()).isZero();
  }
}
