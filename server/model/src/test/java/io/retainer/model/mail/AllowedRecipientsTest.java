package io.retainer.model.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedRecipientsTest {

  private static final AllowedRecipients LIST =
      AllowedRecipients.parse("Anna@Client.example, @north.example;\n\n oleg@other.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@client.example",
        "ANNA@CLIENT.EXAMPLE",
        "anybody@north.example",
        "anybody@North.Example",
        "oleg@other.example"
      })
  void letsThoseGetReportsWhoAreOnTheList(String address) {
    assertThat(LIST.allow(new MailAddress(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ben@client.example",
        "anna@sub.client.example",
        "anybody@sub.north.example",
        "anybody@evilnorth.example",
        "anybody@north.example.evil.example",
        "anybody.north.example@evil.example",
        "anybody%evil.example@north.example",
        "evil.example!anybody@north.example",
        "anna@client.example.org",
        "xanna@client.example",
        "anna+x@client.example"
      })
  void keepsReportsFromAllOthers(String address) {
    assertThat(LIST.allow(new MailAddress(address))).isFalse();
  }

  @Test
  void letsAnybodyGetReportsWhileItIsEmpty() {
    assertThat(AllowedRecipients.parse(" \n ,").allow(new MailAddress("a@b.example"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*@client.example",
        "*",
        "@",
        "client.example",
        "@*.example",
        "@client.example\u0000",
        "\"a,b\"@client.example",
        "a(b)@client.example",
        "@почта.рф",
        "@exa\u200bmple.org",
        "Anna <anna@client.example>"
      })
  void takesNothingThatIsNoAddressAndNoDomain(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedRecipients.parse("ok@client.example\n" + entry))
        .withMessageContaining("cannot stand in the list of recipients")
        .withMessageNotContaining("\u200b");
  }

  @Test
  void saysHowADomainOfOtherLettersIsWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AllowedRecipients.parse("@почта.рф"))
        .withMessageEndingWith("or is @xn--80a1acny.xn--p1ai meant?");
  }

  @Test
  void takesAThousandAndNoMore() {
    Set<String> thousand =
        IntStream.range(0, 1000).mapToObj(i -> "a" + i + "@b.example").collect(Collectors.toSet());
    var list = new AllowedRecipients(thousand);
    assertThat(list.strangers(thousand)).isEmpty();

    thousand.add("a1000@b.example");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AllowedRecipients(thousand))
        .withMessage("A client has up to 1000 allowed recipients, saw 1001");
  }

  @Test
  void namesAFewOfManyStrangers() {
    List<String> strangers =
        IntStream.range(0, 1000).mapToObj(i -> "x" + i + "@y.example").toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LIST.check(strangers))
        .withMessageStartingWith("\"x0@y.example\", ")
        .withMessageContaining("\"x4@y.example\" and 995 more are not among the recipients")
        .withMessageMatching("(?s).{0,400}");
  }
}
