package io.retainer.rendering.page;

import io.retainer.model.report.commentary.Prose;

/** What somebody wrote: paragraphs and bullets, all of it text. */
final class ProseMarkup {

  private ProseMarkup() {}

  static void write(Markup page, Prose prose) {
    if (prose.isEmpty()) {
      return;
    }
    page.open("div", "class", "prose");
    for (Prose.Block block : prose.blocks()) {
      if (block instanceof Prose.Block.Paragraph paragraph) {
        page.open("p", "dir", "auto").text(paragraph.text()).close("p");
      } else if (block instanceof Prose.Block.Bullets bullets) {
        page.open("ul");
        bullets.items().forEach(item -> page.element("li", item, "dir", "auto"));
        page.close("ul");
      }
    }
    page.close("div");
  }
}
