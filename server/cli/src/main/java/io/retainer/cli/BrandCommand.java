package io.retainer.cli;

import io.retainer.model.client.ClientId;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.brand.BrandChange;
import io.retainer.workspace.brand.BrandNotice;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.brand.Brands;
import io.retainer.workspace.brand.OwnBrand;
import io.retainer.workspace.contract.BrandJson;
import io.retainer.workspace.contract.Json;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How reports look. */
@Command(
    name = "brand",
    mixinStandardHelpOptions = true,
    description =
        "Shows how reports look, or sets it: agency (its name), primary and accent (colours),"
            + " agency-logo and client-logo (PNG, JPEG or SVG), font-regular and font-bold (TTF or"
            + " OTF). For the agency, or with --client for one client.",
    footer = {
      "",
      "An empty value takes it back: a client then has the agency's. Reports that are made from now",
      "on show it; what was issued stays as it is.",
      "",
      "Examples:",
      "  retainer brand agency=\"Agency North\" primary=#0b6e4f agency-logo=logo.svg",
      "  retainer brand --client nordic accent=#f2a541 client-logo=nordic.png",
      "  retainer brand --client nordic client-logo=",
      "  retainer brand --client nordic --undo",
      "  retainer brand --client nordic --reset",
      "  retainer brand --json"
    })
final class BrandCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--client", paramLabel = "ID", description = "short name of the client")
  private ClientId client;

  @Option(names = "--undo", description = "bring back what there was before the last change")
  private boolean undo;

  @Option(names = "--reset", description = "take back all that was set")
  private boolean reset;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME=VALUE",
      mapFallbackValue = "",
      description = "what to set")
  private Map<String, String> values = new LinkedHashMap<>();

  @Override
  public Integer call() {
    if ((undo ? 1 : 0) + (reset ? 1 : 0) + (values.isEmpty() ? 0 : 1) > 1) {
      throw new WrongUsage("Set something, or --undo, or --reset: one at a time.");
    }
    BrandChange change = change();
    try (Workspace workspace = home.open()) {
      BrandOwner owner = new BrandOwner(Optional.ofNullable(client));
      owner.client().ifPresent(workspace.clients()::named);
      Brands brands = workspace.brands();
      if (undo && !brands.undo(owner)) {
        throw new WrongUsage("Nothing was changed yet, so there is nothing to undo.");
      }
      if (reset) {
        brands.reset(owner);
      } else if (!values.isEmpty()) {
        brands.change(owner, change);
      }
      show(brands, owner);
    } catch (IllegalArgumentException | TemplateException e) {
      throw new WrongUsage(e.getMessage());
    }
    return ExitStatus.DONE;
  }

  private BrandChange change() {
    BrandChange change = BrandChange.none();
    for (Map.Entry<String, String> value : values.entrySet()) {
      Optional<BrandFiles> file = BrandFiles.of(value.getKey());
      change =
          file.isPresent()
              ? change.with(file.get(), bytes(value.getValue()))
              : change.with(value.getKey(), value.getValue());
    }
    return change;
  }

  private static Optional<byte[]> bytes(String file) {
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw new WrongUsage("The file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private void show(Brands brands, BrandOwner owner) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(BrandJson.of(brands, owner)));
      return;
    }
    OwnBrand own = brands.own(owner);
    var inForce = brands.inForce(owner);
    out.println("Agency     " + inForce.agency().orElse("not named"));
    out.println("Primary    " + colour(inForce.palette().primary()));
    out.println("Accent     " + colour(inForce.palette().accent()));
    out.println("Logos      " + logos(inForce));
    out.println(
        "Font       "
            + inForce.fonts().map(fonts -> fonts.regular().family()).orElse("the program's"));
    if (owner.client().isPresent() && own.isEmpty()) {
      out.println("All of it is the agency's.");
    }
    for (BrandNotice notice : BrandNotice.of(inForce)) {
      out.println((notice.kind().isWarning() ? "! " : "  ") + notice.english());
    }
  }

  private static String colour(Optional<Color> colour) {
    return colour.map(BrandJson::written).orElse("the program's");
  }

  private static String logos(Brand brand) {
    Map<String, Optional<Logo>> logos = new LinkedHashMap<>();
    logos.put("agency", brand.agencyLogo());
    logos.put("client", brand.clientLogo());
    String there =
        logos.entrySet().stream()
            .filter(logo -> logo.getValue().isPresent())
            .map(
                logo ->
                    "%s (%d x %d)"
                        .formatted(
                            logo.getKey(),
                            logo.getValue().get().width(),
                            logo.getValue().get().height()))
            .collect(Collectors.joining(", "));
    return there.isEmpty() ? "none" : there;
  }
}
