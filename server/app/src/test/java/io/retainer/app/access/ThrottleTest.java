package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing is slowed, and nobody can keep somebody else out by it. */
class ThrottleTest {

  private static final String OFFICE = "192.0.2.1";
  private static final String HOTEL = "198.51.100.7";

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
  private TestHome home;
  private Throttle throttle;
  private Devices devices;

  @BeforeEach
  void open() {
    home = new TestHome(folder, clock, folder.resolve("no-scripts"));
    throttle = new Throttle(home::state, clock);
    devices = new Devices(home.workspace()::sealingKey);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static Throttle.Try from(String address, String name) {
    return new Throttle.Try(name, address, Optional.empty());
  }

  private void fails(int times, Throttle.Try who) {
    for (int i = 0; i < times; i++) {
      throttle.failed(who);
    }
  }

  @Test
  void guessingANameAtAnAddressIsSlowerWithEachFailureForAllServers() {
    fails(4, from(OFFICE, "olga"));
    assertThat(throttle.wait(from(OFFICE, "olga"))).isEmpty();

    fails(1, from(OFFICE, "olga"));
    assertThat(throttle.wait(from(OFFICE, "olga"))).contains(Duration.ofSeconds(5));
    fails(1, from(OFFICE, "olga"));
    assertThat(new Throttle(home::state, clock).wait(from(OFFICE, "olga")))
        .contains(Duration.ofSeconds(10));

    clock.advance(Duration.ofHours(2));
    assertThat(throttle.wait(from(OFFICE, "olga"))).isEmpty();
  }

  /** A provider gives each customer 2^64 addresses. */
  @Test
  void nobodyGuessesOnByTakingAnotherAddressOfTheirOwn() {
    for (int i = 0; i < 5; i++) {
      throttle.failed(from("2001:db8:0:7::" + i, "olga"));
    }
    assertThat(throttle.wait(from("2001:db8:0:7:1234::99", "olga"))).isPresent();
    assertThat(throttle.wait(from("2001:db8:0:8::1", "olga"))).isEmpty();

    for (int i = 0; i < 100; i++) {
      throttle.failed(from("2001:db8:0:9::" + i, "name-" + i));
    }
    assertThat(throttle.wait(from("2001:db8:0:9::abc", "anna"))).isPresent();
  }

  @Test
  void madeUpNamesKeepNobodyOutWhoSharesTheAddress() {
    for (int i = 0; i < 50; i++) {
      throttle.failed(from(OFFICE, "nobody-" + i));
    }
    assertThat(throttle.wait(from(OFFICE, "olga"))).isEmpty();
  }

  @Test
  void wrongPasswordsFromElsewhereKeepNobodyOut() {
    fails(50, from(HOTEL, "olga"));
    assertThat(throttle.wait(from(OFFICE, "olga"))).isEmpty();
  }

  @Test
  void guessingFromManyAddressesAndManyNamesAtOneIsSlowedToo() {
    for (int i = 0; i < 100; i++) {
      throttle.failed(from("203.0.113." + i, "olga"));
      throttle.failed(from(HOTEL, "name-" + i));
    }
    assertThat(throttle.wait(from(OFFICE, "olga"))).isPresent();
    assertThat(throttle.wait(from(HOTEL, "anna"))).isPresent();
  }

  @Test
  void aBrowserThatHasSignedInBeforeWaitsOnlyForItsOwnFailures() {
    var olga = new Account("1", "olga", Role.OWNER);
    String cookie = devices.word(olga);
    var known = new Throttle.Try("olga", OFFICE, devices.known(cookie, "olga"));
    for (int i = 0; i < 200; i++) {
      throttle.failed(from("203.0.113." + i, "olga"));
      throttle.failed(from(OFFICE, "olga"));
    }
    assertThat(throttle.wait(from(OFFICE, "olga"))).isPresent();
    assertThat(throttle.wait(known)).isEmpty();

    fails(5, known);
    assertThat(throttle.wait(known)).contains(Duration.ofSeconds(5));
  }

  @Test
  void theWordOfABrowserIsForOneNameAndCannotBeMadeUp() {
    String cookie = devices.word(new Account("1", "olga", Role.OWNER));

    assertThat(cookie).hasSizeLessThan(200);
    assertThat(devices.known(cookie, "olga")).isPresent();
    assertThat(devices.known(cookie, "olga")).isEqualTo(devices.known(cookie, "olga"));
    assertThat(devices.known(cookie, "anna")).isEmpty();
    for (String made : new String[] {"", ".", "x.y", cookie + "x", cookie.substring(3)}) {
      assertThat(devices.known(made, "olga")).as(made).isEmpty();
    }
    assertThat(devices.known(null, "olga")).isEmpty();
  }

  @Test
  void failedCodesAreNotForgottenByARightPassword() {
    for (int i = 0; i < 5; i++) {
      throttle.failedWithin("olga");
    }
    throttle.succeeded(from(OFFICE, "olga"));

    assertThat(throttle.waitWithin("olga")).isPresent();
    assertThat(throttle.wait(from(OFFICE, "olga"))).isEmpty();
  }
}
