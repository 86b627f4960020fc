package io.retainer.workspace.commentary;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Words;
import java.util.Locale;

/**
 * Which report words belong to.
 *
 * @param report id of the template
 * @param language one that reports are written in
 */
public record WordsOf(ClientId client, String report, Period period, String language) {

  public WordsOf(ClientId client, String report, Period period, Locale locale) {
    this(client, report, period, Words.of(locale).language());
  }
}
