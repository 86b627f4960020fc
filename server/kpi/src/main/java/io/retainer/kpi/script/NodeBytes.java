package io.retainer.kpi.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script's tree as bytes. */
final class NodeBytes {

  /** Changes with the form of the bytes and with what the grammar lets through. */
  static final String FORM = "1";

  private static final int MOST = 100_000;

  private NodeBytes() {}

  static byte[] of(List<Node.Statement> statements) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new Writing(out).statements(statements);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException when the bytes are not what {@link #of} makes
   */
  static List<Node.Statement> read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new Reading(in).statements();
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException("The bytes of a parsed script are damaged", e);
    }
  }

  private record Writing(DataOutputStream out) {

    void statements(List<Node.Statement> statements) throws IOException {
      out.writeInt(statements.size());
      for (Node.Statement statement : statements) {
        node(statement.node());
        text(statement.text());
      }
    }

    private void text(String text) throws IOException {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }

    private void place(char kind, Place at) throws IOException {
      out.writeChar(kind);
      out.writeInt(at.line());
      out.writeInt(at.column());
    }

    private void nodes(List<Node> nodes) throws IOException {
      out.writeInt(nodes.size());
      for (Node node : nodes) {
        node(node);
      }
    }

    private void entries(List<Node.Entry> entries) throws IOException {
      out.writeInt(entries.size());
      for (Node.Entry entry : entries) {
        place('e', entry.at());
        text(entry.key());
        node(entry.value());
      }
    }

    private void node(Node node) throws IOException {
      if (node instanceof Node.Name name) {
        place('n', name.at());
        text(name.name());
      } else if (node instanceof Node.Text quoted) {
        place('t', quoted.at());
        text(quoted.text());
      } else if (node instanceof Node.Number number) {
        place('d', number.at());
        text(number.value().toString());
      } else if (node instanceof Node.Truth truth) {
        place('?', truth.at());
        out.writeBoolean(truth.value());
      } else if (node instanceof Node.Nothing nothing) {
        place('0', nothing.at());
      } else if (node instanceof Node.Items items) {
        place('[', items.at());
        nodes(items.nodes());
      } else if (node instanceof Node.Entries map) {
        place(':', map.at());
        entries(map.entries());
      } else if (node instanceof Node.Binary binary) {
        place('+', binary.at());
        text(binary.operator());
        nodes(List.of(binary.left(), binary.right()));
      } else if (node instanceof Node.Prefix prefix) {
        place('-', prefix.at());
        text(prefix.operator());
        node(prefix.inner());
      } else if (node instanceof Node.Block block) {
        place('{', block.at());
        text(block.text());
        statements(block.statements());
      } else {
        call((Node.Call) node);
      }
    }

    private void call(Node.Call call) throws IOException {
      place('(', call.at());
      text(call.word());
      nodes(call.target().stream().toList());
      nodes(call.arguments());
      entries(call.named());
    }
  }

  private record Reading(DataInputStream in) {

    List<Node.Statement> statements() throws IOException {
      int count = count();
      List<Node.Statement> statements = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Node node = node();
        statements.add(new Node.Statement(node, text()));
      }
      return statements;
    }

    private int count() throws IOException {
      int count = in.readInt();
      if (count < 0 || count > MOST) {
        throw new IOException("The bytes of a parsed script are damaged");
      }
      return count;
    }

    private String text() throws IOException {
      return new String(in.readNBytes(count()), StandardCharsets.UTF_8);
    }

    private Place place() throws IOException {
      return new Place(in.readInt(), in.readInt());
    }

    private List<Node> nodes() throws IOException {
      int count = count();
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        nodes.add(node());
      }
      return nodes;
    }

    private List<Node.Entry> entries() throws IOException {
      int count = count();
      List<Node.Entry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        in.readChar();
        Place at = place();
        String key = text();
        entries.add(new Node.Entry(at, key, node()));
      }
      return entries;
    }

    private Node node() throws IOException {
      char kind = in.readChar();
      Place at = place();
      return switch (kind) {
        case 'n' -> new Node.Name(at, text());
        case 't' -> new Node.Text(at, text());
        case 'd' -> new Node.Number(at, new BigDecimal(text()));
        case '?' -> new Node.Truth(at, in.readBoolean());
        case '0' -> new Node.Nothing(at);
        case '[' -> new Node.Items(at, nodes());
        case ':' -> new Node.Entries(at, entries());
        case '+' -> {
          String operator = text();
          List<Node> sides = nodes();
          yield new Node.Binary(at, operator, sides.get(0), sides.get(1));
        }
        case '-' -> {
          String operator = text();
          yield new Node.Prefix(at, operator, node());
        }
        case '{' -> {
          String text = text();
          yield new Node.Block(at, statements(), text);
        }
        case '(' -> {
          String word = text();
          Optional<Node> target = nodes().stream().findFirst();
          List<Node> arguments = nodes();
          yield new Node.Call(at, target, word, arguments, entries());
        }
        default -> throw new IOException("The bytes of a parsed script are damaged");
      };
    }
  }
}
