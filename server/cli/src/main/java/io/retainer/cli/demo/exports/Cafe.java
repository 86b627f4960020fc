package io.retainer.cli.demo.exports;

import io.retainer.cli.demo.exports.Sales.Product;
import io.retainer.cli.demo.exports.Search.Query;
import io.retainer.cli.demo.exports.Search.Weighted;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A café in Minsk with a newsletter, a TikTok profile and a till. It pays nobody to track its
 * ranks.
 */
final class Cafe implements DemoBusiness {

  private static final Chance CHANCE = new Chance(0xCAFE);

  private static final Pulse PULSE =
      new Pulse(
          0.14,
          List.of(1.02, 1.0, 1.04, 1.03, 1.0, 0.92, 0.86, 0.88, 1.05, 1.1, 1.08, 1.16),
          List.of(0.86, 0.9, 0.95, 1.0, 1.14, 1.18, 0.97),
          // The pipes in the street are renewed every February.
          new Pulse.Dip(MonthDay.of(2, 9), MonthDay.of(2, 15), 0.45));

  private static final Search SEARCH =
      new Search(
          CHANCE,
          PULSE,
          46,
          0.058,
          9.5,
          "lastauka.example",
          List.of(
              new Query("кавярня ластаўка", "/", 70, 1.1),
              new Query("кофейня ластаўка минск", "/", 46, 1.2),
              new Query("кавярня мінск", "/", 62, 6.8),
              new Query("кофейня минск", "/", 118, 11.5),
              new Query("кофе с собой минск", "/menu", 64, 9.2),
              new Query("кава на вынас", "/menu", 26, 4.1),
              new Query("завтрак минск центр", "/breakfast", 88, 7.6),
              new Query("сняданак мінск", "/breakfast", 22, 2.7),
              new Query("где позавтракать в минске", "/breakfast", 74, 12.4),
              new Query("сырники минск", "/breakfast", 41, 5.3),
              new Query("сырнікі", "/breakfast", 12, 3.4),
              new Query("дранікі мінск", "/menu", 18, 8.8),
              new Query("мядоўнік", "/menu", 15, 6.1),
              new Query("раф кофе", "/menu", 33, 15.2),
              new Query("кофейня с розетками минск", "/workspace", 27, 3.9),
              new Query("где поработать с ноутбуком минск", "/workspace", 49, 8.3),
              new Query("кофе в зёрнах минск", "/beans", 57, 13.6),
              new Query("зярняты кавы купіць", "/beans", 9, 2.4),
              new Query("обжарка кофе минск", "/beans", 38, 16.9),
              new Query("каворкінг кавярня", "/workspace", 8, 5.5),
              new Query("кофейня с детьми минск", "/kids", 29, 10.7),
              new Query("кафе для детского праздника минск", "/kids", 52, 21.3),
              new Query("латте-арт мастер-класс", "/school", 24, 7.1),
              new Query("школа бариста минск", "/school", 36, 12.8)),
          List.of(
              new Weighted("Belarus", 91),
              new Weighted("Russia", 4.5),
              new Weighted("Poland", 2.5),
              new Weighted("Lithuania", 1.2),
              new Weighted("Germany", 0.8)),
          List.of(
              new Weighted("Mobile", 78), new Weighted("Desktop", 20), new Weighted("Tablet", 2)));

  private static final Mailings MAILINGS =
      new Mailings(
          CHANCE,
          PULSE,
          "Сябры «Ластаўкі»",
          1_450,
          DayOfWeek.THURSDAY,
          List.of("Меню тыдня", "Навіны кавярні", "Зярняты месяца", "Запрашэнне"),
          List.of(
              "Што смачнага на гэтым тыдні",
              "Новы сезон у «Ластаўцы»",
              "Зярняты месяца: спрабуем разам",
              "Запрашаем на дэгустацыю ў суботу"));

