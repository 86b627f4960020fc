package io.retainer.connector.social;

class OdnoklassnikiTest extends LinkedPostsContract {

  OdnoklassnikiTest() {
    super(new Odnoklassniki(), "ok-posts.csv", Odnoklassniki.NETWORK, "154000000000001");
  }
}
