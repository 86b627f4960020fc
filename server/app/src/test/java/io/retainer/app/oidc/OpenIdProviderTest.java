package io.retainer.app.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.retainer.app.SettableClock;
import io.retainer.app.oidc.ProviderException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a provider's answer proves, asked over HTTP of one that can lie. */
class OpenIdProviderTest {

  private static final URI BACK = URI.create("http://127.0.0.1:8080/sign-in");
  private static final Attempt HERE = attempt("here");
  private static final Attempt ELSEWHERE = attempt("elsewhere");

  private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
  private SmallProvider small;
  private OpenIdProvider provider;

  private static Attempt attempt(String where) {
    return new Attempt("state-" + where, "nonce-" + where, ("verifier-" + where).repeat(5));
  }

  @BeforeEach
  void start() throws IOException {
    small = new SmallProvider();
    provider = provider(Map.of());
  }

  @AfterEach
  void stop() {
    small.close();
  }

  private OpenIdProvider provider(Map<String, String> more) {
    Map<String, String> set =
        Map.of(
            "retainer.oidc.issuer", small.issuer(),
            "retainer.oidc.client-id", SmallProvider.CLIENT,
            "retainer.oidc.client-secret", SmallProvider.SECRET);
    return new OpenIdProvider(
        OidcSettings.of(
                key ->
                    Optional.ofNullable(more.get(key)).or(() -> Optional.ofNullable(set.get(key))),
                URI.create("http://127.0.0.1:8080/"))
            .orElseThrow(),
        clock);
  }

  private String code() throws ProviderException {
    return SmallProvider.form(small.back(provider.way(HERE)).getRawQuery()).get("code");
  }

  private ProvenPerson person() throws ProviderException {
    return provider.person(code(), HERE);
  }

  private void says(UnaryOperator<JWTClaimsSet.Builder> claims) {
    small.says(claims);
  }

