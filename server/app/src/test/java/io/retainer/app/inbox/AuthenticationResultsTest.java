package io.retainer.app.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

  private static boolean proves(String results) {
    AuthenticationResults parsed = AuthenticationResults.parse(results);
    return parsed.isOf("mx.agency.example") && parsed.prove("platform.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.agency.example; dkim=pass header.d=platform.example",
        "MX.agency.example 1;\r\n\tspf=fail smtp.mailfrom=x.example;\r\n\tdkim=pass (2048-bit) header.i=@platform.example",
        "mx.agency.example; dmarc=pass (p=REJECT; sp=NONE) header.from=platform.example",
        "mx.agency.example; spf=pass smtp.mailfrom=bounces@mail.platform.example",
        "mx.agency.example; dkim = pass header.d = platform.example",
      })
  void aPassForTheSendersDomainProvesIt(String results) {
    assertThat(proves(results)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";;;",
        "mx.agency.example; none",
        "elsewhere.example; dkim=pass header.d=platform.example",
        "mx.agency.example; dkim=fail header.d=platform.example",
        "mx.agency.example; dkim=pass header.d=evil.example",
        "mx.agency.example; dkim=pass header.d=example",
        "mx.agency.example; dkim=pass header.d=notplatform.example",
        "mx.agency.example; dkim=fail; spf=pass smtp.mailfrom=evil.example",
        "mx.agency.example; dkim=fail (dkim=pass header.d=platform.example)",
        "mx.agency.example; spf=pass smtp.mailfrom=\"; dkim=pass header.d=platform.example \"@evil.example",
        "mx.agency.example; dkim=fail header.d=platform.example dkim=pass",
      })
  void anythingElseDoesNot(String results) {
    assertThat(proves(results)).isFalse();
  }
}
