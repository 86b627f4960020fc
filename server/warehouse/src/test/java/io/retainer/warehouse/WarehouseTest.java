package io.retainer.warehouse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test over a new warehouse. */
abstract class WarehouseTest {

  Desk desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }
}
