package io.retainer.workspace.pull;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The bytes of an answer, up to a limit. */
final class LimitedBody implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> all = BodySubscribers.ofByteArray();
  private final long most;
  private long seen;
  private Subscription subscription;

  LimitedBody(long most) {
    this.most = most;
  }

  /** More came than an answer may have. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return all.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    all.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (seen > most) {
      subscription.cancel();
      all.onError(new TooLarge());
    } else {
      all.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable problem) {
    all.onError(problem);
  }

  @Override
  public void onComplete() {
    if (seen <= most) {
      all.onComplete();
    }
  }
}
