package io.retainer.app.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.retainer.app.oidc.ProviderException.Reason;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The provider that is set. It is asked for its addresses and keys on first use, not at start. */
public final class OpenIdProvider {

  private static final Set<String> NOT_US = Set.of("invalid_client", "unauthorized_client");

  static final int PATIENCE_MILLIS = 10_000;

  private final OidcSettings settings;
  private final Discovery discovery;

  public OpenIdProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.discovery = new Discovery(settings, clock);
  }

  /** What the pages call it. */
  public String name() {
    return settings.name();
  }

  public String issuer() {
    return settings.issuer();
  }

  /** Where a browser goes to say there who it is; refused while nobody answers there. */
  public URI way(Attempt attempt) throws ProviderException {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope(settings.scopes().toArray(String[]::new)),
            clientId(),
            settings.callback())
        .endpointURI(discovery.awake().metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Where a browser goes to sign out there as well; empty when there is no such place just now. */
  public Optional<URI> wayOut(URI back) {
    try {
      return Optional.ofNullable(discovery.awake().metadata().getEndSessionEndpointURI())
          .map(end -> new LogoutRequest(end, null, null, clientId(), back, null, null).toURI());
    } catch (ProviderException silent) {
      return Optional.empty();
    }
  }

  private ClientID clientId() {
    return new ClientID(settings.clientId());
  }

  /**
   * Who the browser is that came back with this code.
   *
   * @param code as it stands in the address
   */
  public ProvenPerson person(String code, Attempt attempt) throws ProviderException {
    Discovery.Known known = discovery.known();
    OIDCTokenResponse tokens = tokens(known.metadata(), code, attempt);
    try {
      return person(
          known.validator().validate(tokens.getOIDCTokens().getIDToken(), nonce(attempt)));
    } catch (KeySourceException e) {
      throw new ProviderException(Reason.SILENT, "Its keys cannot be read", e);
    } catch (BadJOSEException | JOSEException e) {
      throw new ProviderException(Reason.REFUSED, "Its identity token is not good", e);
    }
  }

  /**
   * Whom the provider has signed out, as it says itself (OpenID Connect Back-Channel Logout).
   *
   * @return its subject
   */
  public String signedOut(String token) throws ProviderException {
    try {
      LogoutTokenClaimsSet claims = discovery.known().logouts().validate(JWTParser.parse(token));
      if (claims.getSubject() == null) {
        throw new ProviderException(Reason.REFUSED, "Its logout token names nobody (sub)", null);
      }
      return claims.getSubject().getValue();
    } catch (KeySourceException e) {
      throw new ProviderException(Reason.SILENT, "Its keys cannot be read", e);
    } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
      throw new ProviderException(Reason.REFUSED, "Its logout token is not good", e);
    }
  }

  private static Nonce nonce(Attempt attempt) {
    return new Nonce(attempt.nonce());
  }

  private OIDCTokenResponse tokens(OIDCProviderMetadata metadata, String code, Attempt attempt)
      throws ProviderException {
    HTTPRequest request =
        new TokenRequest.Builder(
                metadata.getTokenEndpointURI(),
                us(metadata),
                new AuthorizationCodeGrant(
                    new AuthorizationCode(code),
                    settings.callback(),
                    new CodeVerifier(attempt.verifier())))
            .build()
            .toHTTPRequest();
    try {
      TokenResponse answer = OIDCTokenResponseParser.parse(patient(request).send());
      if (answer.indicatesSuccess()
          && answer.toSuccessResponse() instanceof OIDCTokenResponse tokens
          && tokens.getOIDCTokens().getIDToken() != null) {
        return tokens;
      }
      throw refused(answer);
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new ProviderException(Reason.SILENT, "It gives no tokens", e);
    }
  }

  /** By what it says of itself (RFC 6749, 5.2). Its words are for the log. */
  private static ProviderException refused(TokenResponse answer) {
    if (answer.indicatesSuccess()) {
      return new ProviderException(Reason.REFUSED, "It gives no identity token", null);
    }
    ErrorObject error = answer.toErrorResponse().getErrorObject();
    String code = error == null ? "no reason" : String.valueOf(error.getCode());
    String said = error == null ? code : code + ", " + error.getDescription();
    return NOT_US.contains(code)
        ? new ProviderException(
            Reason.STRANGER,
            "It does not know retainer.oidc.client-id by its client-secret: it says " + said,
            null)
        : new ProviderException(Reason.REFUSED, "It gives nothing for the code: " + said, null);
  }

  private ClientAuthentication us(OIDCProviderMetadata metadata) {
    var secret = new Secret(settings.secret());
    List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
    boolean onlyInTheForm =
        ways != null
            && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return onlyInTheForm
        ? new ClientSecretPost(clientId(), secret)
        : new ClientSecretBasic(clientId(), secret);
  }

  /** Nobody else is told the secret or the code, wherever the provider may lead to. */
  static HTTPRequest patient(HTTPRequest request) {
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    return request;
  }

  /** The library leaves open for which of many programs a token is that names more than one. */
  private void checkThatItIsOurs(IDTokenClaimsSet claims) throws ProviderException {
    String party =
        claims.getAuthorizedParty() == null ? "" : claims.getAuthorizedParty().getValue();
    boolean needed = claims.getAudience().size() > 1 || !party.isEmpty();
    if (needed && !party.equals(settings.clientId())) {
      throw new ProviderException(
          Reason.REFUSED, "Its identity token is for another program", null);
    }
  }

  private ProvenPerson person(IDTokenClaimsSet claims) throws ProviderException {
    checkThatItIsOurs(claims);
    boolean verified = Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"));
    return new ProvenPerson(
        settings.issuer(),
        claims.getSubject().getValue(),
        Optional.ofNullable(claims.getStringClaim("email")).filter(address -> verified),
        Optional.ofNullable(claims.getStringClaim("preferred_username")),
        groups(claims),
        Stream.ofNullable(claims.getAMR())
            .flatMap(List::stream)
            .map(Identifier::getValue)
            .collect(Collectors.toSet()));
  }

  /** One value or many, as providers write it. */
  private List<String> groups(IDTokenClaimsSet claims) {
    Object claim = claim(claims.toJSONObject(), settings.rolesClaim());
    Stream<?> values = claim instanceof List<?> many ? many.stream() : Stream.ofNullable(claim);
    return values.filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** By its name, which may have dots in it, else by the way to it: {@code realm_access.roles}. */
  private static Object claim(Map<String, Object> claims, String name) {
    int dot = name.indexOf('.');
    if (claims.containsKey(name) || dot < 0) {
      return claims.get(name);
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(strings(inner), name.substring(dot + 1))
        : null;
  }

  private static Map<String, Object> strings(Map<?, ?> inner) {
    Map<String, Object> named = new HashMap<>();
    inner.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
