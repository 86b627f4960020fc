package io.retainer.app.destinations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.model.mail.CertificateFault;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destination;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** One call of a destination over HTTP. */
final class Call {

  private static final Timeout CONNECTING = Timeout.ofSeconds(10);
  private static final Timeout ANSWERING = Timeout.ofSeconds(30);
  private static final Duration WHOLE = Duration.ofMinutes(1);
  private static final int MOST_OF_AN_ANSWER = 16 * 1024;
  private static final int MOST_SHOWN = 300;

  private final boolean isInternal;
  private final String secret;
  private final Duration patience;

  /**
   * @param secret is blotted out wherever an answer repeats it
   */
  Call(Destination destination, String secret) {
    this(destination, secret, WHOLE);
  }

  /**
   * @param patience with the call as a whole
   */
  Call(Destination destination, String secret, Duration patience) {
    this.patience = patience;
    this.isInternal = destination.isInternal();
    this.secret = secret;
  }

  /**
   * What was answered, cut.
   *
   * @param asked how long it wants to be left alone
   */
  record Answer(int status, String body, Duration asked) {

    /** Empty where it is none, as from what stands before the other side. */
    Optional<JsonNode> json() {
      try {
        return Optional.of(Json.read(body));
      } catch (JsonProcessingException e) {
        return Optional.empty();
      }
    }

    Answer asking(Duration longer) {
      return new Answer(status, body, longer.compareTo(asked) > 0 ? longer : asked);
    }
  }

  /**
   * @param leaving is run before the call can have arrived
   * @param meaning of an answer
   */
  Outcome post(
      URI address,
      Map<String, String> headers,
      String json,
      Runnable leaving,
      Function<Answer, Outcome> meaning) {
    var post = new HttpPost(address);
    headers.forEach(post::setHeader);
    post.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
    // Whoever sends a byte a minute keeps within each wait, not within this one.
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(post::cancel);
    try (CloseableHttpClient client = client()) {
      leaving.run();
      return client.execute(post, response -> meaning.apply(answer(response)));
    } catch (GuardedAddresses.InternalException e) {
      return new Outcome.Refused(e.getMessage() + ".");
    } catch (ConnectException
        | ConnectTimeoutException
        | NoRouteToHostException
        | SSLHandshakeException
        | SSLPeerUnverifiedException e) {
      return new Outcome.NotNow(
          CertificateFault.of(e)
              .map(Call::untrusted)
              .orElseGet(() -> said("It is not reached: " + e.getMessage())));
    } catch (UnknownHostException e) {
      return new Outcome.NotNow("There is no machine called " + address.getHost() + ".");
    } catch (IOException e) {
      return new Outcome.Unclear(
          said("It got the call and did not answer (" + e.getMessage() + ")."));
    }
  }

  private static String untrusted(CertificateFault fault) {
    return switch (fault) {
      case EXPIRED ->
          "Its certificate has expired or is not valid yet, and nothing was sent to it. Its operator has to renew it, unless the clock of this machine is wrong.";
      case OTHER_NAME ->
          "Its certificate is for other names, and nothing was sent to it. Look at the address, or ask its operator.";
      case UNKNOWN ->
          "Nobody whom this machine trusts vouches for its certificate, and nothing was sent to it. An authority of one's own is made known with keytool and RETAINER_SERVER_OPTS.";
    };
  }

  private CloseableHttpClient client() {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECTING)
                    .setSocketTimeout(ANSWERING)
                    .build());
    if (!isInternal) {
      connections.setDnsResolver(new GuardedAddresses());
    }
    return HttpClients.custom()
        .setConnectionManager(connections.build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(ANSWERING).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("Retainer")
        .build();
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    byte[] body =
        response.getEntity() == null
            ? new byte[0]
            : response.getEntity().getContent().readNBytes(MOST_OF_AN_ANSWER);
    return new Answer(
        response.getCode(), new String(body, StandardCharsets.UTF_8), asked(response));
  }

  /** Who names a day instead is asked again at the usual time. */
  private static Duration asked(ClassicHttpResponse response) {
    Header after = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    String seconds = after == null ? "" : String.valueOf(after.getValue()).strip();
    return seconds.matches("[0-9]{1,9}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  /** What a status means wherever nothing else is agreed. */
  Outcome usual(Answer answer) {
    String words = said("HTTP " + answer.status() + " " + answer.body());
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Outcome.Taken(words);
    }
    // An operator mends a wrong token, so the report waits.
    return status >= 500 || status == 401 || status == 408 || status == 425 || status == 429
        ? new Outcome.NotNow(words, answer.asked())
        : new Outcome.Refused(words);
  }

  String said(String text) {
    return line(text.replace(secret, "…"));
  }

  /** What another machine said, in one line that is fit to be shown. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
  }
}
