package io.retainer.app.settings;

import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.Setting;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting as it is in force.
 *
 * @param key as in {@code retainer.mail.port}
 * @param variable what it is called in the environment
 * @param origin where it is set
 * @param value empty where it is not set, and of a secret
 * @param usual what holds when it is not set; empty where that is nothing
 * @param isChanged whether another value is written since the server started
 */
public record SettingLine(
    String key,
    String variable,
    Configuration.Origin origin,
    Optional<String> value,
    Optional<String> usual,
    boolean isSecret,
    boolean isChanged) {

  /** Read anew with each use; all others at the start. */
  private static final Set<String> AT_ONCE =
      Set.of("retainer.imports.keep-files", "retainer.reports.keep-files");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`.*");
  private static final Pattern NUMBER = Pattern.compile("([0-9]+).*");
  private static final Pattern ADDRESS = Pattern.compile("(?:jdbc:)?[a-z]+://.*");

  static SettingLine of(Setting setting, Configuration started, Configuration now) {
    boolean isAtOnce = AT_ONCE.contains(setting.key());
    Configuration inForce = isAtOnce ? now : started;
    return new SettingLine(
        setting.key(),
        setting.variable(),
        inForce.origin(setting.key()),
        inForce.value(setting.key()).filter(value -> !setting.isSecret()).map(SettingLine::masked),
        usual(setting.usual()),
        setting.isSecret(),
        !isAtOnce && !started.resolved(setting.key()).equals(now.resolved(setting.key())));
  }

  /** What an address may carry besides the address is nobody's to read. */
  private static String masked(String value) {
    return ADDRESS.matcher(value).matches()
        ? value.replaceFirst("//[^/@]*@", "//…@").replaceFirst("[?#].*", "?…")
        : value;
  }

  private static Optional<String> usual(String written) {
    Matcher quoted = QUOTED.matcher(written);
    Matcher number = NUMBER.matcher(written);
    return quoted.matches()
        ? Optional.of(quoted.group(1))
        : number.matches() ? Optional.of(number.group(1)) : Optional.empty();
  }

  /** Whether nobody has set it. */
  public boolean isUsual() {
    return origin == Configuration.Origin.USUAL;
  }

  public boolean needsRestart() {
    return !AT_ONCE.contains(key);
  }

  /** Key of what it is called in words. */
  public String titleKey() {
    String name = key.substring("retainer.".length());
    return "setting."
        + (name.contains(".imap.") ? name.substring(name.indexOf(".imap.") + 1) : name);
  }

  public String originKey() {
    return "settings.origin." + origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The heading that it stands under. */
  SettingGroup group() {
    return SettingGroup.of(key.split("\\.")[1]);
  }
}
