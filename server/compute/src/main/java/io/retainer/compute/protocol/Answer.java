package io.retainer.compute.protocol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a worker answers. */
public sealed interface Answer {

  /** The text was checked and is good, or the worker is ready. */
  record Good() implements Answer {}

  /**
   * A value.
   *
   * @param low the lower end of its interval; not a number when it has none
   * @param high likewise
   */
  record Value(double value, double low, double high) implements Answer {}

  /**
   * The computation gives no value.
   *
   * @param why in its author's words; empty when it does not say
   */
  record NoValue(String why) implements Answer {}

  /**
   * What the computation gives is no number, and its author did not mean that.
   *
   * @param how what it came of, and where
   */
  record NoNumber(String how) implements Answer {}

  /** The computation has too few values to go by. */
  record TooFew(int known, int needed) implements Answer {}

  /** The text is not admitted. */
  record Refused(List<Finding> findings) implements Answer {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /** The computation ended with an error. */
  record Failed(String message) implements Answer {}

  /** Findings beyond these are not sent. */
  int MOST_FINDINGS = 50;

  default void write(DataOutput out) throws IOException {
    if (this instanceof Good) {
      out.writeByte('g');
    } else if (this instanceof Value value) {
      out.writeByte('v');
      out.writeDouble(value.value());
      out.writeDouble(value.low());
      out.writeDouble(value.high());
    } else if (this instanceof NoValue no) {
      out.writeByte('n');
      Frame.writeText(out, no.why());
    } else if (this instanceof NoNumber no) {
      out.writeByte('u');
      Frame.writeText(out, no.how());
    } else if (this instanceof TooFew few) {
      out.writeByte('t');
      out.writeInt(few.known());
      out.writeInt(few.needed());
    } else if (this instanceof Failed failed) {
      out.writeByte('f');
      Frame.writeText(out, failed.message());
    } else {
      List<Finding> findings = ((Refused) this).findings();
      out.writeByte('r');
      out.writeInt(Math.min(findings.size(), MOST_FINDINGS));
      for (Finding finding : findings.subList(0, Math.min(findings.size(), MOST_FINDINGS))) {
        out.writeInt(finding.line());
        out.writeInt(finding.column());
        Frame.writeText(out, finding.message());
        Frame.writeText(out, finding.advice());
      }
    }
  }

  static Answer read(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'g' -> new Good();
      case 'v' -> new Value(in.readDouble(), in.readDouble(), in.readDouble());
      case 'n' -> new NoValue(Frame.readText(in));
      case 'u' -> new NoNumber(Frame.readText(in));
      case 't' -> new TooFew(in.readInt(), in.readInt());
      case 'f' -> new Failed(Frame.readText(in));
      case 'r' -> {
        int size = Frame.atMost(in.readInt(), MOST_FINDINGS);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          findings.add(
              new Finding(in.readInt(), in.readInt(), Frame.readText(in), Frame.readText(in)));
        }
        yield new Refused(findings);
      }
      default -> throw new IOException("There is no answer of kind " + kind);
    };
  }
}
