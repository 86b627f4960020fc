package io.retainer.compute.protocol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server asks.
 *
 * @param isCheckOnly whether the text is only compiled, not run
 * @param text the computation, as it stands in its file
 */
public record Question(boolean isCheckOnly, Source text, List<Input> inputs) {

  private static final int MOST_INPUTS = 20;

  public Question {
    inputs = List.copyOf(inputs);
  }

  /**
   * @param line where the text begins in its file, from 1
   * @param column likewise
   */
  public record Source(String text, int line, int column) {}

  void write(DataOutput out) throws IOException {
    out.writeBoolean(isCheckOnly);
    Frame.writeText(out, text.text());
    out.writeInt(text.line());
    out.writeInt(text.column());
    out.writeInt(inputs.size());
    for (Input input : inputs) {
      Frame.writeText(out, input.name());
      out.writeInt(input.perYear());
      out.writeInt(input.year());
      out.writeInt(input.position());
      out.writeByte(input.sums().ordinal());
      double[] values = input.values();
      out.writeInt(values.length);
      for (double value : values) {
        out.writeDouble(value);
      }
    }
  }

  static Question read(DataInput in) throws IOException {
    boolean isCheckOnly = in.readBoolean();
    Source text = new Source(Frame.readText(in), in.readInt(), in.readInt());
    int size = Frame.atMost(in.readInt(), MOST_INPUTS);
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String name = Frame.readText(in);
      int perYear = in.readInt();
      int year = in.readInt();
      int position = in.readInt();
      Sums sums = Sums.values()[in.readByte()];
      double[] values = new double[Frame.atMost(in.readInt(), Input.MOST_VALUES)];
      for (int k = 0; k < values.length; k++) {
        values[k] = in.readDouble();
      }
      inputs.add(new Input(name, values, perYear, year, position, sums));
    }
    return new Question(isCheckOnly, text, inputs);
  }
}
