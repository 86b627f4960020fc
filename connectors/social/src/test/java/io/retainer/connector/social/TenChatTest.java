package io.retainer.connector.social;

class TenChatTest extends LinkedPostsContract {

  TenChatTest() {
    super(new TenChat(), "tenchat-posts.csv", TenChat.NETWORK, "1500001-kak-otkryt-kofeynyu");
  }
}
