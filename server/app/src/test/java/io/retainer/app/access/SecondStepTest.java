package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import io.retainer.workspace.SecondStepReset;
import io.retainer.workspace.pull.Puller;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecondStepTest {

  private static final byte[] RFC_KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final String NOW = "2026-11-02T08:00:00Z";
  private static final String HERE = "192.0.2.1";
  private static final String PASSWORD = "four unrelated words";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(NOW);
  private TestHome home;
  private Accounts accounts;
  private Sessions sessions;
  private SecondSteps steps;
  private Account olga;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock);
    accounts = new Accounts(home::state, clock);
    sessions = new Sessions(home::state, clock);
    steps = new SecondSteps(home::state, home.workspace()::sealingKey, clock);
    olga = accounts.add("olga", PASSWORD, Role.OWNER).orElseThrow();
  }

  @AfterEach
  void close() {
    home.close();
  }

  /** RFC 6238, appendix B: its codes of eight digits end in ours. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    Instant then = Instant.ofEpochSecond(second);

    assertThat(OneTimeCodes.step(RFC_KEY, code, then, -1)).hasValue(second / 30);
  }

  @Test
  void aClockMayBeHalfAMinuteOffAndNoMore() {
    Instant now = Instant.parse(NOW);
    long step = now.getEpochSecond() / 30;
    for (long off = -3; off <= 3; off++) {
      assertThat(
              OneTimeCodes.step(RFC_KEY, OneTimeCodes.at(RFC_KEY, step + off), now, 0).isPresent())
          .as("%d steps off", off)
          .isEqualTo(Math.abs(off) <= 1);
    }
  }

  @Test
  void isInForceOnceACodeWasGivenAndNotBefore() {
    steps.begin(olga);
    assertThat(steps.isOn(olga)).isFalse();
    assertThat(steps.confirm(olga, "000000")).isEmpty();
    assertThat(steps.isOn(olga)).isFalse();

    assertThat(steps.confirm(olga, code())).hasValueSatisfying(c -> assertThat(c).hasSize(10));
    assertThat(steps.isOn(olga)).isTrue();
    assertThat(steps.waiting(olga)).isEmpty();
    steps.begin(olga);
    assertThat(steps.isOn(olga)).as("a second beginning takes nothing away").isTrue();
  }

  @Test
  void eachCodeWorksOnce() {
    steps.begin(olga);
    byte[] key = key();
    String first = at(key);
    assertThat(steps.confirm(olga, first)).isPresent();

    assertThat(steps.answer(olga, first)).isEqualTo(SecondSteps.Answer.WRONG);
    clock.advance(Duration.ofSeconds(30));
    String second = at(key);
    String typed = second.substring(0, 3) + " " + second.substring(3);
    assertThat(steps.answer(olga, typed)).isEqualTo(SecondSteps.Answer.RIGHT);
    assertThat(steps.answer(olga, second)).isEqualTo(SecondSteps.Answer.WRONG);
  }

  @Test
  void eachRecoveryCodeWorksOnceUntilThereAreNewOnes() {
    List<String> codes = turnOn();

    assertThat(steps.answer(olga, codes.get(0).toLowerCase(Locale.ROOT)))
        .isEqualTo(SecondSteps.Answer.RIGHT);
    assertThat(steps.answer(olga, codes.get(0))).isEqualTo(SecondSteps.Answer.WRONG);
    assertThat(steps.codesLeft(olga)).isEqualTo(9);
    List<String> others = steps.renewCodes(olga);
    assertThat(steps.answer(olga, codes.get(1))).isEqualTo(SecondSteps.Answer.WRONG);
    assertThat(steps.answer(olga, others.get(1))).isEqualTo(SecondSteps.Answer.RIGHT);
  }

  @Test
  void guessingIsSlowedAndARightPasswordFreesNothing() {
    steps.begin(olga);
    byte[] key = key();
    steps.confirm(olga, at(key));
    clock.advance(Duration.ofMinutes(1));
    var throttle = new Throttle(clock);
    var proofs = new Proofs(accounts, steps, throttle);
    for (int i = 0; i < 5; i++) {
      assertThat(proofs.code(olga, "00000" + i)).isEqualTo("second-step.wrong");
    }

    assertThat(proofs.wait(olga)).as("for how long, which the answer says").isPresent();
    assertThat(proofs.code(olga, at(key))).isEqualTo("sign-in.wait-a-little");
    assertThat(proofs.password(olga, PASSWORD)).isEqualTo("sign-in.wait-a-little");
    clock.advance(Duration.ofMinutes(1));
    assertThat(proofs.code(olga, at(key))).isEmpty();
  }

  @Test
  void neitherTheKeyNorARecoveryCodeCanBeReadInTheDatabase() {
    steps.begin(olga);
    String key = steps.waiting(olga).orElseThrow();
    List<String> codes = steps.confirm(olga, code()).orElseThrow();

    String stored =
        home.state()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select cast(secret as varchar(2000)) from second_step"
                                + " union all select fingerprint from recovery_code")
                        .mapTo(String.class)
                        .list()
                        .toString());
    assertThat(stored).doesNotContain(key).doesNotContain(codes);
    assertThat(stored).doesNotContain(codes.get(0).replace("-", ""));
  }

  @Test
  void anotherKeyTakesTheSecondStepsAlong() throws IOException {
    steps.begin(olga);
    byte[] key = key();
    steps.confirm(olga, at(key));
    String former = Files.readString(home.workspace().home().root().resolve("secret.key"));

    assertThat(Puller.of(home.workspace()).changeKey()).isEqualTo(1);

    assertThat(home.workspace().home().root().resolve("secret.key")).content().isNotEqualTo(former);
    clock.advance(Duration.ofSeconds(30));
    assertThat(steps.answer(olga, at(key))).isEqualTo(SecondSteps.Answer.RIGHT);
  }

  @Test
  void withoutTheKeysFileARecoveryCodeLetsInAndACodeSaysWhatIsWrong() throws IOException {
    List<String> codes = turnOn();
    Files.delete(home.workspace().home().root().resolve("secret.key"));

    assertThat(steps.answer(olga, "123456")).isEqualTo(SecondSteps.Answer.UNREADABLE);
    assertThat(steps.answer(olga, codes.get(3))).isEqualTo(SecondSteps.Answer.RIGHT);
  }

  @Test
  void aRoleThatNeedsItOwesItUntilItIsThere() {
    String session = sessions.open(olga);
    assertThat(sessions.holder(session).orElseThrow().owesSecondStep()).isFalse();

    steps.require(Set.of(Role.OWNER, Role.MANAGER));
    assertThat(sessions.holder(session).orElseThrow().owesSecondStep()).isTrue();
    turnOn();
    assertThat(sessions.holder(session).orElseThrow().owesSecondStep()).isFalse();
  }

  @Test
  void aResetSignsOutAndLeavesThePasswordAlone() {
    turnOn();
    String session = sessions.open(olga);

    assertThat(SecondStepReset.of(home.state(), "nobody")).isFalse();
    assertThat(steps.isOn(olga)).isTrue();
    assertThat(SecondStepReset.of(home.state(), "olga")).isTrue();

    assertThat(steps.isOn(olga)).isFalse();
    assertThat(steps.codesLeft(olga)).isZero();
    assertThat(sessions.holder(session)).isEmpty();
    assertThat(accounts.signIn("olga", PASSWORD)).contains(olga);
  }

  @Test
  void whoHasGivenThePasswordHasTenMinutesForTheCode() {
    var halfway = new HalfwayIn(home::state, accounts, clock);
    String secret = halfway.open(olga);

    assertThat(halfway.who(null)).isEmpty();
    assertThat(halfway.who(secret)).contains(olga);
    assertThat(sessions.holder(secret)).as("it is no session").isEmpty();
    clock.advance(HalfwayIn.LIFETIME.plusSeconds(1));
    assertThat(halfway.who(secret)).isEmpty();
  }

  @Test
  void aKeyThatWaitsIsShownToItsOwnerOnly() {
    steps.begin(olga);
    Account ben = accounts.add("ben", "another long password", Role.VIEWER).orElseThrow();

    assertThat(steps.waiting(ben)).isEmpty();
    home.state()
        .useHandle(handle -> handle.execute("update second_step set account_id = ?", ben.id()));
    assertThatThrownBy(() -> steps.waiting(ben)).hasMessageContaining("belongs to another");
  }

  private List<String> turnOn() {
    steps.begin(olga);
    return steps.confirm(olga, code()).orElseThrow();
  }

  private String code() {
    return at(key());
  }

  private String at(byte[] key) {
    return OneTimeCodes.at(key, clock.instant().getEpochSecond() / 30);
  }

  private byte[] key() {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    var bits = BigInteger.ZERO;
    String text = steps.waiting(olga).orElseThrow();
    for (char letter : text.toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(letters.indexOf(letter)));
    }
    byte[] all = bits.toByteArray();
    byte[] key = new byte[20];
    int most = Math.min(20, all.length);
    System.arraycopy(all, all.length - most, key, 20 - most, most);
    return key;
  }
}
