package io.retainer.rendering.mail;

import io.retainer.rendering.template.ReportTexts;

/**
 * Where files are that are too large for a mail.
 *
 * @param until the link's last day
 */
record MailLink(ReportTexts texts, String address, String until) {

  String sentence() {
    return texts.text("mail.linked", until);
  }

  String open() {
    return texts.text("mail.linked.open");
  }
}
