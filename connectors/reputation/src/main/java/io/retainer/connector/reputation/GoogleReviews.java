package io.retainer.connector.reputation;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.ListConnector;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reviews of a place on Google: what Takeout packs, and tables of the interface for programs. */
public final class GoogleReviews extends ListConnector {

  private static final String ID = "google-reviews";
  private static final String RESOURCE = "google-reviews-headings.txt";
  private static final List<String> SIGNATURE = List.of("review_id", "stars", "published_at");
  private static final Headings HEADINGS = Headings.load(GoogleReviews.class, RESOURCE);
  private static final Headings OF_MAPS =
      Headings.load(GoogleReviews.class, "google-maps-headings.txt");
  private static final List<String> CELLS =
      List.of("name", "starRating", "createTime", "reviewReply.updateTime", "location");
  private static final Pattern LOCATION = Pattern.compile("locations/([^/]+)/");

  public GoogleReviews() {
    super(ID, RESOURCE, List.of(SIGNATURE));
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(ID, "Google reviews")
        .about("Reviews of places with their stars and when they were answered.")
        .export(
            "Takeout",
            "At takeout.google.com choose Google Business Profile, and upload the file"
                + " reviews.json or the whole archive.")
        .layout(
            "reviews.json of Takeout and of Google's interface for programs", Evidence.DOCUMENTED)
        .layout("Tables of reviews on Google Maps that Outscraper writes", Evidence.REPORTED)
        .layout("Reviews of the interface for programs as a table", Evidence.REMEMBERED)
        .fills(Datasets.REVIEWS, "each review")
        .languages(Evidence.DOCUMENTED, "en")
        .note("Names and texts of reviewers are not kept.")
        .build();
  }

  @Override
  protected String layout(Table reviews) {
    return "table of reviews";
  }

  @Override
  protected String expected() {
    return "There are no reviews with a starRating and a createTime, as Google writes them.";
  }

  @Override
  protected Optional<Recognition> otherLayout(Sheet sheet) throws IOException {
    return Table.find(sheet, OF_MAPS, SIGNATURE)
        .map(found -> Recognition.as("table of reviews on Google Maps"));
  }

  @Override
  protected void readOther(Sheet sheet, ReadSettings settings, FactSink sink) throws IOException {
    Optional<Table> reviews = Table.find(sheet, OF_MAPS, SIGNATURE);
    if (reviews.isPresent()) {
      new ReviewTable(
              reviews.get(), "google", ID, Optional.of(DateOrder.MONTH_FIRST), settings, sink)
          .read();
    }
  }

  @Override
  protected void read(Table list, ReadSettings settings, FactSink sink) throws IOException {
    new ReviewTable(list, "google", ID, Optional.empty(), settings, sink).read();
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    JsonValue review = json.head().at("reviews").at(0);
    return review.has("starRating") && review.has("createTime")
        ? Recognition.as("reviews as JSON")
        : Recognition.refused(expected());
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    Sheet reviews = json.sheet(CELLS, GoogleReviews::cells, "reviews");
    Optional<Table> table = Table.find(reviews, HEADINGS, SIGNATURE);
    if (table.isPresent()) {
      read(table.get(), settings, sink);
    }
  }

  private static List<String> cells(JsonValue review) {
    String name = review.at("name").text();
    String id = name.isEmpty() ? review.at("reviewId").text() : name;
    Matcher location = LOCATION.matcher(name);
    return List.of(
        id,
        review.at("starRating").text(),
        review.at("createTime").text(),
        review.at("reviewReply", "updateTime").text(),
        location.find() ? location.group(1) : "");
  }
}
