package io.retainer.rendering.mail;

import io.retainer.rendering.template.ReportTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a recipient has to know before anything else of a mail.
 *
 * @param detail of a correction, the reason; of an internal copy, when recipients get theirs; may
 *     be empty
 * @param isEmpty whether there are no data for the report so far, so that it does not go out by
 *     itself
 */
public record MailMark(Kind kind, String detail, boolean isEmpty) {

  public MailMark(Kind kind, String detail) {
    this(kind, detail, false);
  }

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
    List<String> sentences = new ArrayList<>(List.of(texts.text(key())));
    if (!detail.isBlank()) {
      sentences.add(texts.text(key() + ".detail", detail.strip()));
    }
    if (isEmpty && kind == Kind.INTERNAL) {
      sentences.add(texts.text(key() + ".empty"));
    }
    return String.join(" ", sentences);
  }

  private String key() {
    return "mail.mark." + kind.name().toLowerCase(Locale.ROOT);
  }
}
