package io.retainer.workspace.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.time.Instant;

/** What Google gives access for: a service account's key, or what a person allowed. */
interface GoogleCredential {

  String EXPECTED =
      " Give the JSON key of a service account, as the Google Cloud console downloads it, or the"
          + " application_default_credentials.json that gcloud writes for a person.";

  /** Whose access it is, for sentences; nothing secret. */
  String who();

  /** The form that is exchanged for an access token. */
  String form(String scope, String audience, Instant now);

  /**
   * @throws PullException saying what is wrong, without any of the text
   */
  static GoogleCredential read(String json) {
    JsonNode document;
    try {
      document = Json.read(json);
    } catch (JsonProcessingException e) {
      // The cause would carry a piece of the key.
      throw PullException.lasting("The key of the service account cannot be read." + EXPECTED);
    }
    return switch (document.path("type").asText()) {
      case "service_account" -> ServiceAccount.of(document);
      case "authorized_user" -> AuthorizedUser.of(document);
      default ->
          throw PullException.lasting("The file is no key that Google gives out." + EXPECTED);
    };
  }
}
