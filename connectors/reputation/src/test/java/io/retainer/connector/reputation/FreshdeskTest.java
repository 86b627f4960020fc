package io.retainer.connector.reputation;

class FreshdeskTest extends SupportDeskContract {

  FreshdeskTest() {
    super(new Freshdesk(), "freshdesk-tickets.csv", "facebook", "Pat Example", "lee@example.com");
  }
}
