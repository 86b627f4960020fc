package io.retainer.workspace.pull;

import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sources that somebody has to look at: a day has gone by and none of their pulls came through. */
public final class StuckSources {

  private static final Duration DAY = Duration.ofDays(1);

  private StuckSources() {}

  public static List<PullSource> of(Workspace workspace) {
    Instant yesterday = workspace.clock().instant().minus(DAY);
    return new PullSources(() -> workspace.state().jdbi())
        .all().stream().filter(source -> isStuck(source, yesterday)).toList();
  }

  private static boolean isStuck(PullSource source, Instant yesterday) {
    return source.problem().isPresent()
        && !source.isPaused()
        && source.askedAt().filter(yesterday::isBefore).isEmpty();
  }
}
