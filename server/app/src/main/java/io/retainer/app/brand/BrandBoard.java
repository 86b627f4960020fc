package io.retainer.app.brand;

import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.SecurityHeaders;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.brand.PaperLogo;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.brand.BrandChange;
import io.retainer.workspace.brand.BrandDraft;
import io.retainer.workspace.brand.BrandNotice;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.brand.OwnBrand;
import io.retainer.workspace.contract.BrandJson;
import jakarta.ws.rs.core.Response;
import java.awt.Color;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The page of a brand: a client's, or without a client the agency's. */
final class BrandBoard {

  private static final int WIDEST = 240;
  private static final int HIGHEST = 80;

  private final Workspace workspace;
  private final Pages pages;

  BrandBoard(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  Response show(Optional<Client> client, Visit visit) {
    return shown(visit, view(client, visit, Optional.empty(), ""));
  }

  /**
   * Saves, or shows how it would look.
   *
   * @param form read before anything else was looked up: whoever it is not from learns nothing
   */
  Response take(Optional<Client> client, BrandForm form, Visit visit) {
    try {
      if (form.isLook()) {
        return shown(visit, view(client, visit, Optional.of(form), ""));
      }
      workspace.brands().change(owner(client), form.change());
      return toPage(client);
    } catch (IllegalArgumentException | TemplateException e) {
      var words = new BrandForm(form.fields(), Map.of());
      BrandView view = view(client, visit, Optional.of(words), e.getMessage());
      return withPictures(
          pages.showAgain(visit, Page.Section.CLIENTS, "brand.title", "brand", view));
    }
  }

  /** The pages as they are saved. */
  Response sheets(Optional<Client> client, Visit visit) {
    try {
      return Response.ok(png(workspace.brands().layers(owner(client)), visit), "image/png").build();
    } catch (TemplateException | IllegalArgumentException e) {
      throw Problem.conflict(e.getMessage());
    }
  }

  Response undo(Optional<Client> client) {
    workspace.brands().undo(owner(client));
    return toPage(client);
  }

  Response reset(Optional<Client> client) {
    workspace.brands().reset(owner(client));
    return toPage(client);
  }

  private Response shown(Visit visit, BrandView view) {
    return withPictures(pages.show(visit, Page.Section.CLIENTS, "brand.title", "brand", view));
  }

  private static Response withPictures(Response response) {
    return Response.fromResponse(response)
        .header(SecurityHeaders.POLICY_HEADER, SecurityHeaders.WITH_PICTURES)
        .build();
  }

  private static Response toPage(Optional<Client> client) {
    return Response.seeOther(URI.create(path(client))).build();
  }

  private static String path(Optional<Client> client) {
    return client.map(one -> "/clients/" + one.id() + "/brand").orElse("/brand");
  }

  private static BrandOwner owner(Optional<Client> client) {
    return new BrandOwner(client.map(Client::id));
  }

  private byte[] png(List<Path> layers, Visit visit) {
    return BrandSheets.png(workspace, layers, visit.language().locale());
  }

  /**
   * @param form what is looked at, or what could not be saved
   * @param problem why it could not; empty when it is looked at
   */
  BrandView view(Optional<Client> client, Visit visit, Optional<BrandForm> form, String problem) {
    BrandOwner owner = owner(client);
    try {
      if (form.isEmpty() || !problem.isEmpty()) {
        return view(client, visit, form, workspace.brands().inForce(owner), "", problem);
      }
      try (BrandDraft draft = workspace.brands().draft(owner, form.get().change())) {
        String sheets = data("image/png", png(draft.layers(), visit));
        return view(client, visit, form, draft.brand(), sheets, problem);
      }
    } catch (TemplateException e) {
      // Somebody put a file there that cannot be used; it is named, and can be taken away here.
      String told = problem.isEmpty() ? e.getMessage() : problem;
      return view(client, visit, form, Brand.HOUSE, "", told);
    }
  }

  private BrandView view(
      Optional<Client> client,
      Visit visit,
      Optional<BrandForm> form,
      Brand inForce,
      String sheets,
      String problem) {
    BrandOwner owner = owner(client);
    OwnBrand own = own(owner);
    Map<String, String> saved =
        Map.of(
            BrandChange.AGENCY, own.agency().orElse(""),
            BrandChange.PRIMARY, own.primary().map(BrandJson::written).orElse(""),
            BrandChange.ACCENT, own.accent().map(BrandJson::written).orElse(""));
    return new BrandView(
        client.map(Client::name).orElse(""),
        path(client),
        client.map(one -> "/clients/" + one.id()).orElse("/clients"),
        client.isEmpty(),
        visit.mayManage(),
        form.map(BrandForm::fields).orElse(saved),
        Map.of(
            BrandChange.AGENCY, inForce.agency().orElse(""),
            BrandChange.PRIMARY, written(inForce.palette().primary()),
            BrandChange.ACCENT, written(inForce.palette().accent())),
        files(shownOwn(own, form), inForce),
        BrandNotice.of(inForce),
        !own.isEmpty(),
        workspace.brands().mayUndo(owner),
        sheets,
        problem);
  }

  private OwnBrand own(BrandOwner owner) {
    try {
      return workspace.brands().own(owner);
    } catch (TemplateException e) {
      return new OwnBrand(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }
  }

  private static String written(Optional<Color> colour) {
    return colour.map(BrandJson::written).orElse("");
  }

  /** With what the form that is looked at brings and takes away. */
  private static Set<BrandFiles> shownOwn(OwnBrand own, Optional<BrandForm> form) {
    Set<BrandFiles> files = EnumSet.noneOf(BrandFiles.class);
    files.addAll(own.files());
    form.map(BrandForm::change)
        .ifPresent(
            change ->
                change
                    .files()
                    .forEach(
                        (file, bytes) -> {
                          if (bytes.isPresent()) {
                            files.add(file);
                          } else {
                            files.remove(file);
                          }
                        }));
    return files;
  }

  private static List<BrandView.FileLine> files(Set<BrandFiles> own, Brand inForce) {
    Function<BrandFiles, String> shown =
        file ->
            switch (file) {
              case AGENCY_LOGO -> picture(inForce.agencyLogo());
              case CLIENT_LOGO -> picture(inForce.clientLogo());
              case FONT_REGULAR -> inForce.fonts().map(one -> one.regular().family()).orElse("");
              case FONT_BOLD ->
                  inForce.fonts().flatMap(one -> one.bold()).map(one -> one.family()).orElse("");
            };
    return Arrays.stream(BrandFiles.values())
        .map(file -> new BrandView.FileLine(file, own.contains(file), shown.apply(file)))
        .toList();
  }

  private static String picture(Optional<Logo> logo) {
    return logo.map(one -> one.onPaper(WIDEST, HIGHEST))
        .map(PaperLogo::png)
        .map(png -> data("image/png", png))
        .orElse("");
  }

  private static String data(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
