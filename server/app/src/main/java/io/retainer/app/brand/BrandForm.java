package io.retainer.app.brand;

import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Visit;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.workspace.brand.BrandChange;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** What a form of a brand sends: words, and files that are held in memory, as each is small. */
record BrandForm(Map<String, String> fields, Map<BrandFiles, byte[]> files) {

  /** A file of this size is refused by whoever reads it, in words about its kind. */
  static final int LARGEST_FILE = (4 << 20) + 1;

  private static final int LARGEST_FIELD = 4096;
  private static final int MOST_PARTS = 30;
  private static final String REMOVED = "remove-";

  static BrandForm read(HttpServletRequest request, Visit visit) {
    Map<String, String> fields = new HashMap<>();
    Map<BrandFiles, byte[]> files = new EnumMap<>(BrandFiles.class);
    try {
      var parts = new JakartaServletFileUpload<>().getItemIterator(request);
      int number = 0;
      while (parts.hasNext()) {
        if (++number > MOST_PARTS) {
          throw Problem.tooLarge("This form has at most " + MOST_PARTS + " files and fields.");
        }
        FileItemInput part = parts.next();
        if (part.isFormField()) {
          fields.put(
              part.getFieldName(),
              new String(bytes(part, LARGEST_FIELD), StandardCharsets.UTF_8).strip());
        } else {
          refuseForeign(fields, visit);
          byte[] bytes = bytes(part, LARGEST_FILE);
          BrandFiles.of(part.getFieldName())
              .filter(any -> bytes.length > 0)
              .ifPresent(file -> files.put(file, bytes));
        }
      }
    } catch (FileUploadException e) {
      throw Problem.invalid("The form is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw Problem.invalid("The form broke off: " + e.getMessage());
    }
    refuseForeign(fields, visit);
    return new BrandForm(fields, files);
  }

  /** Its token comes before its files. */
  private static void refuseForeign(Map<String, String> fields, Visit visit) {
    if (!visit.hasSent(fields.get("csrf"))) {
      throw Problem.forbidden(
          "The form was too old or not from this browser. Open the page again and repeat.");
    }
  }

  private static byte[] bytes(FileItemInput part, int most) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Problem.tooLarge(
            "\"" + part.getFieldName() + "\" is larger than a form may carry; save it smaller.");
      }
      return bytes;
    }
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
