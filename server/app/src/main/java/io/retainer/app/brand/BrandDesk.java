package io.retainer.app.brand;

import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.brand.BrandChange;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.contract.BrandJson;
import io.retainer.workspace.contract.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What programs do with a brand, whoever's it is; each answers with what holds then. */
final class BrandDesk {

  private final Workspace workspace;

  BrandDesk(Workspace workspace) {
    this.workspace = workspace;
  }

  String read(BrandOwner owner) {
    try {
      return Json.text(BrandJson.of(workspace.brands(), owner));
    } catch (TemplateException e) {
      throw Problem.conflict(e.getMessage());
    }
  }

  String change(BrandOwner owner, String body) {
    JsonInput input = JsonInput.parse(body);
    BrandChange change = BrandChange.none();
    for (String word : BrandChange.WORDS) {
      change = input.has(word) ? change.with(word, input.text(word).orElse("")) : change;
    }
    input.mayHave("client", "files", "inForce", "notices", "mayUndo");
    input.check();
    return changed(owner, change);
  }

  String put(BrandOwner owner, String file, HttpServletRequest request) {
    BrandFiles known = named(file);
    try {
      byte[] bytes = request.getInputStream().readNBytes(BrandForm.LARGEST_FILE);
      if (bytes.length == 0) {
        throw Problem.invalid("Send the file as the body.");
      }
      return changed(owner, BrandChange.of(known, Optional.of(bytes)));
    } catch (IOException e) {
      throw Problem.invalid("The file broke off: " + e.getMessage());
    }
  }

  String remove(BrandOwner owner, String file) {
    return changed(owner, BrandChange.of(named(file), Optional.empty()));
  }

  String undo(BrandOwner owner) {
    if (!workspace.brands().undo(owner)) {
      throw Problem.conflict("Nothing was changed yet, so there is nothing to undo.");
    }
    return read(owner);
  }

  String reset(BrandOwner owner) {
    workspace.brands().reset(owner);
    return read(owner);
  }

  private String changed(BrandOwner owner, BrandChange change) {
    try {
      workspace.brands().change(owner, change);
    } catch (IllegalArgumentException | TemplateException e) {
      throw Problem.impossible(e.getMessage());
    }
    return read(owner);
  }

  private static BrandFiles named(String file) {
    return BrandFiles.of(file)
        .orElseThrow(
            () ->
                Problem.missing(
                    "There is no file \""
                        + file
                        + "\" in a brand; there are "
                        + Arrays.stream(BrandFiles.values()).map(BrandFiles::word).toList()));
  }
}
