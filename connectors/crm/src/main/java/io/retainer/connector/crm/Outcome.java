package io.retainer.connector.crm;

import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Truth;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a deal is open, won or lost. What the user says of a stage comes first, then what the
 * platform says of the deal, then the names that platforms give to their last stages. Any other
 * stage is on the way.
 */
final class Outcome {

  static final String WON_STAGES = "won-stages";
  static final String LOST_STAGES = "lost-stages";

  static final String OPEN = "open";
  static final String WON = "won";
  static final String LOST = "lost";

  private static final Headings NAMES = Headings.load(Outcome.class, "outcomes.txt");
  private static final String NUMBER = "\\d{5,}";

  private final List<String> won;
  private final List<String> lost;
  private final boolean certainty;

  /**
   * @param certainty whether the platform gives a probability of 0 and 1 to closed deals alone
   */
  Outcome(ReadSettings settings, boolean certainty) {
    this.won = stages(settings, WON_STAGES);
    this.lost = stages(settings, LOST_STAGES);
    this.certainty = certainty;
  }

  private static List<String> stages(ReadSettings settings, String name) {
    return Arrays.stream(settings.values().getOrDefault(name, "").split("[;,]"))
        .map(String::strip)
        .filter(stage -> !stage.isEmpty())
        .toList();
  }

  /** Whether it is the name of a stage that platforms come with. */
  static boolean isName(String stage) {
    return NAMES.key(stage).isPresent();
  }

  String of(Fields fields) {
    String stage = fields.text("stage");
    if (stage != null && isAmong(won, stage)) {
      return WON;
    }
    if (stage != null && isAmong(lost, stage)) {
      return LOST;
    }
    return flagged(fields)
        .or(() -> named(fields.text("outcome")))
        .or(() -> named(stage))
        .or(() -> certain(fields))
        .orElseGet(() -> onTheWay(fields));
  }

  /**
   * The platform says that the deal is closed, and by the name of its stage nobody knows how; or it
   * writes numbers instead of names.
   */
  private static String onTheWay(Fields fields) {
    boolean isFlagged = fields.columns().has("is_won") && fields.columns().has("is_lost");
    String stage = fields.text("stage");
    boolean isNumber = stage != null && stage.matches(NUMBER) && !isFlagged;
    if (isNumber || isYes(fields.text("is_closed"))) {
      fields.refuse(
          fields.columns().index("stage"),
          isNumber
              ? "the name of a stage"
              : "a stage that is known to be won or lost, as the deal is closed",
          "Name the stage in the setting won-stages or lost-stages and import the file again.");
    }
    return OPEN;
  }

  private static boolean isAmong(List<String> stages, String stage) {
    return stages.stream()
        .anyMatch(
            name ->
                name.equalsIgnoreCase(stage) || name.equalsIgnoreCase(StageName.of(stage).stage()));
  }

  private static Optional<String> flagged(Fields fields) {
    if (isYes(fields.text("is_won"))) {
      return Optional.of(WON);
    }
    return isYes(fields.text("is_lost")) ? Optional.of(LOST) : Optional.empty();
  }

  private static boolean isYes(String text) {
    return text != null && Truth.of(text).orElse(false);
  }

  private static Optional<String> named(String name) {
    return name == null
        ? Optional.empty()
        : NAMES.key(name).or(() -> NAMES.key(StageName.of(name).stage()));
  }

  private Optional<String> certain(Fields fields) {
    BigDecimal probability =
        certainty && fields.columns().has("probability") ? fields.fraction("probability") : null;
    if (probability == null) {
      return Optional.empty();
    }
    if (probability.signum() == 0) {
      return Optional.of(LOST);
    }
    return probability.compareTo(BigDecimal.ONE) == 0 ? Optional.of(WON) : Optional.empty();
  }
}
