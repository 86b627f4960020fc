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
  example 'the last check counts; the sum of the checks would be 3',
      rows: [
        [day: '2026-10-05', keyword: 'tent', position: 3],
        [day: '2026-10-05', keyword: 'boots', position: 8],
        [day: '2026-10-26', keyword: 'tent', position: 4]
      ],
      expect: 1, not: 3
  example 'an engine that was checked a day earlier counts too; the last day alone would have 1',
      rows: [
        [day: '2026-10-19', engine: 'google', keyword: 'tent', position: 3],
        [day: '2026-10-19', engine: 'google', keyword: 'boots', position: 8],
        [day: '2026-10-20', engine: 'bing', keyword: 'tent', position: 4]
      ],
      expect: 3, not: 1
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
  example 'a keyword that is not found counts in the whole; without it the share would be 0.6666666667',
      rows: [[keyword: 'tent', position: 3], [keyword: 'boots', position: 4], [keyword: 'map', position: null], [keyword: 'stove', position: 1]],
      expect: 0.5, not: 0.6666666667
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
  example 'position 10 is in, position 11 is out; without the keyword not found the share would be 0.6666666667',
      rows: [[keyword: 'tent', position: 10], [keyword: 'boots', position: 11], [keyword: 'map', position: null], [keyword: 'stove', position: 1]],
      expect: 0.5, not: 0.6666666667
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
      expect: 0.5, not: 0.6666666667
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
      expect: 0.75, not: 1
  example 'without a check there is no share', rows: [], expect: noData
}

kpi('rankings.serp-position') {
  title en: 'Average position of tracked keywords (fixed set)', ru: 'Средняя позиция отслеживаемых слов (постоянный набор)', be: 'Сярэдняя пазіцыя слоў у адсочванні (пастаянны набор)', fi: 'Seurattujen avainsanojen keskisijoitus (kiinteä joukko)'
  about en: 'Mean position of all tracked keywords at the last check of the period. A keyword that was not found counts with an agreed last position (usually 101), so the mean does not improve when a keyword drops out. It compares only while the set of keywords is the same.',
      ru: 'Средняя позиция всех отслеживаемых слов при последней проверке за период. Ненайденное слово учитывается с условленной последней позицией (обычно 101), поэтому среднее не улучшается, когда слово выпадает. Сравнивать можно, пока набор слов не меняется.',
      be: 'Сярэдняя пазіцыя ўсіх слоў у адсочванні пры апошняй праверцы за перыяд. Незнойдзенае слова ўлічваецца з умоўленай апошняй пазіцыяй (звычайна 101), таму сярэдняе не паляпшаецца, калі слова выпадае. Параўноўваць можна, пакуль набор слоў не мяняецца.',
      fi: 'Kaikkien seurattujen avainsanojen keskisijoitus jakson viimeisessä tarkistuksessa. Löytymättä jäänyt avainsana lasketaan sovitulle viimeiselle sijalle (yleensä 101), joten keskiarvo ei parane, kun avainsana putoaa pois. Luvut ovat vertailukelpoisia, kun joukko pysyy samana.'
  unit position
  better lower
  param notRankedAs: 101
  from rankings
  value { sumOnLastDay(ifMissing(position, notRankedAs)) / countOnLastDay() }
  by engine, device, group_name
  example 'not found is 101; without that keyword the mean would be 3, and over both checks 20.3333333333',
      rows: [
        [day: '2026-10-05', keyword: 'tent', position: 2], [day: '2026-10-05', keyword: 'boots', position: 6], [day: '2026-10-05', keyword: 'map', position: 7],
        [day: '2026-10-26', keyword: 'tent', position: 2], [day: '2026-10-26', keyword: 'boots', position: 4], [day: '2026-10-26', keyword: 'map', position: null]
      ],
      expect: 35.6666666667, not: [3, 20.3333333333]
  example 'a client may count keywords that were not found as 31',
      with: [notRankedAs: 31], rows: [[keyword: 'tent', position: 1], [keyword: 'map', position: null]], expect: 16
  example 'without a check there is no position', rows: [], expect: noData
}

kpi('rankings.serp-position-of-set') {
  title en: 'Average position (keyword set agreed on)', ru: 'Средняя позиция (согласованный набор слов)', be: 'Сярэдняя пазіцыя (узгоднены набор слоў)', fi: 'Keskisijoitus (sovittu avainsanajoukko)'
  about en: 'Mean position, at the last check of the period, of the keywords that were agreed on with the client, whatever else is tracked. A keyword that was not found counts with an agreed last position (usually 101).',
      ru: 'Средняя позиция слов из согласованного с клиентом набора при последней проверке за период, что бы ещё ни отслеживалось. Ненайденное слово учитывается с условленной последней позицией (обычно 101).',
      be: 'Сярэдняя пазіцыя слоў з узгодненага з кліентам набору пры апошняй праверцы за перыяд, што б яшчэ ні адсочвалася. Незнойдзенае слова ўлічваецца з умоўленай апошняй пазіцыяй (звычайна 101).',
      fi: 'Asiakkaan kanssa sovittujen avainsanojen keskisijoitus jakson viimeisessä tarkistuksessa, seurattiinpa muita sanoja tai ei. Löytymättä jäänyt avainsana lasketaan sovitulle viimeiselle sijalle (yleensä 101).'
  unit position
  better lower
  param keywordSet: [], notRankedAs: 101
  from rankings
  where keyword in keywordSet
  value { sumOnLastDay(ifMissing(position, notRankedAs)) / countOnLastDay() }
  by engine, device
  example 'a word that is tracked besides changes nothing; with it the mean would be 34.6666666667, without the one not found 2',
      with: [keywordSet: ['tent', 'map']],
      rows: [[keyword: 'tent', position: 2], [keyword: 'map', position: null], [keyword: 'boots', position: 1]],
      expect: 51.5, not: [34.6666666667, 2]
  example 'until a set is agreed on there is no position', rows: [[keyword: 'tent', position: 2]], expect: notComputable
}

