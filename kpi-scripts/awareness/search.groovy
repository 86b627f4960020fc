// What the search engine itself counted: Search Console and its like.

kpi('search.clicks') {
  title en: 'Search clicks', ru: 'Клики из поиска', be: 'Клікі з пошуку', fi: 'Klikkaukset hausta'
  about en: 'Clicks on the site in search results, as the search engine counted them. They are not sessions.',
      ru: 'Клики по сайту в результатах поиска по данным поисковой системы. Это не сеансы.',
      be: 'Клікі па сайце ў выніках пошуку паводле звестак пошукавай сістэмы. Гэта не сеансы.',
      fi: 'Sivuston klikkaukset hakutuloksissa hakukoneen laskemina. Ne eivät ole istuntoja.'
  unit count
  better higher
  from search_queries
  value { sum(clicks) }
  by query, page, country, device
  example 'clicks add up', rows: [[clicks: 10], [clicks: 5]], expect: 15
  example 'nothing imported is not zero', rows: [], expect: noData
  example 'clicks are not sessions, which would be 11',
      rows: [[clicks: 10], [clicks: 5]], web_traffic: [[channel: 'Organic Search', sessions: 11]], expect: 15, not: 11
}

kpi('search.impressions') {
  title en: 'Search impressions', ru: 'Показы в поиске', be: 'Паказы ў пошуку', fi: 'Näyttökerrat haussa'
  about en: 'How often the site stood in search results that were shown.',
      ru: 'Сколько раз сайт был показан в результатах поиска.',
      be: 'Колькі разоў сайт быў паказаны ў выніках пошуку.',
      fi: 'Kuinka usein sivusto oli näytetyissä hakutuloksissa.'
  unit count
  better higher
  from search_queries
  value { sum(impressions) }
  by query, page, country, device
  example 'impressions add up', rows: [[impressions: 900], [impressions: 100]], expect: 1000
  example 'both pages of a query count; its best one alone would give 1000',
      rows: [[query: 'tent', page: '/', impressions: 1000], [query: 'tent', page: '/tents', impressions: 400]], expect: 1400, not: 1000
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('search.ctr') {
  title en: 'CTR in search', ru: 'CTR в поиске', be: 'CTR у пошуку', fi: 'Klikkausprosentti haussa'
  about en: 'Clicks per impression in search results: sum of clicks by sum of impressions, never a mean of rates.',
      ru: 'Доля показов в поиске, завершившихся кликом: сумма кликов, делённая на сумму показов, а не среднее из долей.',
      be: 'Доля паказаў у пошуку, якія скончыліся клікам: сума клікаў, падзеленая на суму паказаў, а не сярэдняе з доляў.',
      fi: 'Klikkaukset näyttökertaa kohti: klikkausten summa jaettuna näyttökertojen summalla, ei osuuksien keskiarvo.'
  unit percent
  better higher
  from search_queries
  value { sum(clicks) / sum(impressions) }
  by query, page, country, device
  example 'ratio of sums; the mean of the two rates would be 0.55',
      rows: [[clicks: 9, impressions: 9], [clicks: 1, impressions: 100]], expect: 0.0917431193, not: 0.55
  example 'without impressions there is no rate',
      rows: [[clicks: 0, impressions: 0]], expect: notComputable
}

kpi('search.serp-position') {
  title en: 'Average position in search (by impressions)', ru: 'Средняя позиция в поиске (по показам)', be: 'Сярэдняя пазіцыя ў пошуку (па паказах)', fi: 'Keskisijoitus haussa (näyttökerroilla painotettu)'
  about en: 'Position in search results, weighted by impressions. Only queries with an impression count.',
      ru: 'Позиция в результатах поиска, взвешенная по показам. Учитываются только запросы с показами.',
      be: 'Пазіцыя ў выніках пошуку, узважаная па паказах. Улічваюцца толькі запыты з паказамі.',
      fi: 'Sijoitus hakutuloksissa näyttökerroilla painotettuna. Mukana ovat vain haut, joilla on näyttökertoja.'
  unit position
  better lower
  from search_queries
  value { weightedMean(position) }
  by query, page, country, device
  example 'weighted by impressions; the plain mean would be 45.4',
      rows: [[position: 35.7, impressions: 207001], [position: 55.1, impressions: 735462]],
      expect: 50.8390163858, not: 45.4
  example 'without impressions there is no position',
      rows: [[position: 0, impressions: 0]], expect: notComputable
}

kpi('search.top-10-share') {
  title en: 'Queries in the top 10', ru: 'Запросы в топ-10', be: 'Запыты ў топ-10', fi: 'Haut kymmenen parhaan joukossa'
  about en: 'Share of the search queries with impressions whose average position is 10 or better.',
      ru: 'Доля поисковых запросов с показами, у которых средняя позиция не ниже десятой.',
      be: 'Доля пошукавых запытаў з паказамі, у якіх сярэдняя пазіцыя не ніжэй за дзясятую.',
      fi: 'Osuus näyttökertoja saaneista hauista, joiden keskisijoitus on 10 tai parempi.'
  unit percent
  better higher
  from search_queries
  per(query) { place = weightedMean(position) }
  value { count().where(place <= 10) / count() }
  otherwise {
    title en: 'Tracked keywords in the top 10', ru: 'Отслеживаемые ключевые слова в топ-10', be: 'Ключавыя словы з адсочвання ў топ-10', fi: 'Seuratut avainsanat kymmenen parhaan joukossa'
    about en: 'Share of the tracked keywords that stood at position 10 or better at the last check of the period. Keywords not found count as not there.',
        ru: 'Доля отслеживаемых ключевых слов, которые при последней проверке за период были не ниже десятой позиции. Ненайденные слова считаются не попавшими в топ.',
        be: 'Доля ключавых слоў, якія пры апошняй праверцы за перыяд былі не ніжэй за дзясятую пазіцыю. Незнойдзеныя словы лічацца такімі, што не трапілі ў топ.',
        fi: 'Osuus seuratuista avainsanoista, jotka olivat jakson viimeisessä tarkistuksessa sijalla 10 tai paremmalla. Löytymättömät lasketaan joukon ulkopuolelle.'
    from rankings
    value { countOnLastDay().where(position <= 10) / countOnLastDay() }
  }
  example 'a query counts once, however many rows it has; of rows it would be 0.4',
      rows: [
        [query: 'tent', position: 4, impressions: 100],
        [query: 'tent', position: 30, impressions: 10],
        [query: 'boots', position: 12, impressions: 50],
        [query: 'stove', position: 10, impressions: 1],
        [query: 'map', position: 60, impressions: 5]
      ],
      expect: 0.5, not: 0.4
  example 'without the search engine, the rank tracker at its last check',
      rows: [],
      rankings: [
        [day: '2026-10-01', keyword: 'tent', position: 3],
        [day: '2026-10-01', keyword: 'boots', position: 2],
        [day: '2026-10-26', keyword: 'tent', position: 10],
        [day: '2026-10-26', keyword: 'boots', position: 11],
        [day: '2026-10-26', keyword: 'stove', position: null],
        [day: '2026-10-26', keyword: 'map', position: 55]
      ],
      expect: 0.25
  example 'without either there is no share', rows: [], expect: noData
}

kpi('search.branded-share') {
  title en: 'Branded queries (share of clicks of named queries)', ru: 'Брендовые запросы (доля кликов по известным запросам)', be: 'Брэндавыя запыты (доля клікаў па вядомых запытах)', fi: 'Brändihaut (osuus nimettyjen hakujen klikkauksista)'
  about en: 'Clicks of search queries with one of the brand words of the client as a part of the clicks of all queries that the search engine names. Anonymised queries are in neither number.',
      ru: 'Клики по запросам с одним из брендовых слов клиента как часть кликов по всем запросам, которые поисковая система называет. Анонимизированные запросы не входят ни в одно из чисел.',
      be: 'Клікі па запытах з адным з брэндавых слоў кліента як частка клікаў па ўсіх запытах, якія пошукавая сістэма называе. Ананімізаваныя запыты не ўваходзяць ні ў адзін з лікаў.',
      fi: 'Klikkaukset hauista, joissa on jokin asiakkaan brändisanoista, osuutena kaikkien hakukoneen nimeämien hakujen klikkauksista. Anonymisoidut haut eivät ole kummassakaan luvussa.'
  unit percent
  better neutral
  param brandTerms: []
  from search_queries
  where query != null && (is_anonymised == false || is_anonymised == null)
  value { sum(clicks).where(query.contains(brandTerms)) / sum(clicks) }
  by page, country, device
  example 'of named queries; with the anonymised ones as not branded it would be 0.3',
      with: [brandTerms: ['nordic', 'nrd']],
      rows: [
        [query: 'Nordic tents', clicks: 20, is_anonymised: false], [query: 'nrd shop', clicks: 10, is_anonymised: false],
        [query: 'tent', clicks: 30, is_anonymised: false], [query: null, clicks: 40, is_anonymised: true]
      ],
      expect: 0.5, not: 0.3
  example 'an export without anonymised queries, and without the column', with: [brandTerms: ['nordic']],
      rows: [[query: 'nordic tents', clicks: 20], [query: 'tent', clicks: 60]], expect: 0.25
  example 'without brand terms nobody can tell', rows: [[query: 'tent', clicks: 30, is_anonymised: false]], expect: notComputable
}
