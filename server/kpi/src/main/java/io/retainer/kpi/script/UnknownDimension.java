package io.retainer.kpi.script;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A name after {@code by} that cuts nothing into groups. */
record UnknownDimension(List<Dataset> datasets, Set<String> known) {

  void report(Node.Name name, Problems problems) {
    Optional<Column> column =
        datasets.stream().flatMap(dataset -> dataset.find(name.name()).stream()).findFirst();
    Optional<String> kind = column.map(Column::type).flatMap(UnknownDimension::kind);
    if (kind.isEmpty()) {
      problems.unknown(name.at(), "dimension", name.name(), known);
      return;
    }
    problems.add(
        name.at(),
        "'" + name.name() + "' is " + kind.get() + ", and no dimension",
        kind.get().equals("a moment")
            ? "leave it out: the report asks for its days, weeks and months by itself"
            : "write by "
                + (known.contains("channel") ? "channel" : known.iterator().next())
                + " or another text column");
  }

  private static Optional<String> kind(ColumnType type) {
    return switch (type) {
      case DATE, TIMESTAMP -> Optional.of("a moment");
      case INTEGER, DECIMAL -> Optional.of("a number");
      case BOOLEAN -> Optional.of("true or false");
      case TEXT -> Optional.empty();
    };
  }
}