  private void isRefused(Reason reason) {
    assertThatThrownBy(this::person)
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void provesWhoHasSignedInThere() throws ProviderException {
    says(
        claims ->
            claims
                .claim("email", "anna@agency.example")
                .claim("email_verified", true)
                .claim("groups", List.of("reports", "sales"))
                .claim("amr", List.of("pwd", "otp")));

    ProvenPerson anna = person();

    assertThat(anna.issuer()).isEqualTo(small.issuer());
    assertThat(anna.subject()).isEqualTo("248289761001");
    assertThat(anna.address()).contains("anna@agency.example");
    assertThat(anna.groups()).containsExactly("reports", "sales");
    assertThat(anna.hasSecondStep()).isTrue();
  }

  @Test
  void asksWithACodeAStateANonceAndAChallengeAndForNothingInTheAddress() throws ProviderException {
    Map<String, String> asked = SmallProvider.form(provider.way(HERE).getRawQuery());

    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid email profile")
        .containsEntry("redirect_uri", "http://127.0.0.1:8080/sign-in/provider/callback")
        .containsEntry("state", "state-here")
        .containsEntry("nonce", "nonce-here")
        .containsEntry("code_challenge_method", "S256")
        .doesNotContainValue(HERE.verifier());
  }

  @Test
  void findsGroupsWithinOtherClaimsAsKeycloakHasRoles() throws ProviderException {
    provider = provider(Map.of("retainer.oidc.roles-claim", "realm_access.roles"));
    says(claims -> claims.claim("realm_access", Map.of("roles", List.of("sales"))));
    assertThat(person().groups()).containsExactly("sales");
    says(claims -> claims.claim("realm_access.roles", "reports"));
    assertThat(person().groups()).containsExactly("reports");
    says(claims -> claims.claim("realm_access", List.of("sales")));
    assertThat(person().groups()).isEmpty();
  }

  @Test
  void aWrongSecretIsTheServersFaultAndNotThePersons() {
    provider = provider(Map.of("retainer.oidc.client-secret", "of another server"));
    isRefused(Reason.STRANGER);
  }

  @Test
  void anAddressThatIsNotVerifiedIsNone() throws ProviderException {
    says(claims -> claims.claim("email", "olga@agency.example").claim("email_verified", false));
    assertThat(person().address()).isEmpty();
    says(claims -> claims.claim("email", "olga@agency.example"));
    assertThat(person().address()).isEmpty();
  }

  @Test
  void oneFactorIsNoSecondStepHoweverOftenItIsAskedFor() throws ProviderException {
    says(claims -> claims.claim("amr", List.of("pwd", "pin")));
    assertThat(person().hasSecondStep()).isFalse();
    says(claims -> claims.claim("amr", List.of("mfa")));
    assertThat(person().hasSecondStep()).isTrue();
  }

  @Test
  void refusesATokenOfAnotherBrowser() throws ProviderException {
    String code = code();
    assertThatThrownBy(() -> provider.person(code, new Attempt("", "x", HERE.verifier())))
        .isInstanceOf(ProviderException.class)
        .hasStackTraceContaining("nonce");
  }

  @Test
  void refusesACodeThatAnotherBrowserWasGiven() throws ProviderException {
    String stolen = code();
    assertThatThrownBy(() -> provider.person(stolen, ELSEWHERE))
        .isInstanceOf(ProviderException.class);
  }

  @Test
  void refusesACodeTheSecondTime() throws ProviderException {
    String code = code();
    provider.person(code, HERE);
    assertThatThrownBy(() -> provider.person(code, HERE)).isInstanceOf(ProviderException.class);
  }

  @Test
  void refusesATokenWithoutANonce() {
    says(claims -> claims.claim("nonce", null));
    isRefused(Reason.REFUSED);
  }

  @Test
  void refusesATokenThatNobodyOrSomebodyElseHasSigned() {
    small.signs(small::unsigned);
    isRefused(Reason.REFUSED);
    small.signs(small::forged);
    isRefused(Reason.REFUSED);
    small.signs(small::byPublicKey);
    isRefused(Reason.REFUSED);
  }

  @Test
  void refusesATokenThatIsOverBeyondWhatClocksDiffer() throws ProviderException {
    says(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30))));
    assertThat(person().subject()).isNotEmpty();
    says(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
    isRefused(Reason.REFUSED);
  }

  @Test
  void refusesATokenOfTheFuture() throws ProviderException {
    says(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(30))));
    assertThat(person().subject()).isNotEmpty();
    says(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(120))));
    isRefused(Reason.REFUSED);
  }

  @Test
  void refusesATokenForAnotherProgramOrOfAnotherProvider() {
    says(claims -> claims.audience("another-program"));
    isRefused(Reason.REFUSED);
    says(
        claims ->
            claims.audience(List.of(SmallProvider.CLIENT, "another")).claim("azp", "another"));
    isRefused(Reason.REFUSED);
    says(claims -> claims.issuer("https://another.example"));
    isRefused(Reason.REFUSED);
  }

  private void tellsNoSignOut(UnaryOperator<JWTClaimsSet.Builder> otherwise) {
    String token = small.logoutToken(otherwise);
    assertThatThrownBy(() -> provider.signedOut(token))
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
  }

  @Test
  void saysWhomTheProviderHasSignedOut() throws ProviderException {
    assertThat(provider.signedOut(small.logoutToken(usual -> usual)))
        .isEqualTo(SmallProvider.SUBJECT);
  }

  @Test
  void refusesALogoutTokenThatNobodyOrSomebodyElseHasSigned() {
    small.signs(small::unsigned);
    tellsNoSignOut(usual -> usual);
    small.signs(small::forged);
    tellsNoSignOut(usual -> usual);
    small.signs(small::byPublicKey);
    tellsNoSignOut(usual -> usual);
  }

  @Test
  void refusesALogoutTokenForAnotherProgramOrOfAnotherProviderOrThatIsOver() {
    tellsNoSignOut(usual -> usual.audience("another-program"));
    tellsNoSignOut(usual -> usual.issuer("https://another.example"));
    tellsNoSignOut(usual -> usual.expirationTime(Date.from(Instant.now().minusSeconds(120))));
  }

  /** An identity token, which a browser may get hold of, must not do for it. */
  @Test
  void refusesATokenThatIsAboutSomethingElse() {
    tellsNoSignOut(usual -> usual.claim("events", null));
    tellsNoSignOut(usual -> usual.claim("nonce", "nonce-here"));
    tellsNoSignOut(usual -> usual.subject(null));
    assertThatThrownBy(() -> provider.signedOut("")).isInstanceOf(ProviderException.class);
    assertThatThrownBy(() -> provider.signedOut("a.b.c")).isInstanceOf(ProviderException.class);
  }

  @Test
  void takesTheNextKeyOfTheProviderAndAsksForKeysNoMoreThanItHasTo() throws ProviderException {
    person();
    person();
    assertThat(small.keysAsked()).isEqualTo(1);
    small.changesItsKey();
    assertThat(person().subject()).isNotEmpty();
    assertThat(small.keysAsked()).isEqualTo(2);
  }

  @Test
  void refusesAProviderThatCallsItselfOtherwise() {
    small.callsItself("https://another.example");
    isRefused(Reason.SILENT);
  }

  @Test
  void saysThatAProviderIsSilentAndAsksItAgainAMinuteLater() throws ProviderException {
    small.callsItself("");
    isRefused(Reason.SILENT);
    small.callsItself(small.issuer());
    isRefused(Reason.SILENT);
    assertThat(small.discovered()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(61));
    assertThat(person().subject()).isNotEmpty();
  }

  @Test
  void whatAProviderSaidHoldsWhileItIsSilent() throws ProviderException {
    person();
    assertThat(small.discovered()).isEqualTo(1);
    String code = code();
    small.callsItself("");
    clock.advance(Duration.ofMinutes(61));
    assertThat(provider.person(code, HERE).subject()).isNotEmpty();
  }

  @Test
  void noBrowserIsLedToAProviderThatHasGoneAway() throws ProviderException {
    provider.way(HERE);
    assertThat(provider.wayOut(BACK)).isPresent();
    small.close();
    clock.advance(Duration.ofSeconds(61));
    assertThat(provider.wayOut(BACK)).isEmpty();
    assertThatThrownBy(() -> provider.way(HERE))
        .isInstanceOfSatisfying(
            ProviderException.class, e -> assertThat(e.reason()).isEqualTo(Reason.SILENT));
  }

  @Test
  void howeverManyComeTheProviderIsAskedOnceAMinute() throws ProviderException {
    provider.way(HERE);
    clock.advance(Duration.ofSeconds(59));
    provider.way(ELSEWHERE);
    assertThat(small.discovered()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    provider.way(HERE);
    provider.way(ELSEWHERE);
    assertThat(small.discovered()).isEqualTo(2);
  }

  @Test
  void settingsThatCannotWorkAreNamed() {
    assertThatThrownBy(
            () -> provider(Map.of("retainer.oidc.issuer", "http://login.agency.example")))
        .hasMessageContaining("retainer.oidc.issuer")
        .hasMessageContaining("https");
    assertThatThrownBy(
            () ->
                OidcSettings.of(
                    key ->
                        key.endsWith("issuer")
                            ? Optional.of("https://login.agency.example")
                            : Optional.empty(),
                    URI.create("http://127.0.0.1:8080/")))
        .hasMessageContaining("retainer.oidc.client-id is missing");
  }
}
