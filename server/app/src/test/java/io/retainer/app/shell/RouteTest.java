package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A route is one label however many clients and runs there are. */
class RouteTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "/clients/{client}/coverage > /clients/{client}/coverage",
        "/share/{secret:[A-Za-z0-9_-]{43}}/{format:pdf|xlsx} > /share/{secret}/{format}",
        "/assets/{version}/{name:[a-z0-9-]+[.][a-z0-9]+} > /assets/{version}/{name}",
        "runs/{id} > /runs/{id}",
        "/ > /",
        "'' > /"
      })
  void leavesPatternsOfVariablesOut(String written, String route) {
    assertThat(Route.of(written)).isEqualTo(route);
  }
}
