package io.retainer.workspace.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
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
record ServiceAccount(String email, PrivateKey key) {

  private static final String EXPECTED =
      " Give the JSON key of a service account, as the Google Cloud console downloads it.";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /**
   * @throws PullException saying what is wrong, without any of the text
   */
  static ServiceAccount read(String json) {
    try {
      JsonNode document = Json.read(json);
      if (!document.path("type").asText().equals("service_account")) {
        throw PullException.lasting("The file is not a key of a service account." + EXPECTED);
      }
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
    } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException e) {
      // The cause would carry a piece of the key.
      throw PullException.lasting("The key of the service account cannot be read." + EXPECTED);
    }
  }

  /** A signed statement that is exchanged for an access token (RFC 7523). */
  String assertion(String scope, String audience, Instant now) {
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
