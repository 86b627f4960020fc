package io.retainer.kpi.script;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of one definition. They are read before anything else, and the tree of every
 * setting that computes has their values in the place of their names: nothing behind knows them.
 */
final class Parameters {

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();
  private final Set<String> torn = new HashSet<>();
  private final Optional<Dataset> dataset;

  private Parameters(Optional<Dataset> dataset) {
    this.dataset = dataset;
  }

  /** Reads all {@code param name: value} of a block. */
  static Parameters of(Node.Block block, Map<String, String> overrides, Problems problems) {
    Parameters parameters = new Parameters(dataset(block));
    for (Node.Statement statement : block.statements()) {
      if (statement.node() instanceof Node.Call call
          && call.word().equals("param")
          && call.target().isEmpty()) {
        parameters.read(call, overrides, problems);
      }
    }
    return parameters;
  }

  private static Optional<Dataset> dataset(Node.Block block) {
    return block.statements().stream()
        .map(Node.Statement::node)
        .filter(node -> node instanceof Node.Call call && call.word().equals("from"))
        .flatMap(from -> ((Node.Call) from).arguments().stream())
        .filter(Node.Name.class::isInstance)
        .flatMap(name -> Datasets.find(((Node.Name) name).name()).stream())
        .findFirst();
  }

  private void read(Node.Call call, Map<String, String> overrides, Problems problems) {
    if (problems.areWithin(call.at().line(), call.at().line())) {
      call.named().forEach(entry -> torn.add(entry.key()));
      return;
    }
    if (!call.arguments().isEmpty() || call.named().isEmpty()) {
      problems.add(call.at(), "'param' without a default", "write param notRankedAs: 101");
      call.arguments().stream()
          .filter(Node.Name.class::isInstance)
          .forEach(name -> torn.add(((Node.Name) name).name()));
    }
    for (Node.Entry entry : call.named()) {
      int before = problems.size();
      read(entry, overrides, problems);
      if (problems.size() > before && !parameters.containsKey(entry.key())) {
        torn.add(entry.key());
      }
    }
  }

  private void read(Node.Entry entry, Map<String, String> overrides, Problems problems) {
    Optional<Parameter> parameter = Parameter.of(entry.key(), entry.value());
    if (!entry.key().matches("[a-zA-Z][a-zA-Z0-9]{0,40}")) {
      problems.add(
          entry.at(), "'" + entry.key() + "' is no name of a parameter", "write brandTerms");
    } else if (parameters.containsKey(entry.key())) {
      problems.add(entry.at(), "'" + entry.key() + "' stands here twice", "keep one of them");
    } else if (dataset.filter(of -> of.find(entry.key()).isPresent()).isPresent()) {
      problems.add(
          entry.at(),
          "parameter '"
              + entry.key()
              + "' is called like a column of "
              + dataset.get().name()
              + ", which nobody could name any more",
          "give it a name that no column has, like most"
              + entry.key().substring(0, 1).toUpperCase(Locale.ROOT)
              + entry.key().substring(1));
    } else if (parameter.isEmpty() && Quantities.isOne(entry.value())) {
      RowArithmetic.Refusal wrong = Quantities.problem(entry.value()).orElseThrow();
      problems.add(entry.value().at(), wrong.message(), wrong.advice());
    } else if (parameter.isEmpty()
        && entry.value() instanceof Node.Call unit
        && unit.target().isEmpty()) {
      UnitWords.unknown(unit, problems);
    } else if (parameter.isEmpty()) {
      problems.add(
          entry.at(),
          "'" + entry.key() + "' is no parameter",
          "give it a number, a text, true or false, a list of texts, or a number with its unit, like"
              + " money(3.50, 'EUR')");
    } else {
      parameters.put(entry.key(), overridden(parameter.get(), overrides, entry.at(), problems));
    }
  }

  /**
   * Where something may be wrong because a parameter is: its name, and what it is an operand or an
   * argument of.
   */
  Set<Place> unsure(Node.Block block) {
    Set<Place> places = new HashSet<>();
    block.statements().forEach(statement -> isUnsure(statement.node(), places));
    return places;
  }

