package io.retainer.workspace.pull;

import com.sun.net.httpserver.HttpServer;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Mailchimp on this machine, with one campaign; what is pulled is taken note of. */
public final class MailchimpNearby implements AutoCloseable {

  public static final String KEY = "0123456789abcdef0123456789abcdef-us6";

  public final List<String> imported = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private volatile int status = 200;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public MailchimpNearby() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/us6/3.0/reports",
        exchange -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          byte[] body =
              (status == 200
                      ? "{\"reports\":[{\"id\":\"c1\",\"campaign_title\":\"Letter\",\"emails_sent\":9}],\"total_items\":1}"
                      : "{\"title\":\"API Key Invalid\",\"detail\":\"Your API key may be invalid.\"}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  public void refuseKeys() {
    status = 401;
  }

  /** Answers wait until the returned gate is opened. */
  public CountDownLatch hold() {
    gate = new CountDownLatch(1);
    return gate;
  }

  public Puller puller(Workspace workspace) {
    URI nowhere = URI.create("http://127.0.0.1:1/");
    var endpoints =
        new Endpoints(
            nowhere,
            nowhere,
            nowhere,
            "http://127.0.0.1:" + server.getAddress().getPort() + "/%s/3.0/");
    return new Puller(
        new PullSources(() -> workspace.state().jdbi()),
        workspace.clients()::named,
        workspace.home().root(),
        (client, account, file) -> {
          imported.add(file.name());
          return new ImportResult(
              file.name(),
              "",
              Status.ACCEPTED,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              List.of(),
              List.of(),
              0,
              List.of());
        },
        workspace.clock(),
        Platforms.of(
            endpoints, new Wire(time -> {}, 1 << 20), workspace.home().root(), workspace.clock()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
