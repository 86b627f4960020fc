package io.retainer.cli.demo.exports;

import io.retainer.cli.demo.exports.Sales.Product;
import io.retainer.cli.demo.exports.Search.Query;
import io.retainer.cli.demo.exports.Search.Weighted;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An outdoor shop in Helsinki that sells online, tracks its ranks, and sends no newsletter yet. */
final class OutdoorShop implements DemoBusiness {

  private static final Chance CHANCE = new Chance(0x7E17A);

  private static final Pulse PULSE =
      new Pulse(
          0.11,
          List.of(0.82, 0.85, 0.92, 1.02, 1.2, 1.28, 1.22, 1.1, 0.98, 0.88, 0.94, 1.18),
          List.of(1.06, 1.0, 0.98, 0.97, 0.92, 0.94, 1.13),
          // At Midsummer the customers are outdoors already.
          new Pulse.Dip(MonthDay.of(6, 19), MonthDay.of(6, 22), 0.5));

  private static final Search SEARCH =
      new Search(
          CHANCE,
          PULSE,
          205,
          0.036,
          13,
          "tunturipolku.example",
          List.of(
              new Query("tunturipolku", "/", 60, 1.05),
              new Query("tunturipolku helsinki", "/myymala", 24, 1.1),
              new Query("retkeilykauppa", "/", 74, 5.8),
              new Query("retkeilykauppa helsinki", "/myymala", 58, 2.9),
              new Query("vaelluskengät", "/vaelluskengat", 240, 12.6),
              new Query("vaelluskengät naiset", "/vaelluskengat", 130, 8.4),
              new Query("makuupussi", "/makuupussit", 210, 14.8),
              new Query("untuvamakuupussi", "/makuupussit", 66, 6.3),
              new Query("kevyt teltta", "/teltat", 95, 7.2),
              new Query("kahden hengen teltta", "/teltat", 110, 11.9),
              new Query("rinkka 60 l", "/rinkat", 84, 5.1),
              new Query("rinkka naiset", "/rinkat", 46, 4.6),
              new Query("retkikeitin", "/keittimet", 120, 9.7),
              new Query("merinovilla aluspaita", "/merino", 150, 16.4),
              new Query("merinovillakerrasto", "/merino", 170, 18.2),
              new Query("vaellussauvat", "/sauvat", 88, 6.9),
              new Query("lumikengät", "/lumikengat", 140, 10.3),
              new Query("riippumatto retkeilyyn", "/riippumatot", 54, 3.8),
              new Query("kuoritakki naiset", "/takit", 165, 19.7),
              new Query("untuvatakki miehet", "/takit", 190, 24.5),
              new Query("otsalamppu", "/otsalamput", 205, 28.3),
              new Query("retkipatja", "/makuualustat", 90, 7.8),
              new Query("mitä mukaan vaellukselle", "/opas/pakkauslista", 48, 2.2),
              new Query("karhunkierros varusteet", "/opas/karhunkierros", 32, 1.9),
              new Query("vaelluskenkien huolto", "/opas/kenkien-huolto", 27, 3.1),
              new Query("hiking shop helsinki", "/en", 21, 4.4)),
          List.of(
              new Weighted("Finland", 93),
              new Weighted("Sweden", 2.6),
              new Weighted("Estonia", 1.9),
              new Weighted("Germany", 1.5),
              new Weighted("United Kingdom", 1.0)),
          List.of(
              new Weighted("Mobile", 64), new Weighted("Desktop", 33), new Weighted("Tablet", 3)));

  private static final Sales SALES =
      new Sales(
          CHANCE,
          PULSE,
          11.5,
          0.97,
          0.52,
          240,
          6,
          23,
          List.of(
              new Product("TP-1001", "Vaelluskengät Saana, naiset", 14_900, 6),
              new Product("TP-1002", "Vaelluskengät Saana, miehet", 14_900, 6),
              new Product("TP-2001", "Makuupussi Kaamos -5 °C", 17_900, 4),
              new Product("TP-2002", "Makuualusta Sammal", 6_900, 6),
              new Product("TP-3001", "Teltta Kota 2", 32_900, 2),
              new Product("TP-4001", "Rinkka Paljakka 60 l", 18_900, 3),
              new Product("TP-5001", "Retkikeitin Tulikettu", 7_900, 5),
              new Product("TP-5002", "Kaasupatruuna 230 g", 890, 10),
              new Product("TP-6001", "Merinokerrasto Halla", 8_900, 8),
              new Product("TP-6002", "Merinosukat, 2 paria", 2_490, 14),
              new Product("TP-7001", "Otsalamppu Revontuli 400", 4_900, 7),
              new Product("TP-8001", "Vaellussauvat Kero", 6_490, 4)));

  private static final Shopify SHOPIFY =
      new Shopify(
          SALES,
          ZoneId.of("Europe/Helsinki"),
          List.of(
              "Aino Koivula",
              "Eero Salmi",
              "Helmi Järvelä",
              "Onni Kallio",
              "Sanni Mäkipää",
              "Väinö Harju",
              "Elsa Törmä",
              "Oskari Niittymaa",
              "Venla Lähde",
              "Arttu Hietala"),
          List.of("Helsinki", "Espoo", "Tampere", "Oulu", "Rovaniemi", "Jyväskylä", "Turku"));

