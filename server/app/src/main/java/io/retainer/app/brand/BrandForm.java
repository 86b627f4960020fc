package io.retainer.app.brand;

import io.retainer.app.shell.FormWithFiles;
import io.retainer.app.shell.Visit;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.workspace.brand.BrandChange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What a form of a brand sends: words, and files that are held in memory, as each is small. */
record BrandForm(Map<String, String> fields, Map<BrandFiles, byte[]> files) {

  /** A file of this size is refused by whoever reads it, in words about its kind. */
  static final int LARGEST_FILE = (4 << 20) + 1;

  private static final String REMOVED = "remove-";

  static BrandForm read(HttpServletRequest request, Visit visit) {
    FormWithFiles form = FormWithFiles.read(request, visit, LARGEST_FILE);
    Map<BrandFiles, byte[]> files = new EnumMap<>(BrandFiles.class);
    form.files()
        .forEach(
            (name, sent) ->
                BrandFiles.of(name)
                    .filter(any -> sent.bytes().length > 0)
                    .ifPresent(file -> files.put(file, sent.bytes())));
    return new BrandForm(form.fields(), files);
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean isLook() {
    return text("do").equals("look");
  }

  /** What is not in the form stays. */
  BrandChange change() {
    BrandChange change = BrandChange.none();
    for (String word : BrandChange.WORDS) {
      change = fields.containsKey(word) ? change.with(word, text(word)) : change;
    }
    for (BrandFiles file : BrandFiles.values()) {
      Optional<byte[]> sent = Optional.ofNullable(files.get(file));
      boolean isRemoved = fields.containsKey(REMOVED + file.word());
      change = sent.isPresent() || isRemoved ? change.with(file, sent) : change;
    }
    return change;
  }
}
