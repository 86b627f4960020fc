package io.retainer.connector.reputation;

class IntercomTest extends SupportDeskContract {

  IntercomTest() {
    super(new Intercom(), "intercom-conversations.csv", "instagram", "pat-example", "lee-example");
  }
}
