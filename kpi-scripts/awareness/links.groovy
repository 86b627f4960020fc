// Links between sites, as link indexes and crawls know them. Each index finds other links: figures of two
// indexes are no trend.

kpi('links.inbound-links') {
  title en: 'Links from other sites', ru: 'Внешние ссылки на сайт', be: 'Знешнія спасылкі на сайт', fi: 'Linkit muilta sivustoilta'
  about en: 'Live links to the site that the index knew at its last count of the period. Every index finds other links, so two indexes cannot be compared.',
      ru: 'Действующие ссылки на сайт, известные базе на последнюю дату за период. Базы находят разные ссылки, поэтому данные двух баз несопоставимы.',
      be: 'Дзейныя спасылкі на сайт, вядомыя базе на апошнюю дату за перыяд. Базы знаходзяць розныя спасылкі, таму звесткі дзвюх баз непараўнальныя.',
      fi: 'Sivustolle johtavat toimivat linkit, jotka hakemisto tunsi jakson viimeisessä laskennassa. Hakemistot löytävät eri linkkejä, joten kahden hakemiston lukuja ei voi verrata.'
  unit count
  better higher
  from backlink_summary
  value { last(backlinks) }
  otherwise {
    from backlinks
    value { countOnLastDay().where(is_lost == false || is_lost == null) }
  }
  otherwise {
    from backlinks
    value { countOnLastDay() }
  }
  by provider
  example 'the last count; the sum of the counts would be 2010',
      rows: [[day: '2026-10-05', backlinks: 1000], [day: '2026-10-26', backlinks: 1010]], expect: 1010, not: 2010
  example 'without totals, the live links of the last list; with the lost one it would be 3',
      rows: [],
      backlinks: [
        [day: '2026-10-05', source_url: 'a', is_lost: false],
        [day: '2026-10-26', source_url: 'a', is_lost: false],
        [day: '2026-10-26', source_url: 'b', is_lost: null],
        [day: '2026-10-26', source_url: 'c', is_lost: true]
      ],
      expect: 2, not: 3
  example 'nothing counted is not zero', rows: [], expect: noData
}

kpi('links.referring-domains') {
  title en: 'Referring domains', ru: 'Ссылающиеся домены', be: 'Дамены, што спасылаюцца на сайт', fi: 'Linkittävät verkkotunnukset'
  about en: 'Different domains with a live link to the site at the last count of the period. A link in the footer of every page is thousands of links and one domain.',
      ru: 'Разные домены с действующей ссылкой на сайт на последнюю дату за период. Ссылка в подвале каждой страницы — это тысячи ссылок и один домен.',
      be: 'Розныя дамены з дзейнай спасылкай на сайт на апошнюю дату за перыяд. Спасылка ў падвале кожнай старонкі — гэта тысячы спасылак і адзін дамен.',
      fi: 'Verkkotunnukset, joilta johti sivustolle toimiva linkki jakson viimeisessä laskennassa. Linkki jokaisen sivun alatunnisteessa on tuhansia linkkejä mutta yksi verkkotunnus.'
  unit count
  better higher
  from backlink_summary
  value { last(referring_domains) }
  by provider
  example 'domains, not links, which would be 4001', rows: [[backlinks: 4001, referring_domains: 2]], expect: 2, not: 4001
  example 'the last count; the sum of the counts would be 41',
      rows: [[day: '2026-10-05', referring_domains: 20], [day: '2026-10-26', referring_domains: 21]], expect: 21, not: 41
  example 'nothing counted is not zero', rows: [], expect: noData
}

kpi('links.new-links') {
  title en: 'Links gained', ru: 'Новые внешние ссылки', be: 'Новыя знешнія спасылкі', fi: 'Uudet linkit muilta sivustoilta'
  about en: 'Links to the site that the index found in the period. Lost links are counted apart.',
      ru: 'Ссылки на сайт, которые база нашла за период. Потерянные ссылки считаются отдельно.',
      be: 'Спасылкі на сайт, якія база знайшла за перыяд. Страчаныя спасылкі лічацца асобна.',
      fi: 'Sivustolle johtavat linkit, jotka hakemisto löysi jaksolla. Kadonneet linkit lasketaan erikseen.'
  unit count
  better higher
  from backlink_summary
  value { sum(new_backlinks) }
  by provider
  example 'lost links are not taken off; the net change would be 11',
      rows: [[day: '2026-10-05', new_backlinks: 12, lost_backlinks: 5], [day: '2026-10-26', new_backlinks: 4, lost_backlinks: 0]],
      expect: 16, not: 11
  example 'nothing counted is not zero', rows: [], expect: noData
}

