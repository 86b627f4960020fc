package io.retainer.systemtest.malformed;

import java.util.Random;

/** Makes a worse file of a good one. */
@FunctionalInterface
interface Mutation {
  byte[] of(byte[] bytes, Random random);
}
