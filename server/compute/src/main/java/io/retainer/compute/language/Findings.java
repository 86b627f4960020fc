package io.retainer.compute.language;

import io.retainer.compute.protocol.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** Collects what is wrong with one text. */
public final class Findings {

  private static final int MOST = 20;

  private final List<Finding> list = new ArrayList<>();
  private final int line;
  private final int column;

  /**
   * @param line where the text begins; what has no place of its own is found there
   */
  public Findings(int line, int column) {
    this.line = line;
    this.column = column;
  }

  public void add(int atLine, int atColumn, String message, String advice) {
    if (list.size() < MOST) {
      list.add(
          atLine < 1
              ? new Finding(line, column, message, advice)
              : new Finding(atLine, Math.max(1, atColumn), message, advice));
    }
  }

  public void add(ASTNode node, String message, String advice) {
    add(node.getLineNumber(), node.getColumnNumber(), message, advice);
  }

  boolean isFull() {
    return list.size() >= MOST;
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public List<Finding> list() {
    return list.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
        .toList();
  }
}
