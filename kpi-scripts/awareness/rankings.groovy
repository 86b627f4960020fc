// Positions of a fixed set of keywords, as a rank tracker saw them.

kpi('rankings.keywords') {
  title en: 'Tracked keywords', ru: 'Отслеживаемые ключевые слова', be: 'Ключавыя словы ў адсочванні', fi: 'Seuratut avainsanat'
  about en: 'Number of keywords at the last check of the period. Shares of two periods compare only while the set is the same.',
      ru: 'Число ключевых слов при последней проверке за период. Доли за два периода сравнимы, пока набор слов не меняется.',
      be: 'Колькасць ключавых слоў пры апошняй праверцы за перыяд. Долі за два перыяды параўнальныя, пакуль набор слоў не мяняецца.',
      fi: 'Avainsanojen määrä jakson viimeisessä tarkistuksessa. Kahden jakson osuudet ovat vertailukelpoisia, kun joukko pysyy samana.'
  unit count
  better neutral
  from rankings
  value { countOnLastDay() }
  by engine, device, group_name
  example 'the last check counts, not the sum of checks',
      rows: [
        [day: '2026-10-05', keyword: 'tent', position: 3],
        [day: '2026-10-05', keyword: 'boots', position: 8],
        [day: '2026-10-26', keyword: 'tent', position: 4]
      ],
      expect: 1
  example 'without a check there is no number', rows: [], expect: noData
}

kpi('rankings.top-3-share') {
  title en: 'Tracked keywords in the top 3', ru: 'Отслеживаемые ключевые слова в топ-3', be: 'Ключавыя словы з адсочвання ў топ-3', fi: 'Seuratut avainsanat kolmen parhaan joukossa'
  about en: 'Share of the tracked keywords at position 3 or better at the last check of the period.',
      ru: 'Доля отслеживаемых ключевых слов не ниже третьей позиции при последней проверке за период.',
      be: 'Доля ключавых слоў не ніжэй за трэцюю пазіцыю пры апошняй праверцы за перыяд.',
      fi: 'Osuus seuratuista avainsanoista, jotka olivat jakson viimeisessä tarkistuksessa sijalla 3 tai paremmalla.'
  unit percent
  better higher
  from rankings
  value { countOnLastDay().where(position <= 3) / countOnLastDay() }
  by engine, device, group_name
  example 'a keyword that is not found counts in the whole',
      rows: [[keyword: 'tent', position: 3], [keyword: 'boots', position: 4], [keyword: 'map', position: null], [keyword: 'stove', position: 1]],
      expect: 0.5
  example 'without a check there is no share', rows: [], expect: noData
}

kpi('rankings.top-10-share') {
  title en: 'Tracked keywords in the top 10', ru: 'Отслеживаемые ключевые слова в топ-10', be: 'Ключавыя словы з адсочвання ў топ-10', fi: 'Seuratut avainsanat kymmenen parhaan joukossa'
  about en: 'Share of the tracked keywords at position 10 or better at the last check of the period.',
      ru: 'Доля отслеживаемых ключевых слов не ниже десятой позиции при последней проверке за период.',
      be: 'Доля ключавых слоў не ніжэй за дзясятую пазіцыю пры апошняй праверцы за перыяд.',
      fi: 'Osuus seuratuista avainsanoista, jotka olivat jakson viimeisessä tarkistuksessa sijalla 10 tai paremmalla.'
  unit percent
  better higher
  from rankings
  value { countOnLastDay().where(position <= 10) / countOnLastDay() }
  by engine, device, group_name
  example 'position 10 is in, position 11 is out',
      rows: [[keyword: 'tent', position: 10], [keyword: 'boots', position: 11], [keyword: 'map', position: null], [keyword: 'stove', position: 1]],
      expect: 0.5
  example 'without a check there is no share', rows: [], expect: noData
}

kpi('rankings.top-30-share') {
  title en: 'Tracked keywords in the top 30', ru: 'Отслеживаемые ключевые слова в топ-30', be: 'Ключавыя словы з адсочвання ў топ-30', fi: 'Seuratut avainsanat kolmenkymmenen parhaan joukossa'
  about en: 'Share of the tracked keywords at position 30 or better at the last check of the period.',
      ru: 'Доля отслеживаемых ключевых слов не ниже тридцатой позиции при последней проверке за период.',
      be: 'Доля ключавых слоў не ніжэй за трыццатую пазіцыю пры апошняй праверцы за перыяд.',
      fi: 'Osuus seuratuista avainsanoista, jotka olivat jakson viimeisessä tarkistuksessa sijalla 30 tai paremmalla.'
  unit percent
  better higher
  from rankings
  value { countOnLastDay().where(position <= 30) / countOnLastDay() }
  by engine, device, group_name
  example 'a keyword that is not found counts in the whole; without it the share would be 0.6666666667',
      rows: [[keyword: 'tent', position: 30], [keyword: 'boots', position: 31], [keyword: 'map', position: null], [keyword: 'stove', position: 1]],
      expect: 0.5
  example 'without a check there is no share', rows: [], expect: noData
}

kpi('rankings.ranked-share') {
  title en: 'Tracked keywords that rank', ru: 'Отслеживаемые ключевые слова, найденные в поиске', be: 'Ключавыя словы з адсочвання, знойдзеныя ў пошуку', fi: 'Hakutuloksissa näkyvät seuratut avainsanat'
  about en: 'Share of the tracked keywords that were found within the depth of the last check of the period. It says how much of the set an average position is about.',
      ru: 'Доля отслеживаемых ключевых слов, найденных в пределах глубины последней проверки за период. Показывает, о какой части набора говорит средняя позиция.',
      be: 'Доля ключавых слоў, знойдзеных у межах глыбіні апошняй праверкі за перыяд. Паказвае, пра якую частку набору гаворыць сярэдняя пазіцыя.',
      fi: 'Osuus seuratuista avainsanoista, jotka löytyivät jakson viimeisessä tarkistuksessa tarkistussyvyyden sisältä. Se kertoo, kuinka suurta osaa joukosta keskisijoitus koskee.'
  unit percent
  better higher
  from rankings
  value { countOnLastDay().where(position != null) / countOnLastDay() }
  by engine, device, group_name
  example 'of the whole set; dropping the keyword that was not found would give 1',
      rows: [[keyword: 'tent', position: 3], [keyword: 'boots', position: 99], [keyword: 'map', position: null], [keyword: 'stove', position: 1]],
      expect: 0.75
  example 'without a check there is no share', rows: [], expect: noData
}
