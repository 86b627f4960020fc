package io.retainer.workspace.pull;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A Google service account, from the JSON key that the Cloud console gives. The addresses in that
 * file are not used: who wrote the file must not choose where it is sent.
 */
record ServiceAccount(String email, PrivateKey key) implements GoogleCredential {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static ServiceAccount of(JsonNode document) {
    try {
      String pem =
          document
              .path("private_key")
              .asText()
              .replaceAll("-----[A-Z ]+-----", "")
              .replaceAll("\\s", "");
      PrivateKey key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
      return new ServiceAccount(document.path("client_email").asText(), key);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // The cause would carry a piece of the key.
      throw PullException.lasting("The key of the service account cannot be read." + EXPECTED);
    }
  }

  @Override
  public String who() {
    return email;
  }

  @Override
  public String form(String scope, String audience, Instant now) {
    return "grant_type="
        + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
        + "&assertion="
        + assertion(scope, audience, now);
  }

  /** A signed statement that is exchanged for an access token (RFC 7523). */
  private String assertion(String scope, String audience, Instant now) {
    String claims =
        Json.object()
            .put("iss", email)
            .put("scope", scope)
            .put("aud", audience)
            .put("iat", now.getEpochSecond())
            .put("exp", now.getEpochSecond() + 3600)
            .toString();
    String signed = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw PullException.lasting("The key of the service account cannot sign." + EXPECTED);
    }
  }

  private static String part(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return email;
  }
}
