// What is said of the brand. A change of the query breaks the line; late finds change the past.

kpi('mentions.count') {
  title en: 'Mentions (without spam, own posts and reposts)', ru: 'Упоминания (без спама, своих публикаций и репостов)', be: 'Згадкі (без спаму, сваіх публікацый і рэпостаў)', fi: 'Maininnat (ilman roskaa, omia julkaisuja ja uudelleenjakoja)'
  about en: 'Different mentions of the brand published in the period. More of them is not better by itself.',
      ru: 'Разные упоминания бренда, опубликованные за период. Больше — само по себе не значит лучше.',
      be: 'Розныя згадкі брэнда, апублікаваныя за перыяд. Больш — само па сабе не значыць лепш.',
      fi: 'Jaksolla julkaistut brändin maininnat. Suurempi määrä ei sinänsä ole parempi.'
  unit count
  better neutral
  from mentions
  where is_spam == false && is_own_post == false && is_repost == false && is_competitor == false
  value { count() }
  otherwise {
    title en: 'Mentions (as the tool found them)', ru: 'Упоминания (как нашёл сервис)', be: 'Згадкі (як знайшоў сэрвіс)', fi: 'Maininnat (työkalun löytäminä)'
    from mentions
    value { count() }
  }
  by site, network, sentiment
  example 'only what others said of the brand; all finds would be 5',
      rows: [
        [mention_id: '1', is_spam: false, is_own_post: false, is_repost: false, is_competitor: false],
        [mention_id: '2', is_spam: true, is_own_post: false, is_repost: false, is_competitor: false],
        [mention_id: '3', is_spam: false, is_own_post: true, is_repost: false, is_competitor: false],
        [mention_id: '4', is_spam: false, is_own_post: false, is_repost: true, is_competitor: false],
        [mention_id: '5', is_spam: false, is_own_post: false, is_repost: false, is_competitor: true]
      ],
      expect: 1, not: 5
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('mentions.reposts') {
  title en: 'Reposts of mentions', ru: 'Репосты упоминаний', be: 'Рэпосты згадак', fi: 'Mainintojen uudelleenjaot'
  about en: 'Mentions of the period that only pass on another one.', ru: 'Упоминания за период, которые только передают чужое.', be: 'Згадкі за перыяд, якія толькі перадаюць чужую.', fi: 'Jakson maininnat, jotka vain jakavat toisen maininnan eteenpäin.'
  unit count
  better neutral
  from mentions
  where is_repost == true
  value { count() }
  by site, network
  example 'apart from mentions; together they would be 3', rows: [[mention_id: '1', is_repost: true], [mention_id: '2', is_repost: false], [mention_id: '3', is_repost: null]], expect: 1, not: 3
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('mentions.positive-share') {
  title en: 'Positive mentions (of all)', ru: 'Позитивные упоминания (от всех)', be: 'Пазітыўныя згадкі (ад усіх)', fi: 'Myönteiset maininnat (kaikista)'
  about en: 'Mentions that the tool takes for positive as a part of all mentions of the brand. Tools err: read it over many mentions.',
      ru: 'Упоминания, которые сервис считает позитивными, как часть всех упоминаний бренда. Сервисы ошибаются: смотреть стоит на большом числе упоминаний.',
      be: 'Згадкі, якія сэрвіс лічыць пазітыўнымі, як частка ўсіх згадак брэнда. Сэрвісы памыляюцца: глядзець варта на вялікай колькасці згадак.',
      fi: 'Maininnat, jotka työkalu tulkitsee myönteisiksi, osuutena kaikista brändin maininnoista. Työkalut erehtyvät: lue suuresta määrästä.'
  unit percent
  better higher
  from mentions
  where is_competitor == false || is_competitor == null
  value { count().where(sentiment == 'positive') / count() }
  by site, network
  example 'of all; without neutral ones it would be 0.75, with the competitor\'s 0.4',
      rows: [
        [mention_id: '1', sentiment: 'positive', is_competitor: false], [mention_id: '2', sentiment: 'positive', is_competitor: false], [mention_id: '3', sentiment: 'positive', is_competitor: null],
        [mention_id: '4', sentiment: 'negative', is_competitor: false], [mention_id: '5', sentiment: 'neutral', is_competitor: false], [mention_id: '6', sentiment: 'neutral', is_competitor: false],
        [mention_id: '7', sentiment: 'positive', is_competitor: true], [mention_id: '8', sentiment: 'negative', is_competitor: true], [mention_id: '9', sentiment: 'negative', is_competitor: true], [mention_id: '10', sentiment: 'negative', is_competitor: true]
      ],
      expect: 0.5, not: 0.75
  example 'no mention, no share', rows: [[mention_id: '7', sentiment: 'positive', is_competitor: true]], expect: notComputable
}

kpi('mentions.negative-share') {
  title en: 'Negative mentions (of all)', ru: 'Негативные упоминания (от всех)', be: 'Негатыўныя згадкі (ад усіх)', fi: 'Kielteiset maininnat (kaikista)'
  about en: 'Mentions that the tool takes for negative as a part of all mentions of the brand.',
      ru: 'Упоминания, которые сервис считает негативными, как часть всех упоминаний бренда.',
      be: 'Згадкі, якія сэрвіс лічыць негатыўнымі, як частка ўсіх згадак брэнда.',
      fi: 'Maininnat, jotka työkalu tulkitsee kielteisiksi, osuutena kaikista brändin maininnoista.'
  unit percent
  better lower
  from mentions
  where is_competitor == false || is_competitor == null
  value { count().where(sentiment == 'negative') / count() }
  by site, network
  example 'of all; without neutral ones it would be 0.5',
      rows: [
        [mention_id: '1', sentiment: 'positive', is_competitor: false], [mention_id: '2', sentiment: 'negative', is_competitor: false],
        [mention_id: '3', sentiment: 'neutral', is_competitor: false], [mention_id: '4', sentiment: null, is_competitor: false]
      ],
      expect: 0.25, not: 0.5
  example 'no mention, no share', rows: [[mention_id: '7', sentiment: 'positive', is_competitor: true]], expect: notComputable
}

kpi('mentions.net-sentiment') {
  title en: 'Net sentiment (neutral included)', ru: 'Индекс тональности (с нейтральными)', be: 'Індэкс танальнасці (з нейтральнымі)', fi: 'Sävyindeksi (neutraalit mukana)'
  about en: 'Positive less negative mentions by positive, negative and neutral ones.',
      ru: 'Позитивные упоминания минус негативные, делённые на позитивные, негативные и нейтральные.',
      be: 'Пазітыўныя згадкі мінус негатыўныя, падзеленыя на пазітыўныя, негатыўныя і нейтральныя.',
      fi: 'Myönteiset miinus kielteiset maininnat jaettuna myönteisillä, kielteisillä ja neutraaleilla.'
  unit percent
  better higher
  from mentions
  where sentiment in ['positive', 'negative', 'neutral'] && (is_competitor == false || is_competitor == null)
  value { (count().where(sentiment == 'positive') - count().where(sentiment == 'negative')) / count() }
  by site, network
  example 'neutral ones are in the whole; without them it would be 0.5',
      rows: [
        [mention_id: '1', sentiment: 'positive', is_competitor: false], [mention_id: '2', sentiment: 'positive', is_competitor: false], [mention_id: '3', sentiment: 'positive', is_competitor: false],
        [mention_id: '4', sentiment: 'negative', is_competitor: false], [mention_id: '5', sentiment: 'neutral', is_competitor: false], [mention_id: '6', sentiment: 'neutral', is_competitor: false],
        [mention_id: '7', sentiment: 'neutral', is_competitor: false], [mention_id: '8', sentiment: 'neutral', is_competitor: false]
      ],
      expect: 0.25, not: 0.5
  example 'no mention, no index', rows: [[mention_id: '7', sentiment: null, is_competitor: false]], expect: notComputable
}

kpi('mentions.net-sentiment-polar') {
  title en: 'Net sentiment (without neutral)', ru: 'Индекс тональности (без нейтральных)', be: 'Індэкс танальнасці (без нейтральных)', fi: 'Sävyindeksi (ilman neutraaleja)'
  about en: 'Positive less negative mentions by positive and negative ones.',
      ru: 'Позитивные упоминания минус негативные, делённые на те и другие.',
      be: 'Пазітыўныя згадкі мінус негатыўныя, падзеленыя на тыя і другія.',
      fi: 'Myönteiset miinus kielteiset maininnat jaettuna molemmilla.'
  unit percent
  better higher
  from mentions
  where sentiment in ['positive', 'negative'] && (is_competitor == false || is_competitor == null)
  value { (count().where(sentiment == 'positive') - count().where(sentiment == 'negative')) / count() }
  by site, network
  example 'neutral ones are outside; with them it would be 0.25',
      rows: [
        [mention_id: '1', sentiment: 'positive', is_competitor: false], [mention_id: '2', sentiment: 'positive', is_competitor: false], [mention_id: '3', sentiment: 'positive', is_competitor: false],
        [mention_id: '4', sentiment: 'negative', is_competitor: false], [mention_id: '5', sentiment: 'neutral', is_competitor: false], [mention_id: '6', sentiment: 'neutral', is_competitor: false],
        [mention_id: '7', sentiment: 'neutral', is_competitor: false], [mention_id: '8', sentiment: 'neutral', is_competitor: false]
      ],
      expect: 0.5, not: 0.25
  example 'only neutral ones, no index', rows: [[mention_id: '7', sentiment: 'neutral', is_competitor: false]], expect: notComputable
}

kpi('mentions.share-of-voice') {
  title en: 'Share of voice (of the brand and named competitors)', ru: 'Доля голоса (среди бренда и названных конкурентов)', be: 'Доля голасу (сярод брэнда і названых канкурэнтаў)', fi: 'Näkyvyysosuus (brändi ja nimetyt kilpailijat)'
  about en: 'Mentions of the brand as a part of the mentions of the brand and the competitors in the query. Another list of competitors is another line.',
      ru: 'Упоминания бренда как часть упоминаний бренда и конкурентов из запроса. Другой список конкурентов — другой ряд.',
      be: 'Згадкі брэнда як частка згадак брэнда і канкурэнтаў з запыту. Іншы спіс канкурэнтаў — іншы шэраг.',
      fi: 'Brändin maininnat osuutena brändin ja haussa nimettyjen kilpailijoiden maininnoista. Toinen kilpailijalista on toinen sarja.'
  unit percent
  better higher
  from mentions
  where is_competitor != null && is_spam == false && is_own_post == false
  value { count().where(is_competitor == false) / count() }
  by site, network
  example 'own posts are no voice; with them it would be 0.5',
      rows: [
        [mention_id: '1', is_competitor: false, is_spam: false, is_own_post: false], [mention_id: '2', is_competitor: false, is_spam: false, is_own_post: true],
        [mention_id: '3', is_competitor: false, is_spam: false, is_own_post: true], [mention_id: '4', is_competitor: true, is_spam: false, is_own_post: false],
        [mention_id: '5', is_competitor: true, is_spam: false, is_own_post: false], [mention_id: '6', is_competitor: true, is_spam: false, is_own_post: false]
      ],
      expect: 0.25, not: 0.5
  example 'nobody was mentioned, no share', rows: [[mention_id: '2', is_competitor: false, is_spam: false, is_own_post: true]], expect: notComputable
}
