package io.retainer.workspace;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;

/**
 * The migrations of a PostgreSQL: those of the file, and in place of the few that it does not
 * understand the ones of the same name in {@code db/postgresql}. What was published for the file
 * stays as it is, so that homes know it again.
 */
final class PostgresMigrations implements ResourceProvider {

  private final ResourceProvider usual;
  private final ResourceProvider own;

  private PostgresMigrations() {
    usual = in("classpath:db/migration");
    own = in("classpath:db/postgresql");
  }

  private static ResourceProvider in(String location) {
    FluentConfiguration there = Flyway.configure().locations(location);
    return new Scanner<>(JavaMigration.class, there, there.getLocations());
  }

  static Flyway of(DataSource source) {
    return Flyway.configure().dataSource(source).resourceProvider(new PostgresMigrations()).load();
  }

  @Override
  public LoadableResource getResource(String name) {
    LoadableResource ours = own.getResource(name);
    return ours == null ? usual.getResource(name) : ours;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    Map<String, LoadableResource> byName = new HashMap<>();
    usual.getResources(prefix, suffixes).forEach(each -> byName.put(each.getFilename(), each));
    own.getResources(prefix, suffixes).forEach(each -> byName.put(each.getFilename(), each));
    return byName.values();
  }
}
