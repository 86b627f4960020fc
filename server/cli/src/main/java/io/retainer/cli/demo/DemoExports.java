package io.retainer.cli.demo;

import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.List;

/** A business's exports as files in a folder, where a user would keep them. */
record DemoExports(Path folder) {

  /** The files, written on the first call. */
  List<Path> of(DemoBusiness business, YearMonth last) throws IOException {
    Path files = Files.createDirectories(folder.resolve(business.id()));
    Path list = folder.resolve("." + business.id() + "-" + last);
    if (!Files.exists(list)) {
      write(business, last, files, list);
    }
    return Files.readAllLines(list).stream().map(files::resolve).toList();
  }

  private static void write(DemoBusiness business, YearMonth last, Path files, Path list)
      throws IOException {
    List<Export> exports = business.exports(last);
    for (Export export : exports) {
      Files.write(files.resolve(export.name()), export.content());
    }
    Path draft = list.resolveSibling(list.getFileName() + ".part");
    Files.write(draft, exports.stream().map(Export::name).toList());
    Files.move(draft, list, StandardCopyOption.REPLACE_EXISTING);
  }
}
