package io.retainer.rendering.words;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How readers know the things that exports write as codes: {@code tiktok}, {@code FI}. */
final class ProperNames {

  private static final Pattern COUNTRY_CODE = Pattern.compile("[A-Z]{2}");

  private static final Map<String, String> NETWORKS =
      Map.of(
          "facebook", "Facebook",
          "instagram", "Instagram",
          "linkedin", "LinkedIn",
          "pinterest", "Pinterest",
          "telegram", "Telegram",
          "threads", "Threads",
          "tiktok", "TikTok",
          "vk", "VK",
          "x", "X",
          "youtube", "YouTube");

  private ProperNames() {}

  /** The name, when the dimension's values are codes and this is one; else the value as it is. */
  static String of(String dimension, String value, Locale reader) {
    return switch (dimension) {
      case "network" -> NETWORKS.getOrDefault(value, value);
      case "country" -> COUNTRY_CODE.matcher(value).matches() ? country(value, reader) : value;
      default -> value;
    };
  }

  private static String country(String code, Locale reader) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(reader);
  }
}