  private boolean isUnsure(Node node, Set<Place> places) {
    boolean isUnsure = false;
    for (Node part : partsOf(node)) {
      isUnsure |= isUnsure(part, places);
    }
    isUnsure |= node instanceof Node.Name name && torn.contains(name.name());
    if (isUnsure) {
      places.add(node.at());
    }
    return isUnsure && !(node instanceof Node.Block);
  }

  /** A parameter's own name and value are no use of it. */
  private static List<Node> partsOf(Node node) {
    return node instanceof Node.Call call && call.word().equals("param")
        ? List.of()
        : Node.parts(node);
  }

  private static Parameter overridden(
      Parameter parameter, Map<String, String> overrides, Place at, Problems problems) {
    String own = overrides.get(parameter.name());
    if (own == null) {
      return parameter;
    }
    try {
      return parameter.with(own);
    } catch (IllegalArgumentException e) {
      problems.add(at, e.getMessage(), "correct the client's value");
      return parameter;
    }
  }

  Map<String, Parameter> all() {
    return Map.copyOf(parameters);
  }

  /** Those that no setting has named, or one of them did by a name that is nearly theirs. */
  void reportUnused(Node.Block block, Problems problems) {
    List<String> unused =
        parameters.keySet().stream().filter(name -> !used.contains(name)).sorted().toList();
    if (unused.isEmpty()) {
      return;
    }
    List<Node.Name> unknown = new ArrayList<>();
    unknown(block, unknown);
    for (String parameter : unused) {
      unknown.stream()
          .filter(name -> Nearest.to(name.name(), List.of(parameter)).isPresent())
          .findFirst()
          .ifPresentOrElse(
              name -> {
                problems.add(
                    name.at(),
                    "unknown name '" + name.name() + "'",
                    "did you mean the parameter '" + parameter + "'?");
                problems.silence(Set.of(name.at()));
              },
              () ->
                  problems.add(
                      parameters.get(parameter).value().at(),
                      "parameter '" + parameter + "' is never used",
                      "use or remove it"));
    }
  }

  private void unknown(Node node, List<Node.Name> names) {
    if (node instanceof Node.Name name && isUnknown(name.name())) {
      names.add(name);
    }
    partsOf(node).forEach(part -> unknown(part, names));
  }

  private boolean isUnknown(String name) {
    return !parameters.containsKey(name)
        && !Vocabulary.knows(name)
        && Datasets.all().stream().allMatch(dataset -> dataset.find(name).isEmpty());
  }

  Node.Call in(Node.Call call) {
    return (Node.Call) in((Node) call);
  }

  private Node in(Node node) {
    if (node instanceof Node.Name name && parameters.containsKey(name.name())) {
      used.add(name.name());
      return at(parameters.get(name.name()).value(), name.at());
    } else if (node instanceof Node.Call call) {
      return new Node.Call(
          call.at(),
          call.target().map(this::in),
          call.word(),
          call.arguments().stream().map(this::in).toList(),
          call.named());
    } else if (node instanceof Node.Binary binary) {
      return new Node.Binary(binary.at(), binary.operator(), in(binary.left()), in(binary.right()));
    } else if (node instanceof Node.Prefix prefix) {
      return new Node.Prefix(prefix.at(), prefix.operator(), in(prefix.inner()));
    } else if (node instanceof Node.Items items) {
      return new Node.Items(items.at(), items.nodes().stream().map(this::in).toList());
    } else if (node instanceof Node.Block block) {
      return new Node.Block(
          block.at(),
          block.statements().stream()
              .map(statement -> new Node.Statement(in(statement.node()), statement.text()))
              .toList(),
          block.text());
    }
    return node;
  }

  /** The value, where the name stands: a problem with it is found there. */
  private static Node at(Node value, Place at) {
    if (value instanceof Node.Quantity quantity) {
      return new Node.Quantity(at, quantity.value(), quantity.unit(), quantity.currency());
    } else if (value instanceof Node.Text text) {
      return new Node.Text(at, text.text());
    } else if (value instanceof Node.Truth truth) {
      return new Node.Truth(at, truth.value());
    } else if (value instanceof Node.Items items) {
      return new Node.Items(at, items.nodes());
    }
    return new Node.Number(at, Numbers.literal(value).orElseThrow());
  }
}