kpi('links.lost-links') {
  title en: 'Links lost', ru: 'Потерянные внешние ссылки', be: 'Страчаныя знешнія спасылкі', fi: 'Kadonneet linkit muilta sivustoilta'
  about en: 'Links to the site that the index no longer found in the period.',
      ru: 'Ссылки на сайт, которые база за период перестала находить.',
      be: 'Спасылкі на сайт, якія база за перыяд перастала знаходзіць.',
      fi: 'Sivustolle johtaneet linkit, joita hakemisto ei jaksolla enää löytänyt.'
  unit count
  better lower
  from backlink_summary
  value { sum(lost_backlinks) }
  by provider
  example 'new links do not make up for lost ones; the net would be 11 won',
      rows: [[new_backlinks: 12, lost_backlinks: 5], [new_backlinks: 4, lost_backlinks: 0]], expect: 5, not: 11
  example 'nothing counted is not zero', rows: [], expect: noData
}

kpi('links.outbound-links') {
  title en: 'External addresses linked to', ru: 'Внешние адреса, на которые ссылается сайт', be: 'Знешнія адрасы, на якія спасылаецца сайт', fi: 'Ulkoiset osoitteet, joihin sivusto linkittää'
  about en: 'Different addresses on other sites that own pages linked to in the crawls of the period. Links are not clicks on them.',
      ru: 'Разные адреса на других сайтах, на которые страницы сайта ссылались при обходах за период. Ссылки — это не клики по ним.',
      be: 'Розныя адрасы на іншых сайтах, на якія старонкі сайта спасылаліся пры абходах за перыяд. Спасылкі — гэта не клікі па іх.',
      fi: 'Muiden sivustojen osoitteet, joihin omilta sivuilta linkitettiin jakson läpikäynneissä. Linkit eivät ole niiden klikkauksia.'
  unit count
  better neutral
  from outbound_links
  value { distinct(target_url) }
  by target_domain
  example 'addresses, neither links, which would be 3, nor clicks, which would be 500',
      rows: [
        [page: '/', target_url: 'https://a.example/'], [page: '/about', target_url: 'https://a.example/'],
        [page: '/about', target_url: 'https://b.example/']
      ],
      web_events: [[event_name: 'click', events: 500]],
      expect: 2, not: 3
  example 'without a crawl there is no number', rows: [], expect: noData
}

kpi('links.broken-outbound-share') {
  title en: 'Broken external links', ru: 'Битые исходящие ссылки', be: 'Бітыя выходныя спасылкі', fi: 'Rikkinäiset ulkoiset linkit'
  about en: 'Share of the external addresses checked in the crawls of the period that could not be reached.',
      ru: 'Доля недоступных среди внешних адресов, проверенных при обходах за период.',
      be: 'Доля недаступных сярод знешніх адрасоў, правераных пры абходах за перыяд.',
      fi: 'Osuus jakson läpikäynneissä tarkistetuista ulkoisista osoitteista, joihin ei saatu yhteyttä.'
  unit percent
  better lower
  from outbound_links
  value { distinct(target_url).where(is_broken == true) / distinct(target_url).where(is_broken != null) }
  by target_domain
  example 'of addresses checked; of all addresses it would be 0.25, of links checked 0.75',
      rows: [
        [page: '/', target_url: 'a', is_broken: true], [page: '/x', target_url: 'a', is_broken: true],
        [page: '/y', target_url: 'a', is_broken: true], [page: '/', target_url: 'b', is_broken: false],
        [page: '/', target_url: 'c', is_broken: null], [page: '/', target_url: 'd', is_broken: null]
      ],
      expect: 0.5, not: 0.25
  example 'nothing checked gives no share', rows: [[target_url: 'a', is_broken: null]], expect: notComputable
}

kpi('links.net-links') {
  title en: 'Net new links (gained less lost)', ru: 'Прирост внешних ссылок (новые минус потерянные)', be: 'Прырост знешніх спасылак (новыя мінус страчаныя)', fi: 'Linkkien nettomuutos (uudet miinus kadonneet)'
  about en: 'Links to the site that the index found in the period less those it lost. Within one index it should agree with the change of the links themselves.',
      ru: 'Ссылки на сайт, которые база нашла за период, за вычетом потерянных. В пределах одной базы совпадает с изменением числа ссылок.',
      be: 'Спасылкі на сайт, якія база знайшла за перыяд, за вылікам страчаных. У межах адной базы супадае са змяненнем колькасці спасылак.',
      fi: 'Hakemiston jaksolla löytämät linkit sivustolle vähennettynä kadonneilla. Saman hakemiston sisällä luvun pitäisi vastata linkkimäärän muutosta.'
  unit count
  better higher
  from backlink_summary
  value { sum(new_backlinks) - sum(lost_backlinks) }
  by provider
  example 'lost links are taken off; without that it would be 16',
      rows: [[day: '2026-10-05', new_backlinks: 12, lost_backlinks: 5], [day: '2026-10-26', new_backlinks: 4, lost_backlinks: 0]],
      expect: 11, not: 16
  example 'nothing counted is not zero', rows: [], expect: noData
}
