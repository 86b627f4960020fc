package io.retainer.connector.ads;

import io.retainer.toolkit.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys under which all platforms' headings are kept.
 *
 * <p>Besides those here: {@code day}, {@code week}, {@code month}, {@code quarter}, {@code year},
 * {@code start} and {@code end} say when; {@code account} whose; {@code by_…} are breakdowns that
 * facts do not keep, so that their rows add up; {@code overlap_…} are breakdowns whose rows count
 * the same thing several times; {@code text_…} and {@code rate_…} are nothing to keep.
 */
final class AdKeys {

  static final String SPLIT = "by_";
  static final String OVERLAP = "overlap_";
  static final String TEXT = "text_";

  /** Where a segment gives conversions only: costs and clicks beside it are empty or repeated. */
  static final String CONVERSIONS_ONLY = "by_conversion";

  /** Each click of an impression repeats it. */
  static final String IMPRESSIONS_REPEATED = "by_click_type";

  /** Canonical dimensions, and the headings that say them, the best first. */
  static final Map<String, List<String>> DIMENSIONS = dimensions();

  /** By which a report is divided besides its things. */
  static final List<String> SEGMENTS = List.of("network", "device", "country");

  static final List<String> COUNTS =
      List.of("impressions", "clicks", "link_clicks", "interactions", "video_views");
  static final List<String> DECIMALS =
      List.of(
          "cost",
          "conversions",
          "conversions_of_site",
          "conversion_value",
          "value_of_site",
          "results");
  static final String REACH = "reach";

  /** Headings of conversions, and of their value, the widest first. */
  static final List<String> CONVERSIONS = List.of("conversions", "conversions_of_site");

  static final List<String> VALUES = List.of("conversion_value", "value_of_site");

  static final List<String> ATTRIBUTIONS = List.of("attribution");

  /** An indicator is the same in every language. */
  static final List<String> RESULT_TYPES = List.of("result_indicator", "result_type");

  private AdKeys() {}

  /** Why the rows of a breakdown {@code overlap_…} may not be added. */
  static String whyNot(String overlap) {
    return switch (overlap) {
      case "overlap_known" ->
          "its rows are about those impressions only whose age and gender are known";
      case "overlap_area" ->
          "its rows are about some places only, or count a place within another again";
      case "overlap_change" -> "only the campaigns that changed most are in it";
      default -> "its rows count the same impressions and clicks several times";
    };
  }

  private static Map<String, List<String>> dimensions() {
    var dimensions = new LinkedHashMap<String, List<String>>();
    dimensions.put("campaign", List.of("campaign", "campaign_id"));
    dimensions.put("ad_group", List.of("ad_group", "ad_group_id"));
    dimensions.put("ad", List.of("ad", "ad_headline", "ad_old", "ad_id"));
    dimensions.put("keyword", List.of("search_term", "keyword"));
    dimensions.put("network", List.of("network"));
    dimensions.put("device", List.of("device"));
    dimensions.put("country", List.of("country"));
    return dimensions;
  }

  /** The first of the keys that the table has. */
  static Optional<String> first(List<String> keys, Columns columns) {
    return keys.stream().filter(columns::has).findFirst();
  }
}
