package io.retainer.compute.worker;

import java.util.Arrays;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.regression.ModellingContext;
import jdplus.toolkit.base.core.dstats.Normal;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.core.tramo.TramoKernel;

/** The next value of a monthly series, by JDemetra+. */
final class SeasonalForecast {

  private static final int YEARS = 2;
  private static final int MONTHS = 12;

  private SeasonalForecast() {}

  static Estimate next(Series series, double probability) {
    if (!(probability > 0.0 && probability < 1.0)) {
      throw new IllegalArgumentException(
          "A forecast with probability " + probability + "; it lies between 0 and 1, like 0.8");
    }
    if (series.perYear != MONTHS) {
      throw new IllegalArgumentException("A forecast needs a series of months");
    }
    double[] points = fromFirstValue(series.points);
    long known = Arrays.stream(points).filter(point -> !Double.isNaN(point)).count();
    if (known < YEARS * MONTHS) {
      Undefined.note("the forecast of a series with less than two years of values");
      return null;
    }
    if (series.known > 0 && Words.largest(series.values) == Words.smallest(series.values)) {
      return new Estimate(series.values.get(0), series.values.get(0), series.values.get(0), 0);
    }
    int offset = series.offset + series.size - points.length;
    TsPeriod start = TsPeriod.monthly(offset / MONTHS, offset % MONTHS + 1);
    RegSarimaModel model =
        TramoKernel.of(TramoSpec.TR3, new ModellingContext())
            .process(TsData.ofInternal(start, points), null);
    if (model == null) {
      return null;
    }
    RegSarimaModel.Forecasts forecasts = model.forecasts(1);
    double value = forecasts.getForecasts().getValues().get(0);
    double error = forecasts.getForecastsStdev().getValues().get(0);
    double sure = Double.isNaN(error) ? 0 : error;
    double reach = sure * quantile(0.5 + probability / 2);
    return new Estimate(value, value - reach, value + reach, sure);
  }

  private static double[] fromFirstValue(double[] points) {
    int first = 0;
    while (first < points.length && Double.isNaN(points[first])) {
      first++;
    }
    return Arrays.copyOfRange(points, first, points.length);
  }

  private static double quantile(double probability) {
    return new Normal()
        .getProbabilityInverse(probability, jdplus.toolkit.base.api.stats.ProbabilityType.Lower);
  }
}
