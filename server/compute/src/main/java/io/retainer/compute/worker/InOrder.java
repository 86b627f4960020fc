package io.retainer.compute.worker;

import java.util.List;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/**
 * Lists in order. Groovy sorts a list itself; those of a series stay as they are, and are sorted in
 * a list of their own. Called by the code of computations, see {@link ExactCode}.
 */
public final class InOrder {

  private InOrder() {}

  public static <T> List<T> sort(Iterable<T> values) {
    return DefaultGroovyMethods.sort(values, !(values instanceof SeriesValues));
  }
}
