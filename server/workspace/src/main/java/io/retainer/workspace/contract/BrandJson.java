package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.brand.BrandFonts;
import io.retainer.rendering.brand.Logo;
import io.retainer.workspace.brand.BrandNotice;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.brand.Brands;
import io.retainer.workspace.brand.OwnBrand;
import java.awt.Color;
import java.util.Optional;

/** How reports look, as JSON: what an owner has set, and what holds with all that it inherits. */
public final class BrandJson {

  private BrandJson() {}

  public static ObjectNode of(Brands brands, BrandOwner owner) {
    OwnBrand own = brands.own(owner);
    Brand inForce = brands.inForce(owner);
    ObjectNode json = Json.object();
    owner.client().ifPresent(client -> json.put("client", client.value()));
    json.set("agency", Json.textOrNull(own.agency()));
    json.set("primary", colour(own.primary()));
    json.set("accent", colour(own.accent()));
    json.set(
        "files",
        Json.array(own.files().stream().map(BrandFiles::word).sorted().toList(), Json::text));
    ObjectNode effect = json.putObject("inForce");
    effect.set("agency", Json.textOrNull(inForce.agency()));
    effect.set("primary", colour(inForce.palette().primary()));
    effect.set("accent", colour(inForce.palette().accent()));
    effect.set("agencyLogo", logo(inForce.agencyLogo()));
    effect.set("clientLogo", logo(inForce.clientLogo()));
    effect.set("font", Json.textOrNull(inForce.fonts().map(BrandJson::family)));
    json.set("notices", Json.array(BrandNotice.of(inForce), BrandJson::notice));
    json.put("mayUndo", brands.mayUndo(owner));
    return json;
  }

  private static String family(BrandFonts fonts) {
    return fonts.regular().family();
  }

  /** As style sheets write it. */
  public static String written(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
  }

  private static JsonNode colour(Optional<Color> colour) {
    return Json.textOrNull(colour.map(BrandJson::written));
  }

  private static JsonNode logo(Optional<Logo> logo) {
    return logo.<JsonNode>map(
            one ->
                Json.object()
                    .put("mediaType", one.mediaType())
                    .put("width", one.width())
                    .put("height", one.height()))
        .orElseGet(Json::nothing);
  }

  private static ObjectNode notice(BrandNotice notice) {
    return Json.object()
        .put("kind", notice.kind().word())
        .put("warning", notice.kind().isWarning())
        .put("text", notice.english());
  }
}
