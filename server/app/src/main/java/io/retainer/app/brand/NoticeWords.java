package io.retainer.app.brand;

import io.retainer.app.shell.Page;
import io.retainer.workspace.brand.BrandNotice;
import java.math.BigDecimal;
import java.util.List;

/** What a notice is about, in the words of the page. */
public final class NoticeWords {

  private NoticeWords() {}

  /** The arguments of its sentence. */
  public static Object[] of(Page page, BrandNotice notice) {
    List<Object> arguments = notice.arguments();
    return switch (notice.kind()) {
      case LOGO_FAINT, LOGO_COARSE, FONT_LACKS -> {
        Object[] words = arguments.toArray();
        int named = notice.kind() == BrandNotice.Kind.FONT_LACKS ? 1 : 0;
        words[named] = page.text("brand." + words[named]);
        yield words;
      }
      default ->
          arguments.stream()
              .map(one -> one instanceof BigDecimal number ? page.number(number) : one)
              .toArray();
    };
  }
}
