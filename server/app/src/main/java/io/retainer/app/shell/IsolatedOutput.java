package io.retainer.app.shell;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.regex.Pattern;

/**
 * A page in which each text keeps its direction to itself: a name from right to left turns nothing
 * around it, and letters that would turn or hide something are shown instead of obeyed. What is in
 * a field stays as it was typed.
 */
final class IsolatedOutput extends OwaspHtmlTemplateOutput {

  private static final Pattern OBEYED =
      Pattern.compile(
          "[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\r\\t]]|[\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

  private static final char ISOLATED = '\u2068';
  private static final char END = '\u2069';

  private boolean isShown = true;

  IsolatedOutput(TemplateOutput output) {
    super(output);
  }

  @Override
  public void setContext(String tag, String attribute) {
    super.setContext(tag, attribute);
    isShown = attribute == null && !"textarea".equals(tag);
  }

  @Override
  public void writeUserContent(String text) {
    super.writeUserContent(isShown && text != null ? isolated(text) : text);
  }

  static String isolated(String text) {
    String plain = OBEYED.matcher(text).replaceAll("\ufffd");
    return plain.codePoints().anyMatch(IsolatedOutput::isFromRight)
        ? ISOLATED + plain + END
        : plain;
  }

  private static boolean isFromRight(int letter) {
    byte direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
