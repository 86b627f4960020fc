package io.retainer.app.imports;

import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.warehouse.imports.Progress;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/** Says how far the files of an upload are. */
record UploadLines(Texts texts, Locale locale) {

  static UploadLines in(Language language) {
    return new UploadLines(Texts.in(language), language.locale());
  }

  /** A line for each file. */
  List<String> of(Upload upload) {
    return upload.files().stream().map(this::line).toList();
  }

  private String line(Upload.FileState file) {
    String step =
        file.step()
            .map(one -> texts.text("uploads.step." + one.name().toLowerCase(Locale.ROOT)))
            .orElseGet(() -> texts.text("uploads.step.waiting"));
    boolean counts =
        file.rows() > 0 && file.step().filter(Progress.Step.RECEIVING::equals).isEmpty();
    return counts
        ? texts.text("uploads.line-rows", file.name(), step, rows(file.rows()))
        : texts.text("uploads.line", file.name(), step);
  }

  private String rows(long rows) {
    return NumberFormat.getIntegerInstance(locale).format(rows);
  }
}
