// Clicks on ads.

kpi('ads.clicks') {
  title en: 'Ad clicks (all)', ru: 'Клики по рекламе (все)', be: 'Клікі па рэкламе (усе)', fi: 'Mainosten klikkaukset (kaikki)'
  about en: 'All clicks on ads as the platform counts them. They are not sessions of the site.',
      ru: 'Все клики по объявлениям по данным площадки. Это не сеансы на сайте.',
      be: 'Усе клікі па аб’явах паводле звестак пляцоўкі. Гэта не сеансы на сайце.',
      fi: 'Kaikki mainosten klikkaukset alustan laskemina. Ne eivät ole sivuston istuntoja.'
  unit count
  better higher
  from ad_performance
  value { sum(clicks) }
  by campaign, ad_group, network, device, country
  example 'clicks, not the sessions they led to, which would be 80',
      rows: [[clicks: 70], [clicks: 30]], web_traffic: [[channel: 'Paid Search', sessions: 80]], expect: 100, not: 80
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.ctr') {
  title en: 'CTR of ads (all clicks)', ru: 'CTR рекламы (все клики)', be: 'CTR рэкламы (усе клікі)', fi: 'Mainosten klikkausprosentti (kaikki klikkaukset)'
  about en: 'All clicks on ads by impressions.', ru: 'Все клики по объявлениям, делённые на показы.', be: 'Усе клікі па аб’явах, падзеленыя на паказы.', fi: 'Kaikki mainosten klikkaukset jaettuna näyttökerroilla.'
  unit percent
  better higher
  from ad_performance
  value { sum(clicks) / sum(impressions) }
  by campaign, ad_group, network, device, country
  example 'ratio of sums; the mean of the rates would be 0.55',
      rows: [[clicks: 9, impressions: 9], [clicks: 1, impressions: 100]], expect: 0.0917431193, not: 0.55
  example 'desktop and mobile both rose, the whole fell from 0.044: last month',
      rows: [[device: 'desktop', impressions: 80000, clicks: 4000], [device: 'mobile', impressions: 20000, clicks: 400]], expect: 0.044
  example 'desktop and mobile both rose, the whole fell to 0.035: this month',
      rows: [[device: 'desktop', impressions: 33333, clicks: 1833], [device: 'mobile', impressions: 66667, clicks: 1667]], expect: 0.035
  example 'without impressions there is no rate', rows: [[clicks: 0, impressions: 0]], expect: notComputable
}

kpi('ads.link-ctr') {
  title en: 'CTR of ads (link clicks)', ru: 'CTR рекламы (клики по ссылке)', be: 'CTR рэкламы (клікі па спасылцы)', fi: 'Mainosten klikkausprosentti (linkin klikkaukset)'
  about en: 'Clicks on the link of an ad by impressions; clicks on likes, comments or the profile are left out.',
      ru: 'Клики по ссылке объявления, делённые на показы; отметки, комментарии и переходы в профиль не считаются.',
      be: 'Клікі па спасылцы аб’явы, падзеленыя на паказы; адзнакі, каментарыі і пераходы ў профіль не лічацца.',
      fi: 'Mainoksen linkin klikkaukset jaettuna näyttökerroilla; tykkäykset, kommentit ja profiilin avaukset eivät ole mukana.'
  unit percent
  better higher
  from ad_performance
  value { sum(link_clicks) / sum(impressions) }
  by campaign, ad_group, network, device, country
  example 'only the link; all clicks would give 0.05', rows: [[clicks: 50, link_clicks: 20, impressions: 1000]], expect: 0.02, not: 0.05
  example 'without impressions there is no rate', rows: [[link_clicks: 0, impressions: 0]], expect: notComputable
}

kpi('ads.cpc') {
  title en: 'CPC (cost per click)', ru: 'CPC (цена клика)', be: 'CPC (цана кліку)', fi: 'CPC (klikkauksen hinta)'
  about en: 'Advertising cost by all clicks on ads.', ru: 'Расходы на рекламу, делённые на все клики по объявлениям.', be: 'Выдаткі на рэкламу, падзеленыя на ўсе клікі па аб’явах.', fi: 'Mainonnan kustannus jaettuna kaikilla mainosten klikkauksilla.'
  unit money
  better lower
  from ad_performance
  value { sum(cost) / sum(clicks) }
  by campaign, ad_group, network, device, country
  example 'of the whole; the mean of the campaigns would be 6',
      rows: [[campaign: 'a', cost: 100, clicks: 50], [campaign: 'b', cost: 100, clicks: 10]], expect: 3.333333, not: 6
  example 'without clicks there is no price', rows: [[cost: 5, clicks: 0]], expect: notComputable
}
