// Reviews. Stars are on a scale of five, whatever scale the site has.

kpi('reviews.new') {
  title en: 'New reviews', ru: 'Новые отзывы', be: 'Новыя водгукі', fi: 'Uudet arvostelut'
  about en: 'Reviews published in the period.', ru: 'Отзывы, опубликованные за период.', be: 'Водгукі, апублікаваныя за перыяд.', fi: 'Jaksolla julkaistut arvostelut.'
  unit count
  better higher
  from reviews
  value { count() }
  by site, location
  example 'of the period; all there are would be 250', rows: [[review_id: '1'], [review_id: '2'], [day: '2026-09-30', review_id: '3']], local_profile: [[ratings_total: 250]], expect: 2, not: 250
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('reviews.rating-new') {
  title en: 'Average rating (reviews of the period)', ru: 'Средняя оценка (отзывы за период)', be: 'Сярэдняя адзнака (водгукі за перыяд)', fi: 'Keskiarvosana (jakson arvostelut)'
  about en: 'Stars of the reviews published in the period by the number of those that gave stars, on a scale of five.',
      ru: 'Сумма звёзд в отзывах за период, делённая на число отзывов с оценкой, по пятибалльной шкале.',
      be: 'Сума зорак у водгуках за перыяд, падзеленая на колькасць водгукаў з адзнакай, па пяцібальнай шкале.',
      fi: 'Jakson arvostelujen tähdet jaettuna tähtiä antaneiden arvostelujen määrällä, asteikko viisi.'
  unit score
  better higher
  from reviews
  value { avg(stars) }
  by site, location
  example 'of all reviews; the mean of the two sites would be 3, and with the one without stars it would be 3.2',
      rows: [
        [review_id: '1', site: 'a', stars: 5], [review_id: '2', site: 'a', stars: 5], [review_id: '3', site: 'a', stars: 5],
        [review_id: '4', site: 'b', stars: 1], [review_id: '5', site: 'b', stars: null]
      ],
      expect: 4, not: 3
  example 'ratings of all time are not those of the month, which would be 4.5',
      rows: [[review_id: '1', stars: 2]], local_profile: [[ratings_total: 100, stars_total: 450]], expect: 2, not: 4.5
  example 'no stars, no rating', rows: [[review_id: '5', stars: null]], expect: noData
}

kpi('reviews.rating-total') {
  title en: 'Average rating (all time, at the end of the period)', ru: 'Средняя оценка (за всё время, на конец периода)', be: 'Сярэдняя адзнака (за ўвесь час, на канец перыяду)', fi: 'Keskiarvosana (kaikki arvostelut, jakson lopussa)'
  about en: 'All stars by all ratings up to the last day of the period that has a count, over all profiles. It moves slowly.',
      ru: 'Все звёзды, делённые на все оценки к последнему дню периода с данными, по всем карточкам. Меняется медленно.',
      be: 'Усе зоркі, падзеленыя на ўсе адзнакі да апошняга дня перыяду са звесткамі, па ўсіх картках. Мяняецца павольна.',
      fi: 'Kaikki tähdet jaettuna kaikilla arvosanoilla jakson viimeisenä päivänä, jolta on tieto, kaikista profiileista. Muuttuu hitaasti.'
  unit score
  better higher
  from local_profile
  value { last(stars_total) / last(ratings_total) }
  by site, location
  example 'of all ratings; the mean of the two platforms would be 3.75',
      rows: [
        [day: '2026-10-31', account: 'maps', ratings_total: 300, stars_total: 1350],
        [day: '2026-10-31', account: 'other', ratings_total: 100, stars_total: 300]
      ],
      expect: 4.125, not: 3.75
  example 'no ratings, no average', rows: [[ratings_total: 0, stars_total: 0]], expect: notComputable
}

kpi('reviews.response-rate') {
  title en: 'Answered reviews (of those of the period)', ru: 'Отзывы с ответом (от отзывов за период)', be: 'Водгукі з адказам (ад водгукаў за перыяд)', fi: 'Vastatut arvostelut (jakson arvosteluista)'
  about en: 'Reviews published in the period that have an answer by now as a part of all published in it.',
      ru: 'Отзывы за период, на которые уже ответили, как часть всех отзывов за период.',
      be: 'Водгукі за перыяд, на якія ўжо адказалі, як частка ўсіх водгукаў за перыяд.',
      fi: 'Jaksolla julkaistut arvostelut, joihin on nyt vastattu, osuutena kaikista jaksolla julkaistuista.'
  unit percent
  better higher
  from reviews
  value { count().where(replied_at != null) / count() }
  by site, location
  example 'of reviews of the period; answers given in it by reviews of it would be 1.5',
      rows: [
        [day: '2026-09-20', review_id: '1', replied_at: '2026-10-01'], [day: '2026-09-21', review_id: '2', replied_at: '2026-10-01'],
        [day: '2026-10-05', review_id: '3', replied_at: '2026-10-06'], [day: '2026-10-08', review_id: '4', replied_at: null]
      ],
      expect: 0.5, not: 1.5
  example 'no review, no rate', rows: [[day: '2026-09-20', review_id: '1', replied_at: '2026-10-01']], expect: notComputable
}

kpi('reviews.response-time') {
  title en: 'Time to answer a review (median, calendar hours)', ru: 'Время ответа на отзыв (медиана, календарные часы)', be: 'Час адказу на водгук (медыяна, каляндарныя гадзіны)', fi: 'Arvosteluun vastaamisen aika (mediaani, kalenteritunnit)'
  about en: 'Median number of hours from publication to the answer of the reviews of the period that have one.',
      ru: 'Медиана числа часов от публикации до ответа у отзывов за период, на которые ответили.',
      be: 'Медыяна колькасці гадзін ад публікацыі да адказу ў водгукаў за перыяд, на якія адказалі.',
      fi: 'Mediaani tunneista julkaisusta vastaukseen niissä jakson arvosteluissa, joihin on vastattu.'
  unit hours
  better lower
  from reviews
  value { median(hours(published_at, replied_at)) }
  by site, location
  example 'the middle one; the mean would be 35',
      rows: [
        [published_at: '2026-10-01T10:00', replied_at: '2026-10-01T11:00'], [published_at: '2026-10-01T10:00', replied_at: '2026-10-01T14:00'],
        [published_at: '2026-10-01T10:00', replied_at: '2026-10-05T14:00'], [published_at: '2026-10-01T10:00', replied_at: null]
      ],
      expect: 4, not: 35
  example 'no answer, no time', rows: [[published_at: '2026-10-01T10:00', replied_at: null]], expect: notComputable
}
