package io.retainer.compute.worker;

import java.util.Collection;
import java.util.List;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/**
 * The first values of a list. Groovy makes room for as many as are asked for, which may be more
 * than a process has, however few there are. Called by the code of computations, see {@link
 * ExactCode}.
 */
public final class FirstOnes {

  private FirstOnes() {}

  public static <T> List<T> take(List<T> values, int number) {
    return DefaultGroovyMethods.take(values, Math.min(number, values.size()));
  }

  public static <T> Collection<T> take(Iterable<T> values, int number) {
    int most = values instanceof Collection<T> all ? Math.min(number, all.size()) : number;
    return DefaultGroovyMethods.take(values, most);
  }
}
