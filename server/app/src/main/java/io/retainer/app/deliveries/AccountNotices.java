package io.retainer.app.deliveries;

import io.retainer.app.access.Notices;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.words.Html;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails to people about their own accounts; their names are their addresses. */
public final class AccountNotices implements Notices {

  private static final Logger LOG = LoggerFactory.getLogger(AccountNotices.class);

  private final MailSettings settings;
  private final Transport transport;
  private final Clock clock;
  private final URI url;
  private final Executor later;

  /**
   * @param url of the server, for the sentence that says which one it is
   * @param later runs what may take as long as a mail server does
   */
  public AccountNotices(
      MailSettings settings, Transport transport, Clock clock, URI url, Executor later) {
    this.settings = settings;
    this.transport = transport;
    this.clock = clock;
    this.url = url;
    this.later = later;
  }

  @Override
  public void tell(Account who, Change change, Language language) {
    Colleagues.own(who.name())
        .ifPresent(to -> later.execute(() -> send(to, who, change, language)));
  }

  private void send(MailAddress to, Account who, Change change, Language language) {
    try {
      var letter =
          new Letter(
              "<account-" + UUID.randomUUID() + "@" + settings.domain() + ">",
              "account",
              MailIdentity.USUAL,
              to,
              clock.instant(),
              body(change, language),
              List.of());
      var outcome = transport.send(letter, () -> {});
      LOG.info("Account {} is told of a change: {}", who.id(), outcome.word());
    } catch (RuntimeException e) {
      LOG.error("Account {} cannot be told of a change", who.id(), e);
    }
  }

  private EmailBody body(Change change, Language language) {
    Texts texts = Texts.in(language);
    List<String> lines =
        List.of(texts.text(change.text()), texts.text("notice.last", url.toString()));
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=\"" + language.tag() + "\"><body>");
    lines.forEach(line -> html.append("<p>").append(Html.escape(line)).append("</p>"));
    return new EmailBody(
        language.locale(),
        texts.text("notice.subject"),
        String.join("\n\n", lines),
        html.append("</body></html>").toString());
  }
}
