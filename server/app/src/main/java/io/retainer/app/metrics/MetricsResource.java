package io.retainer.app.metrics;

import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What a monitor asks for every quarter of a minute or so, with an API token. */
@OfAllClients
@Path("/api/v1/metrics")
public final class MetricsResource {

  private final Stock stock;
  private final PrometheusRegistry own = new PrometheusRegistry();

  public MetricsResource(Stock stock) {
    this.stock = stock;
    stock.register(own);
    JvmMetrics.builder().register(own);
  }

  /** OpenMetrics for whoever accepts it, else the older text of Prometheus. */
  @GET
  @Requires(Role.VIEWER)
  public Response metrics(@HeaderParam("Accept") String accept) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var open = OpenMetricsTextFormatWriter.create();
    var writer = open.accepts(accept) ? open : PrometheusTextFormatWriter.create();
    writer.write(bytes, look());
    return Response.ok(bytes.toByteArray()).type(writer.getContentType()).build();
  }

  /** The same for a person to read. */
  public String text() {
    var bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(bytes, look());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** One at a time: what is counted anew is empty in between. */
  private synchronized MetricSnapshots look() {
    stock.look();
    return new MetricSnapshots(
        Stream.concat(Metrics.REGISTRY.scrape().stream(), own.scrape().stream()).toList());
  }
}
