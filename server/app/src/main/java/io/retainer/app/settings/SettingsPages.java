package io.retainer.app.settings;

import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.ConfigurationException;
import io.retainer.workspace.configuration.SettingCatalogue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which settings are in force and how they are changed, for owners. */
@OfAllClients
@Path("/settings")
public final class SettingsPages {

  private final Workspace workspace;
  private final Configuration started;
  private final Pages pages;

  /**
   * @param workspace of a server that starts now, with what is set now
   */
  public SettingsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.started = workspace.configuration();
    this.pages = pages;
  }

  /**
   * @param file where settings are written
   * @param folders of what the agency adds, by the word of their text
   * @param isReadable whether what is written now can be read
   */
  public record Board(
      String file,
      Map<SettingGroup, List<SettingLine>> groups,
      Map<String, String> folders,
      boolean isReadable) {}

  @GET
  @Requires(Role.OWNER)
  public Response show(@Context SecurityContext security) {
    return pages.show(
        Visit.of(security), Page.Section.SETTINGS, "settings.title", "settings", board());
  }

  Board board() {
    Optional<Configuration> now = now();
    List<SettingLine> lines =
        SettingCatalogue.load().all().stream()
            .map(setting -> SettingLine.of(setting, started, now.orElse(started)))
            .toList();
    Map<SettingGroup, List<SettingLine>> groups = new EnumMap<>(SettingGroup.class);
    Arrays.stream(SettingGroup.values())
        .forEach(
            group ->
                groups.put(group, lines.stream().filter(line -> line.group() == group).toList()));
    HomeFolder home = workspace.home();
    return new Board(
        home.root().resolve(Configuration.FILE).toString(), groups, folders(home), now.isPresent());
  }

  private Optional<Configuration> now() {
    try {
      return Optional.of(workspace.configuration());
    } catch (ConfigurationException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> folders(HomeFolder home) {
    Map<String, String> folders = new LinkedHashMap<>();
    folders.put("home", home.root().toString());
    folders.put("kpi-scripts", home.kpiScripts().toString());
    folders.put("report-templates", home.reportTemplates().toString());
    folders.put("connectors", home.connectors().toString());
    folders.put("inbox", home.inbox().toString());
    folders.put("logs", home.logs().toString());
    return folders;
  }
}
