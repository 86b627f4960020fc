package io.retainer.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.workspace.configuration.Networks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Where a request comes from, and how many of one address are let in at once. */
class FrontDoorTest {

  private static final String PROXY = "10.0.0.1";
  private static final String STRANGER = "203.0.113.9";
  private static final Networks PROXIES = Networks.parse("10.0.0.0/8, ::1");

  private static final Function<String, Optional<String>> NOBODYS = secret -> Optional.empty();

  private static Function<String, Optional<String>> olgas(String secret) {
    return each -> Optional.of("olga").filter(olga -> each.equals(secret));
  }

  private final Map<String, Object> answered = new HashMap<>();
  private final StringWriter said = new StringWriter();

  private HttpServletRequest request(String remote, Map<String, String> headers, Cookie... sent) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FrontDoorTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> remote;
                  case "getMethod" -> headers.getOrDefault("method", "POST");
                  case "getContentLengthLong" -> -1L;
                  case "getHeader" -> headers.get(arguments[0].toString());
                  case "getHeaders" ->
                      Collections.enumeration(
                          headers.containsKey(arguments[0].toString())
                              ? List.of(headers.get(arguments[0].toString()).split("\n"))
                              : List.of());
                  case "getCookies" -> sent;
                  default -> null;
                });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            FrontDoorTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "setStatus" -> answered.put("status", arguments[0]);
                case "setHeader" -> answered.put(arguments[0].toString(), arguments[1]);
                case "getWriter" -> {
                  return new PrintWriter(said, true);
                }
                default -> {}
              }
              return null;
            });
  }

  private String seen(Networks proxies, String remote, Map<String, String> headers)
      throws Exception {
    var seen = new AtomicReference<String>();
    new FrontDoor(proxies, NOBODYS, NOBODYS)
        .pass(
            request(remote, headers),
            response(),
            (request, response) -> seen.set(request.getRemoteAddr()));
    return seen.get();
  }

  /** A proxy may have let it through for the host that we do not look at. */
  @Test
  void refusesARequestOfTwoHosts() throws Exception {
    Map<String, String> get = Map.of("method", "GET", "Host", "a.example\nb.example");

    assertThat(seen(Networks.NONE, STRANGER, get)).isNull();
    assertThat(answered).containsEntry("status", 400).containsEntry("Connection", "close");
    assertThat(said.toString()).contains("one Host header");
    assertThat(seen(Networks.NONE, STRANGER, Map.of("method", "GET", "Host", "a.example")))
        .isEqualTo(STRANGER);
  }

  @Test
  void believesNobodyUnlessAProxyIsNamed() throws Exception {
    Map<String, String> said = Map.of("X-Forwarded-For", STRANGER, "Forwarded", "for=" + STRANGER);

    assertThat(seen(Networks.NONE, PROXY, said)).isEqualTo(PROXY);
    assertThat(seen(PROXIES, "192.0.2.1", said)).isEqualTo("192.0.2.1");
  }

  @Test
  void takesTheLastAddressThatIsNoProxy() throws Exception {
    assertThat(seen(PROXIES, PROXY, Map.of("X-Forwarded-For", "192.0.2.66, " + STRANGER)))
        .as("a stranger wrote the first one")
        .isEqualTo(STRANGER);
    assertThat(seen(PROXIES, PROXY, Map.of("X-Forwarded-For", STRANGER + ", 10.1.2.3")))
        .isEqualTo(STRANGER);
    assertThat(seen(PROXIES, PROXY, Map.of("X-Forwarded-For", "192.0.2.66\n" + STRANGER)))
        .as("in two lines")
        .isEqualTo(STRANGER);
    assertThat(seen(PROXIES, "::1", Map.of("Forwarded", "for=\"[2001:db8::7]:4711\";proto=https")))
        .isEqualTo("2001:db8::7");
    assertThat(seen(PROXIES, PROXY, Map.of("X-Forwarded-For", STRANGER + ":4711")))
        .isEqualTo(STRANGER);
  }

  @Test
  void takesTheProxyItselfForWhatItCannotRead() throws Exception {
    for (String value : List.of("", "unknown", "<script>", "not.an.address", "10.0.0.2")) {
      assertThat(seen(PROXIES, PROXY, Map.of("X-Forwarded-For", value))).as(value).isEqualTo(PROXY);
    }
    assertThat(
            seen(
                PROXIES, PROXY, Map.of("X-Forwarded-For", STRANGER, "Forwarded", "for=192.0.2.66")))
        .as("one of the two is a stranger's")
        .isEqualTo(PROXY);
  }

  @Test
  void leavesThreadsToOthersWhateverOneAddressKeepsOpen() throws Exception {
    var door = new FrontDoor(Networks.NONE, olgas("good"), olgas("rt_good"));
    var passed = new AtomicInteger();

    inside(
        door,
        FrontDoor.MOST_OF_STRANGERS,
        () -> {
          FilterChain counted = (request, response) -> passed.incrementAndGet();
          door.pass(request(STRANGER, Map.of("Accept-Language", "fi")), response(), counted);
          assertThat(passed).hasValue(0);
          assertThat(answered)
              .containsEntry("status", 429)
              .containsEntry("Retry-After", "5")
              .containsEntry("Connection", "close");
          assertThat(said.toString()).contains("liikaa pyyntöjä");

          door.pass(
              request(STRANGER, Map.of("Authorization", "Bearer rt_bad"), new Cookie("a", "b")),
              response(),
              counted);
          door.pass(
              request(STRANGER, Map.of(), new Cookie(Cookies.SESSION, "bad")), response(), counted);
          assertThat(passed).hasValue(0);

          door.pass(
              request(STRANGER, Map.of("method", "GET", "Transfer-Encoding", "chunked")),
              response(),
              counted);
          assertThat(passed).hasValue(0);

          door.pass(request("192.0.2.1", Map.of()), response(), counted);
          door.pass(
              request(STRANGER, Map.of(), new Cookie(Cookies.SESSION, "good")),
              response(),
              counted);
          door.pass(
              request(STRANGER, Map.of("Authorization", "Bearer rt_good")), response(), counted);
          door.pass(request(STRANGER, Map.of("method", "GET")), response(), counted);
          assertThat(passed).hasValue(4);
        });
    door.pass(request(STRANGER, Map.of()), response(), (request, response) -> passed.set(0));
    assertThat(passed).as("once the others are gone").hasValue(0);
  }

  /** Whoever asks for a large file and does not take it holds a thread for half a minute. */
  @Test
  void leavesThreadsToOthersHoweverSlowlyOneAddressTakesItsAnswers() throws Exception {
    var door = new FrontDoor(Networks.NONE, olgas("good"), NOBODYS);
    var passed = new AtomicInteger();
    Map<String, String> get = Map.of("method", "GET");

    inside(
        door,
        each -> request(STRANGER, get),
        FrontDoor.MOST_OF_ONE_ADDRESS,
        () -> {
          FilterChain counted = (request, response) -> passed.incrementAndGet();
          door.pass(request(STRANGER, get), response(), counted);
          assertThat(passed).hasValue(0);
          assertThat(answered).containsEntry("status", 429);

          door.pass(request("192.0.2.1", get), response(), counted);
          door.pass(
              request(STRANGER, get, new Cookie(Cookies.SESSION, "good")), response(), counted);
          assertThat(passed).hasValue(2);
        });
  }

  @Test
  void leavesThreadsToOthersWhateverOneWhoIsKnownKeepsOpen() throws Exception {
    var door = new FrontDoor(Networks.NONE, olgas("good"), NOBODYS);
    var passed = new AtomicInteger();
    var cookie = new Cookie(Cookies.SESSION, "good");

    inside(
        door,
        each -> request(STRANGER, Map.of(), cookie),
        FrontDoor.MOST_OF_STRANGERS + FrontDoor.MOST_OF_ONE_ACCOUNT,
        () -> {
          FilterChain counted = (request, response) -> passed.incrementAndGet();
          door.pass(request(STRANGER, Map.of(), cookie), response(), counted);
          assertThat(passed).hasValue(0);
          door.pass(request("192.0.2.1", Map.of(), cookie), response(), counted);
          assertThat(passed).hasValue(1);
        });
  }

  /** A provider gives each customer 2^64 addresses. */
  @Test
  void allAddressesOfOneCustomerAreOneCrowd() throws Exception {
    var door = new FrontDoor(Networks.NONE, NOBODYS, NOBODYS);
    var passed = new AtomicInteger();

    inside(
        door,
        each -> request("2001:db8:0:7::" + Integer.toHexString(each), Map.of()),
        FrontDoor.MOST_OF_STRANGERS,
        () -> {
          FilterChain counted = (request, response) -> passed.incrementAndGet();
          door.pass(request("2001:db8:0:7:ffff::1%eth0", Map.of()), response(), counted);
          assertThat(passed).hasValue(0);
          assertThat(answered).containsEntry("status", 429);

          door.pass(request("2001:db8:0:8::1", Map.of()), response(), counted);
          door.pass(request("::ffff:192.0.2.1", Map.of()), response(), counted);
          assertThat(passed).hasValue(2);
        });
  }

  @Test
  void strangersOfManyAddressesLeaveThreadsToThoseWhoAreKnown() throws Exception {
    var door = new FrontDoor(Networks.NONE, olgas("good"), NOBODYS);
    var passed = new AtomicInteger();

    inside(
        door,
        each -> request("203.0.113." + each, Map.of()),
        FrontDoor.MOST_TOGETHER,
        () -> {
          FilterChain counted = (request, response) -> passed.incrementAndGet();
          door.pass(request("192.0.2.1", Map.of()), response(), counted);
          assertThat(passed).hasValue(0);
          assertThat(answered).containsEntry("status", 429);

          door.pass(
              request("192.0.2.1", Map.of(), new Cookie(Cookies.SESSION, "good")),
              response(),
              counted);
          assertThat(passed).hasValue(1);
        });
    door.pass(request("192.0.2.1", Map.of()), response(), (request, response) -> passed.set(0));
    assertThat(passed).as("once the others are gone").hasValue(0);
  }

  @Test
  void nothingComesAfterARequestWhoseEndAProxyMaySeeElsewhere() throws Exception {
    var door = new FrontDoor(Networks.NONE, NOBODYS, NOBODYS);
    var passed = new AtomicInteger();
    FilterChain counted = (request, response) -> passed.incrementAndGet();

    door.pass(request(STRANGER, Map.of("Transfer-Encoding", "Chunked")), response(), counted);
    assertThat(passed).hasValue(1);
    assertThat(answered).containsEntry("Connection", "close").doesNotContainKey("status");

    answered.clear();
    door.pass(request(STRANGER, Map.of("Content-Length", "44")), response(), counted);
    assertThat(passed).hasValue(2);
    assertThat(answered).isEmpty();

    for (String encoding : List.of("xchunked", "chunked, identity")) {
      answered.clear();
      door.pass(request(STRANGER, Map.of("Transfer-Encoding", encoding)), response(), counted);
      assertThat(answered)
          .as(encoding)
          .containsEntry("status", 400)
          .containsEntry("Connection", "close")
          .doesNotContainKey("Retry-After");
    }
    assertThat(passed).as("those were refused").hasValue(2);
  }

  private interface Step {
    void run() throws Exception;
  }

  private void inside(FrontDoor door, int more, Step then) throws Exception {
    inside(door, each -> request(STRANGER, Map.of()), more, then);
  }

  /** Requests within each other stand for requests at once. */
  private void inside(FrontDoor door, IntFunction<HttpServletRequest> asked, int more, Step then)
      throws Exception {
    if (more == 0) {
      then.run();
      return;
    }
    door.pass(
        asked.apply(more),
        response(),
        (request, response) -> {
          try {
            inside(door, asked, more - 1, then);
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void refusesWhatIsNoNetwork() {
    for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0/8", "1.2.3.4/x")) {
      assertThatThrownBy(() -> Networks.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
