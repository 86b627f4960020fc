package io.retainer.rendering.mail;

import io.retainer.rendering.template.ReportTexts;
import java.util.Locale;

/**
 * What a recipient has to know before anything else of a mail.
 *
 * @param detail of a correction, the reason; of an internal copy, when recipients get theirs; may
 *     be empty
 */
public record MailMark(Kind kind, String detail) {

  /** The marks there are; their words are the texts {@code mail.mark.…}. */
  public enum Kind {
    /** It takes the place of a report that they have. */
    CORRECTION,
    /** Somebody tries a schedule out; nobody else gets it. */
    TEST,
    /** Colleagues see it before its recipients do. */
    INTERNAL
  }

  String subject(ReportTexts texts, String subject) {
    return texts.text(key() + ".subject", subject);
  }

  String notice(ReportTexts texts) {
    return detail.isBlank()
        ? texts.text(key())
        : texts.text(key()) + " " + texts.text(key() + ".detail", detail.strip());
  }

  private String key() {
    return "mail.mark." + kind.name().toLowerCase(Locale.ROOT);
  }
}
