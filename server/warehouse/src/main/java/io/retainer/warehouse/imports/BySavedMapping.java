package io.retainer.warehouse.imports;

import io.retainer.spi.Recognition;
import io.retainer.spi.TableMapper;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks the saved mappings about a file that no connector knows. */
final class BySavedMapping {

  private BySavedMapping() {}

  /** Empty when none describes it. */
  static Optional<Recognising> of(
      OpenableFile file, ConnectorLibrary.Use library, Mappings mappings) {
    Optional<InstalledConnector> mapper = mapper(library);
    List<Mappings.Saved> known = new ArrayList<>();
    if (mapper.isPresent()) {
      for (Mappings.Saved saved : mappings.all()) {
        if (knows((TableMapper) mapper.get().connector(), file, saved.text())) {
          known.add(saved);
        }
      }
    }
    if (known.size() > 1) {
      String names = known.stream().map(Mappings.Saved::name).collect(Collectors.joining(", "));
      return Optional.of(
          Recognising.several(
              "saved mappings", names, "Name the mapping, or remove the one that is not meant."));
    }
    return known.stream()
        .findFirst()
        .map(saved -> Recognising.by(mapper.get(), Optional.of(saved.text())));
  }

  /** The connector that reads by mappings. */
  static Optional<InstalledConnector> mapper(ConnectorLibrary.Use library) {
    return library.connectors().stream()
        .filter(connector -> connector.connector() instanceof TableMapper)
        .findFirst();
  }

  private static boolean knows(TableMapper mapper, OpenableFile file, String mapping) {
    try (file) {
      return mapper.recognise(file, mapping) instanceof Recognition.Recognised;
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      // A saved mapping is one guess of many; what is wrong with the file its connectors tell.
      return false;
    }
  }
}
