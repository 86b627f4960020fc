package io.retainer.mapping;

import io.retainer.spi.ReadIssue;

/**
 * One mistake in a mapping.
 *
 * @param line from 1
 * @param column from 1
 */
public record MappingProblem(int line, int column, String saw, String expected, String advice) {

  public ReadIssue issue() {
    return new ReadIssue(0, "mapping " + line + ":" + column, saw, expected, advice);
  }
}
