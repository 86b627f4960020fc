package io.retainer.app.oidc;

import static io.retainer.app.oidc.OpenIdProvider.PATIENCE_MILLIS;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderConfigurationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import io.retainer.app.oidc.ProviderException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the provider's pages are and how it signs, as it says itself; asked again each hour. */
final class Discovery {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /** Clocks of two machines may differ by as many seconds. */
  private static final int SKEW_SECONDS = 60;

  private static final int LARGEST_KEYS = 500_000;

  /** Not all providers write the type of a logout token into its head: what it says tells it. */
  private static final boolean TYPE_MAY_BE_MISSING = false;

  /** Signatures by a key that only the provider has. None, or by our shared secret, is no proof. */
  private static final Set<JWSAlgorithm> TRUSTED =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What it said, and what holds its tokens to it. */
  record Known(
      OIDCProviderMetadata metadata, IDTokenValidator validator, LogoutTokenValidator logouts) {}

  private final OidcSettings settings;
  private final Clock clock;
  private Known known;
  private ProviderException silence;
  private Instant asked = Instant.MIN;

  Discovery(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** While it does not answer, what it said last holds. */
  synchronized Known known() throws ProviderException {
    askUnlessWithin(KEPT);
    if (known == null) {
      throw silence;
    }
    return known;
  }

  /**
   * The same, of a provider that has answered within the last minute. A browser that is led to one
   * that has gone away ends at an error page of its own, and finds no way back from there.
   */
  synchronized Known awake() throws ProviderException {
    askUnlessWithin(AGAIN);
    if (silence != null) {
      throw silence;
    }
    return known;
  }

  /**
   * One that is silent is asked again after a minute: threads wait for each other here, and anybody
   * may have them ask.
   */
  private void askUnlessWithin(Duration kept) {
    Instant now = clock.instant();
    if (!now.isAfter(asked.plus(silence == null ? kept : AGAIN))) {
      return;
    }
    asked = now;
    try {
      known = ask();
      silence = null;
    } catch (ProviderException e) {
      silence = e;
    }
  }

  private Known ask() throws ProviderException {
    try {
      var issuer = new Issuer(settings.issuer());
      var answer =
          OpenIdProvider.patient(new OIDCProviderConfigurationRequest(issuer).toHTTPRequest())
              .send();
      answer.ensureStatusCode(200);
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
      check(metadata);
      JWSKeySelector<SecurityContext> keys = keys(metadata);
      return new Known(metadata, validator(issuer, keys), logouts(issuer, keys));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new ProviderException(Reason.SILENT, "It does not say where its pages are", e);
    }
  }

  private void check(OIDCProviderMetadata metadata) throws ParseException {
    if (!metadata.getIssuer().getValue().equals(settings.issuer())) {
      throw new ParseException(
          "It calls itself \"%s\", and retainer.oidc.issuer is \"%s\""
              .formatted(metadata.getIssuer(), settings.issuer()));
    }
    for (URI address :
        Arrays.asList(
            metadata.getAuthorizationEndpointURI(),
            metadata.getTokenEndpointURI(),
            metadata.getJWKSetURI())) {
      if (address == null || !OidcSettings.isProtected(address)) {
        throw new ParseException("It names \"" + address + "\", where https is expected");
      }
    }
  }

  /** A key that it does not know yet is looked up anew, so that a provider may change its keys. */
  private static JWSKeySelector<SecurityContext> keys(OIDCProviderMetadata metadata)
      throws IOException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.create(
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST_KEYS))
            .retrying(true)
            .build();
    return new JWSVerificationKeySelector<>(algorithms(metadata), keys);
  }

  private IDTokenValidator validator(Issuer issuer, JWSKeySelector<SecurityContext> keys) {
    var validator = new IDTokenValidator(issuer, new ClientID(settings.clientId()), keys, null);
    validator.setMaxClockSkew(SKEW_SECONDS);
    return validator;
  }

  private LogoutTokenValidator logouts(Issuer issuer, JWSKeySelector<SecurityContext> keys) {
    var validator =
        new LogoutTokenValidator(
            issuer, new ClientID(settings.clientId()), TYPE_MAY_BE_MISSING, keys, null);
    validator.setMaxClockSkew(SKEW_SECONDS);
    return validator;
  }

  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    Set<JWSAlgorithm> said =
        new HashSet<>(
            Stream.ofNullable(metadata.getIDTokenJWSAlgs()).flatMap(List::stream).toList());
    said.retainAll(TRUSTED);
    return said.isEmpty() ? Set.of(JWSAlgorithm.RS256) : said;
  }
}
