package io.retainer.warehouse.imports;

import java.nio.file.Path;

/** A file whose bytes lie safe and are known by their hash. */
record ArrivedFile(String name, Path path, long bytes, String sha256) {}
