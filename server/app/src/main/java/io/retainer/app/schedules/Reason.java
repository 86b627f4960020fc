package io.retainer.app.schedules;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Moments;
import io.retainer.app.shell.Texts;
import io.retainer.model.report.Gap;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.contract.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Why an occurrence did not end as planned. It is kept as a code, so that each reader has it in a
 * language of theirs.
 */
public record Reason(Code code, List<String> details) {

  public Reason {
    details = List.copyOf(details);
  }

  /** The reasons there are; their words are the texts {@code occurrence.reason.…}. */
  public enum Code {
    /** Details: when it was planned for, and the zone; earlier ones have both in one text. */
    LATE,
    /** Details: the day of the backup that this home was restored from. */
    RESTORED,
    /** Its time came while its schedule was paused. */
    PAUSED,
    /** By its schedule's new rule it does not come. Details: the day of the change. */
    RULE_CHANGED,
    /**
     * By the clocks of its client's new zone its time has passed. Details: the day of the change.
     */
    ZONE_CHANGED,
    /** Details: the first day after the period. */
    NOT_CLOSED,
    EMPTY,
    /** Waits for data. Details: what is missing, as {@link GapWords} keeps it. */
    WAITING,
    /** Data did not come in time. Details: what is missing, as {@link GapWords} keeps it. */
    INCOMPLETE,
    /** Its schedule asks for a person's approval. */
    APPROVAL,
    /** Gates hold it. Details: their names. */
    GATES,
    /** Details: who, and why. */
    REJECTED,
    /** It was made for another client than its schedule's. Details: the id of that client. */
    OTHER_CLIENT,
    /** It was approved for others than its schedule sends to now. */
    OTHER_RECIPIENTS,
    /** Its template is gone. Details: its id. */
    NO_REPORT,
    /** What was tried for an hour failed each time. */
    FAULT,
    /** Details: what rendering said. */
    NOT_RENDERED,
    /** Details: how many mails failed, of how many. */
    NOT_DELIVERED
  }

  static Reason of(Code code, Object... details) {
    List<String> texts = new ArrayList<>();
    for (Object detail : details) {
      texts.add(String.valueOf(detail));
    }
    return new Reason(code, texts);
  }

  static Reason of(Code code, List<Gap> gaps, UnaryOperator<String> sourceTitles) {
    return new Reason(code, GapWords.stored(gaps, sourceTitles));
  }

  /**
   * @param holding gates that hold it; none when only its schedule asks for approval
   */
  static Reason ofGates(List<String> holding) {
    return holding.isEmpty()
        ? of(Code.APPROVAL)
        : new Reason(Code.GATES, holding.stream().distinct().toList());
  }

  /** Whether it is held because of a change that another one may take back. */
  boolean isOfChange() {
    return code == Code.RULE_CHANGED || code == Code.ZONE_CHANGED;
  }

  public String in(Language language) {
    return Texts.in(language)
        .text(
            "occurrence.reason." + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            arguments(language));
  }

  private Object[] arguments(Language language) {
    Formats formats = Formats.of(language.locale());
    Texts texts = Texts.in(language);
    return switch (code) {
      case LATE ->
          details.size() > 1
              ? new Object[] {
                Moments.of(
                    language.locale(), Instant.parse(details.get(0)), ZoneId.of(details.get(1)))
              }
              : details.toArray();
      case RESTORED, NOT_CLOSED, RULE_CHANGED, ZONE_CHANGED ->
          new Object[] {formats.date(LocalDate.parse(details.get(0)))};
      case WAITING, INCOMPLETE -> new Object[] {GapWords.read(details, formats)};
      case GATES ->
          new Object[] {
            details.stream().map(gate -> texts.text("gate." + gate)).collect(joining(", "))
          };
      default -> details.toArray();
    };
  }

  String english() {
    return in(Language.EN);
  }

  /** For programs, of the note of a step {@code held}; a note that is none of ours as it is. */
  public static String english(String note) {
    try {
      return read(note).english();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return note;
    }
  }

  String stored() {
    var json = Json.object().put("code", code.name());
    json.set("details", Json.array(details, Json::text));
    String text = json.toString();
    return text.length() <= 4000 ? text : of(code, details.get(0).substring(0, 1500)).stored();
  }

  static Reason read(String stored) {
    try {
      JsonNode json = Json.read(stored);
      List<String> details = new ArrayList<>();
      json.path("details").forEach(detail -> details.add(detail.asText()));
      return new Reason(Code.valueOf(json.path("code").asText()), details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not written by us: " + stored, e);
    }
  }
}
