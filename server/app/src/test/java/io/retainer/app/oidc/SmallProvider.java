package io.retainer.app.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An OpenID provider over HTTP that signs in whoever a test says, and lies in the way a test says.
 * Codes work once, with the secret and the verifier that belong to them.
 */
public final class SmallProvider implements AutoCloseable {

  public static final String CLIENT = "retainer";
  public static final String SUBJECT = "248289761001";
  public static final String SECRET = "the secret of these two";

  /** Signs a token, or does something else. */
  public interface Signing {
    String sign(JWTClaimsSet claims) throws JOSEException;
  }

  private record Asked(Map<String, String> parameters) {}

  private final HttpServer server;
  private final Map<String, Asked> codes = new HashMap<>();
  private RSAKey key = fresh();
  private Signing signing = this::rs256;
  private UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
  private String calledItself;
  private int discovered;
  private int keysAsked;

  public SmallProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    calledItself = issuer();
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", this::keys);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/end", exchange -> answer(exchange, 200, "Signed out."));
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the next tokens say besides the usual. */
  public void says(UnaryOperator<JWTClaimsSet.Builder> changed) {
    claims = changed;
  }

  void signs(Signing other) {
    signing = other;
  }

  void callsItself(String name) {
    calledItself = name;
  }

  void changesItsKey() {
    key = fresh();
  }

  /** How often it was asked where its pages are. */
  int discovered() {
    return discovered;
  }

  int keysAsked() {
    return keysAsked;
  }

  private static RSAKey fresh() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    discovered++;
    json(
        exchange,
        200,
        Map.of(
            "issuer",
            calledItself,
            "authorization_endpoint",
            issuer() + "/authorize",
            "token_endpoint",
            issuer() + "/token",
            "jwks_uri",
            issuer() + "/keys",
            "end_session_endpoint",
            issuer() + "/end",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256", "HS256", "none")));
  }

  private void keys(HttpExchange exchange) throws IOException {
    keysAsked++;
    answer(exchange, 200, new JWKSet(key).toString());
  }

  /** Sends the browser back at once, as if somebody had signed in. */
  private void authorize(HttpExchange exchange) throws IOException {
    URI back = back(exchange.getRequestURI());
    exchange.getResponseHeaders().add("Location", back.toString());
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  /** Where a browser comes back to that was sent here. */
  public URI back(URI asked) {
    Map<String, String> parameters = form(asked.getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, new Asked(parameters));
    return URI.create(
        parameters.get("redirect_uri") + "?code=" + code + "&state=" + parameters.get("state"));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Asked asked = codes.remove(form.getOrDefault("code", ""));
    if (!isClient(exchange)) {
      json(exchange, 401, Map.of("error", "invalid_client"));
      return;
    }
    if (asked == null
        || !asked.parameters().get("redirect_uri").equals(form.get("redirect_uri"))
        || !asked.parameters().get("code_challenge").equals(challenge(form))) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    var usual = usual().claim("nonce", asked.parameters().get("nonce"));
    try {
      json(
          exchange,
          200,
          Map.of(
              "access_token", UUID.randomUUID().toString(),
              "token_type", "Bearer",
              "id_token", signing.sign(claims.apply(usual).build())));
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  /** What all its tokens say. */
  private JWTClaimsSet.Builder usual() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(SUBJECT)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  /** What it sends when it has ended somebody's session, said otherwise as a test wants. */
  public String logoutToken(UnaryOperator<JWTClaimsSet.Builder> otherwise) {
    var usual =
        usual()
            .jwtID(UUID.randomUUID().toString())
            .claim("sid", "08a5019c-17e1-4977-8f42-65a12843ea02")
            .claim(
                "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    try {
      return signing.sign(otherwise.apply(usual).build());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isClient(HttpExchange exchange) {
    String given = CLIENT + ":" + SECRET.replace(' ', '+');
    return ("Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8)))
        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private static String challenge(Map<String, String> form) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(
                      form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String rs256(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, key, key.getKeyID());
  }

  /** By a key of somebody else, who says that it is the provider's. */
  String forged(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, fresh(), key.getKeyID());
  }

  private static String signed(JWTClaimsSet claims, RSAKey key, String id) throws JOSEException {
    var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  /** By what both know, or everybody: the provider's public key taken for a shared secret. */
  String byPublicKey(JWTClaimsSet claims) throws JOSEException {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
    return token.serialize();
  }

  String unsigned(JWTClaimsSet claims) {
    return new PlainJWT(claims).serialize();
  }

  static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> fields)
      throws IOException {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) ->
            pairs.add(
                "\"%s\":%s"
                    .formatted(
                        name,
                        value instanceof List<?> many
                            ? many.stream()
                                .map(each -> "\"" + each + "\"")
                                .collect(Collectors.joining(",", "[", "]"))
                            : "\"" + value + "\"")));
    answer(exchange, status, "{" + String.join(",", pairs) + "}");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