  private static final TikTok TIKTOK =
      new TikTok(
          CHANCE,
          PULSE,
          "lastauka.minsk",
          1_180,
          2.6,
          640,
          List.of(
              "Як мы варым раф ☕ #кава #мінск",
              "Раніца ў «Ластаўцы» #кавярня #мінск",
              "Сырнікі за 30 секунд 🥞 #сняданак",
              "Лата-арт: сэрца, тюльпан, ластаўка #бариста",
              "Новыя зярняты прыехалі! #кава",
              "Пытаемся ў гасцей: лата ці капучына?",
              "Мядоўнік нашай бабулі 🍯 #дэсерт"));

  private static final Sales SALES =
      new Sales(
          CHANCE,
          PULSE,
          34,
          0.62,
          0.085,
          95,
          8,
          21,
          List.of(
              new Product("K01", "Капучына", 650, 22),
              new Product("K02", "Лата", 720, 16),
              new Product("K03", "Эспрэса", 480, 9),
              new Product("K04", "Фільтр-кава", 550, 8),
              new Product("K05", "Раф", 840, 10),
              new Product("G01", "Гарбата травяная", 500, 7),
              new Product("S01", "Сырнікі са смятанай", 1_150, 9),
              new Product("S02", "Дранікі", 1_260, 6),
              new Product("D01", "Круасан", 590, 11),
              new Product("D02", "Мядоўнік", 780, 8),
              new Product("Z01", "Зярняты, 250 г", 2_400, 2.5)));

  private static final Site SITE =
      new Site(
          CHANCE,
          PULSE,
          "Кавярня «Ластаўка»",
          "lastauka.example - GA4",
          channels(),
          day -> CHANCE.near(3.4 * PULSE.on(day), 0.5, "bookings", day),
          day -> 0);

  private static List<Site.Channel> channels() {
    var site = new Site(CHANCE, PULSE, "", "", List.of(), day -> 0, day -> 0);
    return List.of(
        new Site.Channel(
            "Organic Search", day -> Math.round(SEARCH.clicks(day) * 0.95), 0.62, 48, 1.2),
        site.channel("Direct", 31, 0.55, 41, 1.0),
        site.channel("Organic Social", 24, 0.44, 27, 0.5),
        new Site.Channel("Email", MAILINGS::sessions, 0.68, 55, 1.6),
        site.channel("Referral", 9, 0.58, 39, 0.8),
        site.channel("Unassigned", 1.2, 0.3, 12, 0.1));
  }

  @Override
  public String id() {
    return "kaviarnia-lastauka";
  }

  @Override
  public String name() {
    return "Кавярня «Ластаўка»";
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Europe/Minsk");
  }

  @Override
  public Locale locale() {
    return Locale.forLanguageTag("be");
  }

  @Override
  public Currency currency() {
    return Currency.getInstance("BYN");
  }

  @Override
  public List<Recipient> recipients() {
    return List.of(
        new Recipient("alesia@lastauka.example", Locale.forLanguageTag("be")),
        new Recipient("buhgalter@lastauka.example", Locale.forLanguageTag("ru")));
  }

  @Override
  public Map<String, String> targets() {
    return Map.of(
        "web.sessions", ">= 5500",
        "orders.revenue", ">= 30000",
        "web.bounce-rate", "<= 45 %");
  }

  @Override
  public List<Export> exports(YearMonth last) {
    List<Export> exports = new ArrayList<>();
    var till = new Till(SALES, "Belarus");
    List<YearMonth> months = DemoBusiness.months(last);
    for (YearMonth month : months) {
      exports.add(GoogleAnalytics.trafficAcquisition(SITE, month));
      exports.add(GoogleAnalytics.events(SITE, month, "table_booking"));
      // The report has its dates in the preamble only; days come from an exploration.
      exports.add(GoogleAnalytics.exploration(SITE, month));
      exports.add(SearchConsole.performance(SEARCH, month));
      exports.add(TIKTOK.overview(month));
      exports.add(till.receipts(month));
    }
    exports.add(TIKTOK.videos(months));
    exports.add(MAILINGS.overview(months));
    return exports;
  }
}
