package io.retainer.connector.social;

class DzenTest extends LinkedPostsContract {

  DzenTest() {
    super(new Dzen(), "dzen-posts.csv", Dzen.NETWORK, "ZxAbCdEfGhIjKlMn");
  }
}
