package io.retainer.model.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"anna@example.org", "a.b+tag@sub.example.co", "o'neil@example.org"})
  void takesAPlainAddress(String text) {
    assertThat(new MailAddress(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "anna@",
        "@example.org",
        "Anna <anna@example.org>",
        "anna@example.org, oleg@example.org",
        "anna@example.org\r\nBcc: all@example.org",
        "anna@example.org\n",
        "an na@example.org",
        "friends:anna@example.org;",
        "anna@-example.org",
        "anna@example.org\rBcc: all@example.org",
        "anna@example.org\u2028Bcc: all@example.org",
        "anna@example.org%0d%0aBcc:all@example.org",
        "\"anna b\"@example.org",
        "\"anna@other.org\"@example.org",
        "anna(a comment)@example.org",
        "anna@example.org(a comment)",
        "<anna@example.org>",
        "@relay.example,@other.example:anna@example.org",
        "anna@[192.0.2.1]",
        "anna@[IPv6:2001:db8::1]",
        ".anna@example.org",
        "anna.@example.org",
        "an..na@example.org",
        "anna@example..org",
        "anna@example.org.",
        "anna@exa\u200bmple.org",
        "anna\u202e@example.org",
        "анна@example.org",
        "=?utf-8?q?anna?=@example.org>",
        "anna;oleg@example.org",
      })
  void refusesEverythingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress(text))
        .withMessageContaining("is no e-mail address")
        .withMessageNotContaining("\n");
  }

  @Test
  void aDomainSaysTheSameInLargeLetters() {
    assertThat(new MailAddress("Anna@X.Example")).isEqualTo(new MailAddress("Anna@x.example"));
    assertThat(MailAddress.distinct(List.of("Ok@X.example", "ok@x.example", "b@x.example")))
        .containsExactly("Ok@x.example", "b@x.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"päivi@example.org", "анна.k@example.org", "pa\u0308ivi@example.org"})
  void saysThatLettersOfOtherLanguagesBeforeTheAtNeedSomethingThatIsMissing(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress(text))
        .withMessageStartingWith("\"" + text + "\" is no e-mail address that mails can be sent to")
        .withMessageContaining("SMTPUTF8")
        .withMessageContaining("Ask the recipient for an address");
  }

  @Test
  void takesNoNameThatIsLongerThanMailServersTake() {
    String longest = "a".repeat(64) + "@example.org";
    assertThat(new MailAddress(longest)).hasToString(longest);
    assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress("a" + longest));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress("a@" + "a.".repeat(130) + "org"))
        .withMessageMatching("(?s).{0,200}");
  }

  /** Letters that look alike make another domain; nobody is to find out by a mail. */
  @Test
  void saysHowMailServersWriteADomainOfOtherLetters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress("anna@почта.рф"))
        .withMessageEndingWith("write one like anna@xn--80a1acny.xn--p1ai");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress("anna.k@почта.рф"))
        .withMessageEndingWith("write one like anna.k@xn--80a1acny.xn--p1ai");
    assertThatIllegalArgumentException()
        .as("neither side can be sent to")
        .isThrownBy(() -> new MailAddress("Жук@пример.рф"))
        .withMessageContaining("SMTPUTF8")
        .withMessageEndingWith("in plain letters, like anna@xn--e1afmkfd.xn--p1ai");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MailAddress("anna@ex\u0430mple.org"))
        .withMessageContaining("xn--exmple-4nf.org");
    assertThatIllegalArgumentException()
        .as("another one's domain: the ß would be lost")
        .isThrownBy(() -> new MailAddress("anna@straße.example"))
        .withMessageEndingWith("write one like anna@example.org");
  }
}
