package io.retainer.workspace;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * How far the tables of a state database are.
 *
 * @param version of its tables; empty in a database that was never opened
 * @param pending migrations that the next start carries out
 * @param isNewer a later Retainer wrote it, and this one cannot go back
 */
public record StateVersion(Optional<String> version, int pending, boolean isNewer) {

  static StateVersion of(Flyway migrations) {
    MigrationInfoService info = migrations.info();
    return new StateVersion(
        Optional.ofNullable(info.current()).map(current -> current.getVersion().toString()),
        info.pending().length,
        Arrays.stream(info.all())
            .map(MigrationInfo::getState)
            .anyMatch(MigrationState.FUTURE_SUCCESS::equals));
  }
}
