package io.retainer.rendering.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Lays a definition over another, key by key: a key takes the place of the same key. Sections are
 * told by their own key: one that is known is changed key by key too, or left out; a new one comes
 * last. Everything else is inherited, also when it changes later.
 */
final class YamlOverride {

  private static final String SECTIONS = "sections";
  private static final String LEFT_OUT = "left-out";

  private final String file;
  private final Map<Node, String> files;

  /**
   * @param files takes note of the nodes that come from the override
   */
  YamlOverride(String file, Map<Node, String> files) {
    this.file = file;
    this.files = files;
  }

  MappingNode over(MappingNode base, MappingNode changes) {
    return merged(base, changes);
  }

  private MappingNode merged(MappingNode base, MappingNode changes) {
    List<NodeTuple> tuples = new ArrayList<>(base.getValue());
    for (NodeTuple change : changes.getValue()) {
      String key = text(change.getKeyNode());
      Optional<NodeTuple> known =
          tuples.stream().filter(tuple -> text(tuple.getKeyNode()).equals(key)).findFirst();
      Node value = change.getValueNode();
      if (key.equals(SECTIONS)
          && value instanceof SequenceNode sections
          && known.map(NodeTuple::getValueNode).orElse(null) instanceof SequenceNode before) {
        value = sections(before, sections);
      } else {
        files.put(value, file);
      }
      NodeTuple tuple = new NodeTuple(change.getKeyNode(), value);
      known.ifPresentOrElse(old -> tuples.set(tuples.indexOf(old), tuple), () -> tuples.add(tuple));
    }
    return new MappingNode(
        base.getTag(), true, tuples, base.getStartMark(), base.getEndMark(), base.getFlowStyle());
  }

  private SequenceNode sections(SequenceNode base, SequenceNode changes) {
    List<Node> sections = new ArrayList<>(base.getValue());
    for (Node change : changes.getValue()) {
      String key = value(change, "key");
      int known = -1;
      for (int i = 0; i < sections.size(); i++) {
        known = !key.isEmpty() && value(sections.get(i), "key").equals(key) ? i : known;
      }
      if (known >= 0 && value(change, LEFT_OUT).equals("true")) {
        sections.remove(known);
      } else if (known >= 0 && change instanceof MappingNode entries) {
        sections.set(known, merged((MappingNode) sections.get(known), entries));
      } else {
        // A mistake in it, or one that is to be left out and is not there, is told when it is read.
        files.put(change, file);
        sections.add(change);
      }
    }
    return new SequenceNode(
        base.getTag(), true, sections, base.getStartMark(), base.getEndMark(), base.getFlowStyle());
  }

  private static String value(Node node, String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(tuple -> text(tuple.getKeyNode()).equals(key))
            .map(tuple -> text(tuple.getValueNode()))
            .findFirst()
            .orElse("")
        : "";
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
