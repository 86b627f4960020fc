package io.retainer.app.brand;

import io.retainer.rendering.brand.BrandFiles;
import io.retainer.workspace.brand.BrandNotice;
import java.util.List;
import java.util.Map;

/**
 * What the page of a brand shows.
 *
 * @param lead whose it is; empty for the agency
 * @param path of the page
 * @param back where it leads back to
 * @param typed what is in the form, by its fields
 * @param inherited what holds where a field is empty
 * @param files each with its logo as a data address, if it is one and is there
 * @param sheets the pages of a draft as a data address; empty for what is saved
 * @param problem what to correct, in English as the API says it
 */
public record BrandView(
    String lead,
    String path,
    String back,
    boolean isAgency,
    boolean mayChange,
    Map<String, String> typed,
    Map<String, String> inherited,
    List<FileLine> files,
    List<BrandNotice> notices,
    boolean hasOwn,
    boolean mayUndo,
    String sheets,
    String problem) {

  /**
   * @param isOwn whether the owner has it; else it is the agency's, if it is there
   * @param shown of a logo, its picture; of a font, the name of its family; empty when there is
   *     none
   */
  public record FileLine(BrandFiles file, boolean isOwn, String shown) {

    public boolean isLogo() {
      return file.kind() == BrandFiles.Kind.LOGO;
    }
  }
}