  private static final XPosts X =
      new XPosts(
          CHANCE,
          PULSE,
          ZoneId.of("Europe/Helsinki"),
          "tunturipolku",
          1_850,
          List.of(
              "Syksyn ruska on parhaimmillaan.\n\nMinne sinä lähdet viikonloppuna? #retkeily",
              "Uudet Saana-vaelluskengät ovat täällä!",
              "Vinkki: kuivaa kengät aina huoneenlämmössä, ei patterin päällä.",
              "Karhunkierros kolmessa päivässä, kevyesti pakattuna. Lue opas, \"Mitä mukaan?\"",
              "Sunday hike? Our map of 12 day trips from Helsinki is free. #helsinki",
              "Merinovilla lämmittää myös märkänä. Siksi se on aina mukana."));

  private static final TikTok TIKTOK =
      new TikTok(
          CHANCE,
          PULSE,
          "tunturipolku",
          3_400,
          5.2,
          1_150,
          List.of(
              "Rinkan pakkaaminen oikein 🎒 #retkeily",
              "Näin teltta pystyyn kahdessa minuutissa #teltta",
              "Aamukahvi tunturissa ☕ #lappi",
              "Testissä: retkikeitin pakkasessa",
              "Kolme solmua, jotka jokaisen pitää osata #eräretki",
              "Mitä ensiapupakkaukseen? #vaellus"));

  private static final MetaInsights META = new MetaInsights(CHANCE, PULSE, 6.5, 58);

  private static final GoogleAds ADS =
      new GoogleAds(
          CHANCE,
          PULSE,
          "EUR",
          List.of(
              new GoogleAds.Campaign("Vaelluskengät | Haku", 34, 0.046, 62, 0.031, 15_800),
              new GoogleAds.Campaign("Tunturipolku | Brändi", 22, 0.19, 18, 0.058, 14_100),
              new GoogleAds.Campaign("Teltat ja rinkat | Haku", 14, 0.038, 74, 0.024, 21_500),
              new GoogleAds.Campaign("Syystarjoukset | PMax", 19, 0.012, 41, 0.019, 9_900)));

  private static final HubSpot HUBSPOT =
      new HubSpot(
          CHANCE,
          PULSE,
          0.9,
          List.of(
              "Retkivarusteet partiolippukunnalle",
              "Yrityslahjat: merinokerrastot",
              "Vuokrakaluston uusinta, opaspalvelu",
              "Henkilöstön retkipäivä, 30 henkeä",
              "Koulun leirikoulu: teltat ja makuupussit",
              "Jälleenmyyjä: vaelluskengät, kevät"),
          List.of("Iida Saari", "Joonas Virta"));

  private static final Site SITE =
      new Site(
          CHANCE,
          PULSE,
          "Tunturipolku Oy",
          "tunturipolku.example - GA4",
          channels(),
          // Visitors who refuse cookies are not counted.
          day -> Math.round(SALES.on(day).size() * 0.9),
          day -> Math.round(SALES.centsOn(day) * 0.9));

  private static List<Site.Channel> channels() {
    var site = new Site(CHANCE, PULSE, "", "", List.of(), day -> 0, day -> 0);
    return List.of(
        new Site.Channel(
            "Organic Search", day -> Math.round(SEARCH.clicks(day) * 0.94), 0.66, 74, 1.0),
        site.channel("Direct", 128, 0.61, 69, 1.3),
        site.channel("Organic Social", 62, 0.47, 33, 0.4),
        site.channel("Paid Search", 74, 0.57, 52, 1.1),
        site.channel("Referral", 33, 0.63, 64, 0.9),
        site.channel("Unassigned", 4, 0.25, 10, 0.1));
  }

  @Override
  public String id() {
    return "tunturipolku";
  }

  @Override
  public String name() {
    return "Tunturipolku Oy";
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Helsinki");
  }

  @Override
  public Locale locale() {
    return Locale.forLanguageTag("fi");
  }

  @Override
  public Currency currency() {
    return Currency.getInstance("EUR");
  }

  @Override
  public List<Recipient> recipients() {
    return List.of(
        new Recipient("mika@tunturipolku.example", Locale.forLanguageTag("fi")),
        new Recipient("board@tunturipolku.example", Locale.ENGLISH));
  }

  @Override
  public Map<String, String> targets() {
    return Map.of(
        "web.sessions", ">= 18000",
        "orders.revenue", ">= 75000",
        "orders.aov", "150..200",
        "ads.cost", "<= 1500",
        "ads.conversions", ">= 130",
        "deals.total", ">= 20000");
  }

  @Override
  public List<Export> exports(YearMonth last) {
    List<Export> exports = new ArrayList<>();
    var ranks = new SeRanking(SEARCH, "Google Finland, interface language: Finnish", "Avainsanat");
    List<YearMonth> months = DemoBusiness.months(last);
    for (YearMonth month : months) {
      exports.add(GoogleAnalytics.exploration(SITE, month));
      exports.add(SearchConsole.performance(SEARCH, month));
      exports.add(ranks.positions(month));
      exports.add(X.activity(month));
      exports.add(TIKTOK.overview(month));
      exports.add(META.follows(month));
      exports.add(META.visits(month));
      exports.add(SHOPIFY.orders(month));
      exports.add(ADS.campaigns(month));
    }
    exports.add(TIKTOK.videos(months));
    exports.add(HUBSPOT.deals(months));
    return exports;
  }
}