kpi('rankings.ranked-share-of-set') {
  title en: 'Keywords that rank (keyword set agreed on)', ru: 'Найденные в поиске слова (согласованный набор)', be: 'Знойдзеныя ў пошуку словы (узгоднены набор)', fi: 'Hakutuloksissa näkyvät avainsanat (sovittu joukko)'
  about en: 'Share of the checked keywords of the set agreed on with the client that were found at the last check of the period. It says how much of the set its average position is about.',
      ru: 'Доля проверенных слов согласованного с клиентом набора, найденных при последней проверке за период. Показывает, о какой части набора говорит его средняя позиция.',
      be: 'Доля правераных слоў узгодненага з кліентам набору, знойдзеных пры апошняй праверцы за перыяд. Паказвае, пра якую частку набору гаворыць яго сярэдняя пазіцыя.',
      fi: 'Osuus asiakkaan kanssa sovitun joukon tarkistetuista avainsanoista, jotka löytyivät jakson viimeisessä tarkistuksessa. Se kertoo, kuinka suurta osaa joukosta sen keskisijoitus koskee.'
  unit percent
  better higher
  param keywordSet: []
  from rankings
  where keyword in keywordSet
  value { countOnLastDay().where(position != null) / countOnLastDay() }
  by engine, device
  example 'of the set; with the word that is tracked besides it would be 0.6666666667', with: [keywordSet: ['tent', 'map']],
      rows: [[keyword: 'tent', position: 2], [keyword: 'map', position: null], [keyword: 'boots', position: 1]],
      expect: 0.5, not: 0.6666666667
  example 'until a set is agreed on there is no share', rows: [[keyword: 'tent', position: 2]], expect: notComputable
}

kpi('rankings.visibility') {
  title en: 'Search visibility (linear to position 30, by volume)', ru: 'Видимость в поиске (линейно до 30-й позиции, по частотности)', be: 'Бачнасць у пошуку (лінейна да 30-й пазіцыі, па частаце запытаў)', fi: 'Näkyvyys haussa (lineaarinen sijalle 30, hakumäärillä painotettu)'
  about en: 'Each tracked keyword of the last check of the period gives 30 points at position 1, one point less for each position, none from 31 on, weighted by its search volume; as a part of all points there are. Tools draw other curves, so figures of two tools cannot be compared.',
      ru: 'Каждое отслеживаемое слово при последней проверке за период даёт 30 баллов на первой позиции, на балл меньше за каждую следующую и ноль с 31-й, с весом по частотности запроса; доля от всех возможных баллов. У сервисов разные кривые, поэтому данные двух сервисов несопоставимы.',
      be: 'Кожнае слова ў адсочванні пры апошняй праверцы за перыяд дае 30 балаў на першай пазіцыі, на бал менш за кожную наступную і нуль з 31-й, з вагой па частаце запыту; доля ад усіх магчымых балаў. У сэрвісаў розныя крывыя, таму звесткі двух сэрвісаў непараўнальныя.',
      fi: 'Jokainen seurattu avainsana antaa jakson viimeisessä tarkistuksessa sijalla 1 kolmekymmentä pistettä, jokaisella seuraavalla sijalla pisteen vähemmän ja sijasta 31 alkaen ei mitään, hakumäärällä painotettuna; osuus kaikista mahdollisista pisteistä. Työkaluilla on eri käyrät, joten kahden työkalun lukuja ei voi verrata.'
  unit percent
  better higher
  from rankings
  value { sumOnLastDay(search_volume * (31 - position) / 30).where(position <= 30) / sumOnLastDay(search_volume) }
  by engine, device, group_name
  example 'three engines, positions 2, 11 and beyond 30: 49 of 90 points; without the engine that did not find it, it would be 0.8166666667',
      rows: [
        [engine: 'google', keyword: 'tent', position: 2, search_volume: 100], [engine: 'yandex', keyword: 'tent', position: 11, search_volume: 100],
        [engine: 'bing', keyword: 'tent', position: null, search_volume: 100]
      ],
      expect: 0.5444444444, not: 0.8166666667
  example 'positions 1, 10 and 32: 51 of 90 points',
      rows: [[keyword: 'tent', position: 1, search_volume: 10], [keyword: 'boots', position: 10, search_volume: 10], [keyword: 'map', position: 32, search_volume: 10]],
      expect: 0.5666666667
  example 'by search volume; each keyword alike it would be 0.5',
      rows: [[keyword: 'tent', position: 1, search_volume: 900], [keyword: 'map', position: 31, search_volume: 100]], expect: 0.9, not: 0.5
  example 'without a search volume there is no visibility', rows: [[keyword: 'tent', position: 1, search_volume: 0]], expect: notComputable
}
