package io.retainer.rendering.chart;

import java.awt.Color;

/**
 * A colour by how light it is to the eye, how strong and of which hue (OKLCH, by B. Ottosson).
 *
 * @param lightness 0 for black to 1 for white
 * @param chroma 0 for grey
 * @param hue in radians
 */
record Shade(double lightness, double chroma, double hue) {

  private static final double STEP = 0.01;

  static Shade of(Color colour) {
    double r = linear(colour.getRed());
    double g = linear(colour.getGreen());
    double b = linear(colour.getBlue());
    double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double x = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double y = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    return new Shade(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        StrictMath.hypot(x, y),
        StrictMath.atan2(y, x));
  }

  /** As light as this one, in another hue and so many times as strong, as far as a screen can. */
  Color tinted(double otherHue, double strength) {
    return new Shade(lightness, chroma * strength, otherHue).color();
  }

  Shade darker() {
    return new Shade(Math.max(0, lightness - STEP), chroma, hue);
  }

  /** The nearest colour of the same lightness and hue that a screen has. */
  Color color() {
    double strength = chroma;
    double[] rgb = rgb(strength);
    while (!isOnScreen(rgb) && strength > 0.001) {
      strength *= 0.97;
      rgb = rgb(strength);
    }
    return new Color(encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2]));
  }

  private double[] rgb(double strength) {
    double a = strength * StrictMath.cos(hue);
    double b = strength * StrictMath.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static boolean isOnScreen(double[] rgb) {
    for (double one : rgb) {
      if (one < -0.0005 || one > 1.0005) {
        return false;
      }
    }
    return true;
  }

  /** As WCAG 2 defines it: 1 for the same, 21 for black on white. */
  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : StrictMath.pow((share + 0.055) / 1.055, 2.4);
  }

  private static int encoded(double linear) {
    double share = Math.min(1, Math.max(0, linear));
    double encoded =
        share <= 0.0031308 ? share * 12.92 : 1.055 * StrictMath.pow(share, 1 / 2.4) - 0.055;
    return (int) Math.round(encoded * 255);
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
