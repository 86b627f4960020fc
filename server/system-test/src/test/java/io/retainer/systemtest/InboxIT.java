package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.workspace.TestAuthority;
import io.retainer.workspace.TestAuthority.Shown;
import io.retainer.workspace.TlsFront;
import io.retainer.workspace.contract.Json;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that come by themselves into the packaged server. */
class InboxIT {

  private static final DemoBusiness SHOP = DemoBusiness.all().get(1);
  private static final YearMonth LAST = YearMonth.from(LocalDate.now(SHOP.zone())).minusMonths(1);
  private static final List<Export> EXPORTS =
      SHOP.exports(LAST).stream().filter(one -> one.name().contains(LAST.toString())).toList();
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(4);

  @TempDir private Path folder;

  /** Over TLS, by an authority of the agency's own, as the README says to make it known. */
  @Test
  void aDroppedFileAndTheAttachmentOfAMailBecomeImports() throws Exception {
    var mails = new GreenMail(ServerSetupTest.IMAP.dynamicPort());
    mails.start();
    GreenMailUser user = mails.setUser("reports@agency.example", "reports", "secret");
    Path home = UsedHome.cleared();
    var authority = TestAuthority.in(folder);
    try (var front = new TlsFront(authority.serving(Shown.FINE), mails.getImap().getPort());
        var product =
            RunningProduct.start(
                home,
                Map.of(
                    "RETAINER_SERVER_OPTS",
                    "-XX:TieredStopAtLevel=1 -Djavax.net.ssl.trustStore="
                        + authority.trusted()
                        + " -Djavax.net.ssl.trustStorePassword="
                        + TestAuthority.PASSWORD,
                    "RETAINER_INBOX_IMAP_HOST",
                    "127.0.0.1",
                    "RETAINER_INBOX_IMAP_PORT",
                    String.valueOf(front.port()),
                    "RETAINER_INBOX_IMAP_USER",
                    "reports",
                    "RETAINER_INBOX_IMAP_PASSWORD",
                    "secret"))) {
      addClient(product);
      allow(product);
      user.deliver(mail(EXPORTS.get(1)));
      Path dropped = home.resolve("inbox").resolve(SHOP.id());
      waitFor("the client's folder", () -> Files.isDirectory(dropped));
      Files.write(dropped.resolve(EXPORTS.get(0).name()), EXPORTS.get(0).content());

      waitFor("both imports", () -> imports(product).size() == 2);

      assertThat(imports(product))
          .allSatisfy(one -> assertThat(one.path("status").asText()).isEqualTo("accepted"))
          .extracting(one -> one.path("file").asText())
          .containsExactlyInAnyOrder(EXPORTS.get(0).name(), EXPORTS.get(1).name());
      waitFor(
          "the file to be moved",
          () -> Files.exists(dropped.resolve("done").resolve(EXPORTS.get(0).name())));
      assertThat(page(product, ""))
          .contains(EXPORTS.get(0).name(), EXPORTS.get(1).name(), "exports@platform.example");
    } finally {
      mails.stop();
    }
  }

  private static void addClient(RunningProduct product) throws Exception {
    product
        .api()
        .post(
            "clients",
            Json.object()
                .put("id", SHOP.id())
                .put("name", SHOP.name())
                .put("zone", SHOP.zone().getId())
                .put("locale", "fi")
                .put("currency", "EUR"));
  }

  private static void allow(RunningProduct product) throws Exception {
    page(product, "sender=exports%40platform.example&recipient=&client=" + SHOP.id());
  }

  private static JsonNode imports(RunningProduct product) throws Exception {
    return product.api().get("clients/" + SHOP.id() + "/imports");
  }

  private static MimeMessage mail(Export export) throws Exception {
    var file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(export.content(), "text/csv")));
    file.setFileName(export.name());
    file.setDisposition(MimeBodyPart.ATTACHMENT);
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress("exports@platform.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("reports@agency.example"));
    mail.setSubject("Your weekly export");
    mail.setContent(new MimeMultipart(file));
    mail.saveChanges();
    return mail;
  }

  /** The inbox's page, or its form of senders. */
  private static String page(RunningProduct product, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                product.server().url().resolve(form.isEmpty() ? "/inbox" : "/inbox/senders"))
            .header("Authorization", "Bearer " + product.server().token())
            .header("Content-Type", "application/x-www-form-urlencoded");
    return HttpClient.newHttpClient()
        .send(
            form.isEmpty()
                ? request.build()
                : request.POST(HttpRequest.BodyPublishers.ofString(form)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    long limit = System.nanoTime() + LIMIT_NANOS;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long for %s", what).isLessThan(limit);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
  }
}
