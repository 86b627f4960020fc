// What advertising cost and brought. A platform's own claim and the shop's revenue are different figures and named so.

kpi('ads.cost') {
  title en: 'Advertising cost', ru: 'Расходы на рекламу', be: 'Выдаткі на рэкламу', fi: 'Mainonnan kustannus'
  about en: 'What advertising platforms charged for the period, without agency fees and other costs.',
      ru: 'Сколько рекламные площадки списали за период, без вознаграждения агентства и прочих расходов.',
      be: 'Колькі рэкламныя пляцоўкі спісалі за перыяд, без узнагароды агенцтва і іншых выдаткаў.',
      fi: 'Mainosalustojen jaksolta veloittama summa ilman toimiston palkkioita ja muita kuluja.'
  unit money
  better neutral
  from ad_performance
  value { sum(cost) }
  by campaign, ad_group, network, device, country, stage
  example 'without other costs; with the fee it would be 350.75',
      rows: [[cost: 100.50], [cost: 50.25]], costs: [[category: 'fee', cost: 200]], expect: 150.75, not: 350.75
  example 'currencies are not added', rows: [[cost: 100, currency: 'EUR'], [cost: 50, currency: 'BYN']], expect: notComputable
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.planned-cost') {
  title en: 'Planned advertising budget', ru: 'Плановый рекламный бюджет', be: 'Планавы рэкламны бюджэт', fi: 'Suunniteltu mainosbudjetti'
  about en: 'Advertising cost planned for the days of the period.',
      ru: 'Расходы на рекламу, запланированные на дни периода.',
      be: 'Выдаткі на рэкламу, запланаваныя на дні перыяду.',
      fi: 'Jakson päiville suunniteltu mainonnan kustannus.'
  unit money
  better neutral
  from plans_targets
  value { sum(planned_cost) }
  by campaign, channel, stage
  example 'the plan of the period; with the next month it would be 700',
      rows: [[day: '2026-10-01', planned_cost: 300], [day: '2026-11-01', planned_cost: 400]], expect: 300, not: 700
  example 'no plan is not zero', rows: [], expect: noData
}

kpi('ads.budget-pace') {
  title en: 'Budget pace (cost of planned)', ru: 'Темп расхода бюджета (факт к плану)', be: 'Тэмп расходу бюджэту (факт да плана)', fi: 'Budjetin käyttötahti (toteuma suunnitellusta)'
  about en: 'Advertising cost by what was planned for the same days. Near 100 % is right; well below and well above are both off the plan.',
      ru: 'Расходы на рекламу, делённые на план тех же дней. Норма — около 100 %; и сильно меньше, и сильно больше — отклонение от плана.',
      be: 'Выдаткі на рэкламу, падзеленыя на план тых жа дзён. Норма — каля 100 %; і значна менш, і значна больш — адхіленне ад плана.',
      fi: 'Mainonnan kustannus jaettuna samoille päiville suunnitellulla. Noin 100 % on oikein; selvästi alle ja selvästi yli ovat molemmat poikkeamia.'
  unit percent
  better neutral
  value { kpi('ads.cost') / kpi('ads.planned-cost') }
  by campaign, channel, stage
  example 'of what was planned for the days; of the whole month it would be 0.25, which looks on track',
      period: '2026-10-01..2026-10-10',
      ad_performance: [[day: '2026-10-05', cost: 62.5]],
      plans_targets: [[day: '2026-10-01', planned_cost: 50], [day: '2026-10-10', planned_cost: 50], [day: '2026-10-31', planned_cost: 150]],
      expect: 0.625, not: 0.25
  example 'nothing planned gives no pace', ad_performance: [[cost: 10]], plans_targets: [[planned_cost: 0]], expect: notComputable
}

kpi('ads.budget-remaining') {
  title en: 'Budget left (planned less cost)', ru: 'Остаток бюджета (план минус факт)', be: 'Рэшта бюджэту (план мінус факт)', fi: 'Budjetista jäljellä (suunniteltu miinus toteuma)'
  about en: 'Advertising cost planned for the period less what was spent. Below zero the plan is overspent.',
      ru: 'План расходов на рекламу за период за вычетом потраченного. Меньше нуля — перерасход.',
      be: 'План выдаткаў на рэкламу за перыяд за вылікам патрачанага. Менш за нуль — перарасход.',
      fi: 'Jaksolle suunniteltu mainonnan kustannus vähennettynä käytetyllä. Alle nollan budjetti on ylitetty.'
  unit money
  better neutral
  value { kpi('ads.planned-cost') - kpi('ads.cost') }
  by campaign, channel, stage
  example 'less advertising; less all costs it would be 30', ad_performance: [[cost: 70]], costs: [[cost: 100]], plans_targets: [[planned_cost: 200]], expect: 130, not: 30
  example 'overspent is below zero, not zero', ad_performance: [[cost: 70]], plans_targets: [[planned_cost: 50]], expect: -20
  example 'without a plan nothing is left to say', ad_performance: [[cost: 70]], plans_targets: [], expect: noData
}

kpi('ads.conversions') {
  title en: 'Conversions (as platforms claim)', ru: 'Конверсии (по данным площадок)', be: 'Канверсіі (паводле звестак пляцовак)', fi: 'Konversiot (alustojen ilmoittamat)'
  about en: 'Conversions that advertising platforms attribute to their own ads. Two platforms may claim the same one.',
      ru: 'Конверсии, которые площадки относят к своей рекламе. Две площадки могут засчитать одну и ту же.',
      be: 'Канверсіі, якія пляцоўкі адносяць да сваёй рэкламы. Дзве пляцоўкі могуць залічыць адну і тую ж.',
      fi: 'Konversiot, jotka mainosalustat lukevat omien mainostensa ansioksi. Kaksi alustaa voi laskea saman.'
  unit count
  better higher
  from ad_performance
  value { sum(conversions) }
  by campaign, ad_group, network, device, attribution
  example 'conversions, not results of other kinds, which would make 12.5',
      rows: [[conversions: 1.5, result_type: 'lead', results: 7], [conversions: 1, result_type: 'like', results: 3]], expect: 2.5, not: 12.5
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.conversion-rate') {
  title en: 'Conversion rate of ads (of clicks)', ru: 'Конверсия рекламы (от кликов)', be: 'Канверсія рэкламы (ад клікаў)', fi: 'Mainosten konversioaste (klikkauksista)'
  about en: 'Conversions that platforms claim by all clicks on ads.',
      ru: 'Конверсии по данным площадок, делённые на все клики по рекламе.',
      be: 'Канверсіі паводле звестак пляцовак, падзеленыя на ўсе клікі па рэкламе.',
      fi: 'Alustojen ilmoittamat konversiot jaettuna kaikilla mainosten klikkauksilla.'
  unit percent
  better higher
  from ad_performance
  value { sum(conversions) / sum(clicks) }
  by campaign, ad_group, network, device
  example 'of the whole; the mean of the campaigns would be 0.26',
      rows: [[campaign: 'a', conversions: 18, clicks: 900], [campaign: 'b', conversions: 50, clicks: 100]], expect: 0.068, not: 0.26
  example 'without clicks there is no rate', rows: [[conversions: 0, clicks: 0]], expect: notComputable
}

kpi('ads.offer-conversion-rate') {
  title en: 'Conversions by offer (of ad impressions)', ru: 'Конверсии по предложению (от показов рекламы)', be: 'Канверсіі па прапанове (ад паказаў рэкламы)', fi: 'Konversiot tarjouksittain (mainosten näyttökerroista)'
  about en: 'Conversions that platforms claim by impressions of the ads with an offer. Compare offers that were shown equally long.',
      ru: 'Конверсии по данным площадок, делённые на показы объявлений с предложением. Сравнивать стоит предложения с одинаковым сроком показа.',
      be: 'Канверсіі паводле звестак пляцовак, падзеленыя на паказы аб’яў з прапановай. Параўноўваць варта прапановы з аднолькавым тэрмінам паказу.',
      fi: 'Alustojen ilmoittamat konversiot jaettuna tarjouksen mainosten näyttökerroilla. Vertaa yhtä kauan näytettyjä tarjouksia.'
  unit percent
  better higher
  from ad_performance
  where offer != null
  value { sum(conversions) / sum(impressions) }
  by offer, campaign, network
  example 'ads with an offer; of all ads it would be 0.008',
      rows: [[offer: 'A', conversions: 9, impressions: 900], [offer: 'B', conversions: 1, impressions: 100], [offer: null, conversions: 0, impressions: 250]],
      expect: 0.01, not: 0.008
  example 'nothing shown gives no rate', rows: [[offer: 'A', conversions: 0, impressions: 0]], expect: notComputable
}

kpi('ads.cpa') {
  title en: 'CPA (cost per conversion, as platforms claim)', ru: 'CPA (цена конверсии, по данным площадок)', be: 'CPA (цана канверсіі, паводле звестак пляцовак)', fi: 'CPA (konversion hinta, alustojen ilmoittama)'
  about en: 'Advertising cost by the conversions that platforms claim. It is not what a new customer costs.',
      ru: 'Расходы на рекламу, делённые на конверсии по данным площадок. Это не стоимость нового покупателя.',
      be: 'Выдаткі на рэкламу, падзеленыя на канверсіі паводле звестак пляцовак. Гэта не кошт новага пакупніка.',
      fi: 'Mainonnan kustannus jaettuna alustojen ilmoittamilla konversioilla. Se ei ole uuden asiakkaan hinta.'
  unit money
  better lower
  from ad_performance
  value { sum(cost) / sum(conversions) }
  by campaign, ad_group, network, device, attribution
  example 'of the whole; the mean of the campaigns would be 30',
      rows: [[campaign: 'a', cost: 100, conversions: 10], [campaign: 'b', cost: 100, conversions: 2]], expect: 16.666667, not: 30
  example 'without a conversion there is no price', rows: [[cost: 5, conversions: 0]], expect: notComputable
}

kpi('ads.cpa-in-window') {
  title en: 'CPA (platforms, attribution window agreed on)', ru: 'CPA (площадки, согласованное окно атрибуции)', be: 'CPA (пляцоўкі, узгодненае акно атрыбуцыі)', fi: 'CPA (alustat, sovittu attribuutioikkuna)'
  about en: 'Advertising cost by claimed conversions, of the rows that the platform reports in the attribution window agreed on with the client. Rows of other windows are in neither number.',
      ru: 'Расходы на рекламу, делённые на конверсии по данным площадок, по строкам с согласованным с клиентом окном атрибуции. Строк с другими окнами нет ни в одном из чисел.',
      be: 'Выдаткі на рэкламу, падзеленыя на канверсіі паводле звестак пляцовак, па радках з узгодненым з кліентам акном атрыбуцыі. Радкоў з іншымі вокнамі няма ні ў адной з лічбаў.',
      fi: 'Mainonnan kustannus jaettuna alustojen ilmoittamilla konversioilla niiltä riveiltä, joilla on asiakkaan kanssa sovittu attribuutioikkuna. Muiden ikkunoiden rivit eivät ole kummassakaan luvussa.'
  unit money
  better lower
  param attributionWindow: []
  from ad_performance
  where attribution in attributionWindow
  value { sum(cost) / sum(conversions) }
  by campaign, ad_group, network, device
  example 'the other window stays out; with it the whole would be 10', with: [attributionWindow: ['7-day click']],
      rows: [[attribution: '7-day click', cost: 100, conversions: 5], [attribution: '7-day click or 1-day view', cost: 100, conversions: 15]],
      expect: 20, not: 10
  example 'until a window is agreed on there is no price', rows: [[attribution: '7-day click', cost: 100, conversions: 5]], expect: notComputable
}

kpi('ads.cost-per-order') {
  title en: 'Advertising cost per order (all orders of the shop)', ru: 'Расходы на рекламу на заказ (по всем заказам магазина)', be: 'Выдаткі на рэкламу на заказ (па ўсіх заказах крамы)', fi: 'Mainonnan kustannus tilausta kohti (kaupan kaikki tilaukset)'
  about en: 'Advertising cost by all orders placed in the period, whatever brought them.',
      ru: 'Расходы на рекламу, делённые на все заказы за период, откуда бы они ни пришли.',
      be: 'Выдаткі на рэкламу, падзеленыя на ўсе заказы за перыяд, адкуль бы яны ні прыйшлі.',
      fi: 'Mainonnan kustannus jaettuna kaikilla jakson tilauksilla, tulivatpa ne mistä tahansa.'
  unit money
  better lower
  value { kpi('ads.cost') / kpi('orders.count') }
  example 'by orders of the shop; by claimed conversions it would be 12.5',
      ad_performance: [[cost: 100, conversions: 8]],
      orders: [[order_id: '1', status: 'placed'], [order_id: '2', status: 'placed'], [order_id: '3', status: 'placed'], [order_id: '4', status: 'placed'], [order_id: '5', status: 'cancelled']],
      expect: 25, not: 12.5
  example 'without an order there is no price', ad_performance: [[cost: 5]], orders: [[order_id: '1', status: 'cancelled']], expect: notComputable
}

kpi('leads.cpl-paid') {
  title en: 'CPL (advertising cost per paid lead)', ru: 'CPL (расходы на рекламу на платный лид)', be: 'CPL (выдаткі на рэкламу на платны лід)', fi: 'CPL (mainonnan kustannus maksettua liidiä kohti)'
  about en: 'Advertising cost by the valid leads that came from advertising.',
      ru: 'Расходы на рекламу, делённые на валидные лиды, пришедшие с рекламы.',
      be: 'Выдаткі на рэкламу, падзеленыя на валідныя ліды, што прыйшлі з рэкламы.',
      fi: 'Mainonnan kustannus jaettuna mainonnasta tulleilla kelvollisilla liideillä.'
  unit money
  better lower
  value { kpi('ads.cost') / kpi('leads.valid-paid') }
  by campaign
  example 'leads of advertising; by leads of all channels it would be 25',
      ad_performance: [[cost: 100]],
      leads: [
        [lead_key: 'a', status: 'valid', medium: 'cpc'], [lead_key: 'b', status: 'new', medium: 'cpc'],
        [lead_key: 'c', status: 'valid', medium: 'organic'], [lead_key: 'd', status: 'valid', medium: 'referral'], [lead_key: 'e', status: 'spam', medium: 'cpc']
      ],
      expect: 50, not: 25
  example 'without a paid lead there is no price', ad_performance: [[cost: 5]], leads: [[lead_key: 'c', status: 'valid', medium: 'organic']], expect: notComputable
}

kpi('leads.valid-paid') {
  title en: 'Leads from advertising (valid, by person)', ru: 'Лиды с рекламы (валидные, по людям)', be: 'Ліды з рэкламы (валідныя, па людзях)', fi: 'Mainonnasta tulleet liidit (kelvolliset, henkilöittäin)'
  about en: 'Different people with a valid request in the period that is attributed to advertising.',
      ru: 'Разные люди с валидной заявкой за период, которую относят к рекламе.',
      be: 'Розныя людзі з валіднай заяўкай за перыяд, якую адносяць да рэкламы.',
      fi: 'Eri henkilöt, joiden jakson kelvollinen pyyntö luetaan mainonnan ansioksi.'
  unit count
  better higher
  from leads
  param paidMediums: ['cpc', 'ppc', 'cpm', 'cpa', 'cpv', 'paid', 'paid_social', 'paidsocial', 'display', 'retargeting']
  where status in ['new', 'valid', 'qualified'] && medium in paidMediums
  value { distinct(lead_key) }
  by channel, source_name, campaign, form
  example 'only advertising; of all channels it would be 2',
      rows: [[lead_key: 'a', status: 'valid', medium: 'cpc'], [lead_key: 'c', status: 'valid', medium: 'organic']], expect: 1, not: 2
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('leads.cpl-blended') {
  title en: 'CPL (all marketing cost per lead of any channel)', ru: 'CPL (все расходы на маркетинг на лид любого канала)', be: 'CPL (усе выдаткі на маркетынг на лід любога канала)', fi: 'CPL (koko markkinoinnin kustannus liidiä kohti, kaikki kanavat)'
  about en: 'Advertising and other marketing cost by all valid leads, whatever brought them.',
      ru: 'Расходы на рекламу и прочий маркетинг, делённые на все валидные лиды, откуда бы они ни пришли.',
      be: 'Выдаткі на рэкламу і іншы маркетынг, падзеленыя на ўсе валідныя ліды, адкуль бы яны ні прыйшлі.',
      fi: 'Mainonnan ja muun markkinoinnin kustannus jaettuna kaikilla kelvollisilla liideillä, tulivatpa ne mistä tahansa.'
  unit money
  better lower
  value { kpi('marketing.cost') / kpi('leads.valid') }
  example 'all costs and all leads; advertising alone by paid leads would be 50',
      ad_performance: [[cost: 100]], costs: [[cost: 60]],
      leads: [[lead_key: 'a', status: 'valid', medium: 'cpc'], [lead_key: 'b', status: 'new', medium: 'cpc'], [lead_key: 'c', status: 'valid', medium: 'organic'], [lead_key: 'd', status: 'valid', medium: 'referral']],
      expect: 40, not: 50
  example 'without a lead there is no price', ad_performance: [[cost: 5]], costs: [[cost: 1]], leads: [[lead_key: 'x', status: 'spam']], expect: notComputable
}

kpi('ads.roas') {
  title en: 'ROAS (revenue as platforms claim)', ru: 'ROAS (выручка по данным площадок)', be: 'ROAS (выручка паводле звестак пляцовак)', fi: 'ROAS (alustojen ilmoittama liikevaihto)'
  about en: 'Revenue that platforms attribute to their own ads by advertising cost. Platforms claim the same order twice, so the whole can exceed the shop\'s revenue.',
      ru: 'Выручка, которую площадки относят к своей рекламе, делённая на расходы. Один заказ могут засчитать две площадки, поэтому итог может превысить выручку магазина.',
      be: 'Выручка, якую пляцоўкі адносяць да сваёй рэкламы, падзеленая на выдаткі. Адзін заказ могуць залічыць дзве пляцоўкі, таму вынік можа перавысіць выручку крамы.',
      fi: 'Alustojen omien mainostensa ansioksi lukema liikevaihto jaettuna mainonnan kustannuksella. Sama tilaus voidaan laskea kahdesti, joten summa voi ylittää kaupan liikevaihdon.'
  unit ratio
  better higher
  from ad_performance
  value { sum(conversion_value) / sum(cost) }
  by campaign, ad_group, network, attribution
  example 'as claimed, by the whole cost; the mean of the campaigns would be 6',
      rows: [[campaign: 'a', cost: 900, conversion_value: 1800], [campaign: 'b', cost: 100, conversion_value: 1000]], expect: 2.8, not: 6
  example 'without cost there is no return', rows: [[cost: 0, conversion_value: 10]], expect: notComputable
}

kpi('ads.roas-in-window') {
  title en: 'ROAS (platforms, attribution window agreed on)', ru: 'ROAS (площадки, согласованное окно атрибуции)', be: 'ROAS (пляцоўкі, узгодненае акно атрыбуцыі)', fi: 'ROAS (alustat, sovittu attribuutioikkuna)'
  about en: 'Claimed revenue by advertising cost, of the rows that the platform reports in the attribution window agreed on with the client. Rows of other windows are in neither number.',
      ru: 'Выручка по данным площадок, делённая на расходы, по строкам с согласованным с клиентом окном атрибуции. Строк с другими окнами нет ни в одном из чисел.',
      be: 'Выручка паводле звестак пляцовак, падзеленая на выдаткі, па радках з узгодненым з кліентам акном атрыбуцыі. Радкоў з іншымі вокнамі няма ні ў адной з лічбаў.',
      fi: 'Alustojen ilmoittama liikevaihto jaettuna kustannuksella niiltä riveiltä, joilla on asiakkaan kanssa sovittu attribuutioikkuna. Muiden ikkunoiden rivit eivät ole kummassakaan luvussa.'
  unit ratio
  better higher
  param attributionWindow: []
  from ad_performance
  where attribution in attributionWindow
  value { sum(conversion_value) / sum(cost) }
  by campaign, ad_group, network
  example 'the other window stays out; with it the whole would be 4', with: [attributionWindow: ['7-day click']],
      rows: [[attribution: '7-day click', cost: 100, conversion_value: 200], [attribution: '7-day click or 1-day view', cost: 100, conversion_value: 600]],
      expect: 2, not: 4
  example 'until a window is agreed on there is no return', rows: [[attribution: '7-day click', cost: 100, conversion_value: 200]], expect: notComputable
}

kpi('ads.claimed-revenue') {
  title en: 'Revenue from ads (as platforms claim)', ru: 'Выручка с рекламы (по данным площадок)', be: 'Выручка з рэкламы (паводле звестак пляцовак)', fi: 'Mainonnan liikevaihto (alustojen ilmoittama)'
  about en: 'Revenue that advertising platforms attribute to their own ads. Two platforms may claim the same order, so it can exceed the shop\'s revenue.',
      ru: 'Выручка, которую площадки относят к своей рекламе. Один заказ могут засчитать две площадки, поэтому она может превысить выручку магазина.',
      be: 'Выручка, якую пляцоўкі адносяць да сваёй рэкламы. Адзін заказ могуць залічыць дзве пляцоўкі, таму яна можа перавысіць выручку крамы.',
      fi: 'Liikevaihto, jonka mainosalustat lukevat omien mainostensa ansioksi. Kaksi alustaa voi laskea saman tilauksen, joten summa voi ylittää kaupan liikevaihdon.'
  unit money
  better higher
  from ad_performance
  value { sum(conversion_value) }
  by campaign, ad_group, network, attribution
  example 'what the platforms claim, not what the shop booked, which is 200',
      rows: [[network: 'a', conversion_value: 200], [network: 'b', conversion_value: 150.50]],
      orders: [[order_id: '1', status: 'placed', medium: 'cpc', total: 200]],
      expect: 350.50, not: 200
  example 'currencies are not added', rows: [[conversion_value: 100, currency: 'EUR'], [conversion_value: 50, currency: 'BYN']], expect: notComputable
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.paid-revenue') {
  title en: 'Revenue from advertising (shop, before refunds)', ru: 'Выручка с рекламы (по магазину, до возвратов)', be: 'Выручка з рэкламы (па краме, да вяртанняў)', fi: 'Mainonnan liikevaihto (kaupan mukaan, ennen palautuksia)'
  about en: 'Revenue of the orders placed in the period that the shop attributes to advertising.',
      ru: 'Выручка по заказам за период, которые магазин относит к рекламе.',
      be: 'Выручка па заказах за перыяд, якія крама адносіць да рэкламы.',
      fi: 'Jakson tilausten liikevaihto, jonka kauppa lukee mainonnan ansioksi.'
  unit money
  better higher
  from orders
  param paidMediums: ['cpc', 'ppc', 'cpm', 'cpa', 'cpv', 'paid', 'paid_social', 'paidsocial', 'display', 'retargeting']
  where status == 'placed' && medium in paidMediums
  value { sum(total) }
  by source_name, campaign, country
  example 'the shop\'s orders of advertising; all orders would be 300, the platforms claim 500',
      rows: [[order_id: '1', status: 'placed', medium: 'cpc', total: 200], [order_id: '2', status: 'placed', medium: 'organic', total: 100]],
      ad_performance: [[conversion_value: 500]],
      expect: 200, not: 300
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.paid-margin') {
  title en: 'Gross margin from advertising (shop)', ru: 'Валовая маржа с рекламы (по магазину)', be: 'Валавая маржа з рэкламы (па краме)', fi: 'Mainonnan myyntikate (kaupan mukaan)'
  about en: 'Gross margin of the orders placed in the period that the shop attributes to advertising.',
      ru: 'Валовая маржа по заказам за период, которые магазин относит к рекламе.',
      be: 'Валавая маржа па заказах за перыяд, якія крама адносіць да рэкламы.',
      fi: 'Jakson tilausten myyntikate, jonka kauppa lukee mainonnan ansioksi.'
  unit money
  better higher
  from orders
  param paidMediums: ['cpc', 'ppc', 'cpm', 'cpa', 'cpv', 'paid', 'paid_social', 'paidsocial', 'display', 'retargeting']
  where status == 'placed' && medium in paidMediums
  value { sum(margin) }
  by source_name, campaign, country
  example 'margin, not revenue, which would be 200',
      rows: [[order_id: '1', status: 'placed', medium: 'cpc', total: 200, margin: 80], [order_id: '2', status: 'placed', medium: 'organic', total: 100, margin: 40]],
      expect: 80, not: 200
  example 'nothing imported is not zero', rows: [], expect: noData
}

kpi('ads.roas-shop') {
  title en: 'ROAS (revenue of the shop)', ru: 'ROAS (выручка по магазину)', be: 'ROAS (выручка па краме)', fi: 'ROAS (kaupan liikevaihto)'
  about en: 'Revenue that the shop attributes to advertising by advertising cost. One order counts once, whatever platforms claim.',
      ru: 'Выручка, которую магазин относит к рекламе, делённая на расходы на неё. Каждый заказ считается один раз, что бы ни сообщали площадки.',
      be: 'Выручка, якую крама адносіць да рэкламы, падзеленая на выдаткі на яе. Кожны заказ лічыцца адзін раз, што б ні паведамлялі пляцоўкі.',
      fi: 'Kaupan mainonnan ansioksi lukema liikevaihto jaettuna mainonnan kustannuksella. Tilaus lasketaan kerran, ilmoittivatpa alustat mitä tahansa.'
  unit ratio
  better higher
  value { kpi('ads.paid-revenue') / kpi('ads.cost') }
  by campaign
  example 'one order once; the claims of two platforms added would give 4',
      ad_performance: [[network: 'a', cost: 50, conversion_value: 200], [network: 'b', cost: 50, conversion_value: 200]],
      orders: [[order_id: '1', status: 'placed', medium: 'cpc', total: 200]],
      expect: 2, not: 4
  example 'without cost there is no return', ad_performance: [[cost: 0]], orders: [[order_id: '1', status: 'placed', medium: 'cpc', total: 10]], expect: notComputable
}

kpi('ads.romi') {
  title en: 'ROMI (by gross margin)', ru: 'ROMI (по валовой марже)', be: 'ROMI (па валавой маржы)', fi: 'ROMI (myyntikatteesta)'
  about en: 'Gross margin that the shop attributes to advertising less advertising cost, by advertising cost. At 0 % advertising has earned its cost.',
      ru: 'Валовая маржа, которую магазин относит к рекламе, за вычетом расходов на неё, делённая на расходы. При 0 % реклама окупилась.',
      be: 'Валавая маржа, якую крама адносіць да рэкламы, за вылікам выдаткаў на яе, падзеленая на выдаткі. Пры 0 % рэклама акупілася.',
      fi: 'Kaupan mainonnan ansioksi lukema myyntikate vähennettynä mainonnan kustannuksella ja jaettuna sillä. 0 prosentissa mainonta on ansainnut kustannuksensa.'
  unit percent
  better higher
  value { (kpi('ads.paid-margin') - kpi('ads.cost')) / kpi('ads.cost') }
  by campaign
  example 'by margin; by revenue it would be 1, which looks well',
      ad_performance: [[cost: 100]],
      orders: [[order_id: '1', status: 'placed', medium: 'cpc', total: 200, margin: 80]],
      expect: -0.2, not: 1
  example 'without cost there is no return', ad_performance: [[cost: 0]], orders: [[order_id: '1', status: 'placed', medium: 'cpc', total: 10, margin: 5]], expect: notComputable
}

kpi('ads.stage-share-of-cost') {
  title en: 'Stage\'s share of advertising cost', ru: 'Доля этапа в расходах на рекламу', be: 'Доля этапу ў выдатках на рэкламу', fi: 'Vaiheen osuus mainonnan kustannuksesta'
  about en: 'Advertising cost of a stage of the customer\'s journey as a part of all advertising cost. A campaign belongs to the stage that its rows name, so its cost is in one stage only.',
      ru: 'Расходы на рекламу этапа пути клиента как часть всех расходов на рекламу. Кампания относится к этапу, указанному в её строках, поэтому её расходы попадают только в один этап.',
      be: 'Выдаткі на рэкламу этапу шляху кліента як частка ўсіх выдаткаў на рэкламу. Кампанія адносіцца да этапу, названага ў яе радках, таму яе выдаткі трапляюць толькі ў адзін этап.',
      fi: 'Asiakaspolun vaiheen mainoskustannus osuutena koko mainonnan kustannuksesta. Kampanja kuuluu siihen vaiheeseen, jonka sen rivit nimeävät, joten sen kustannus on vain yhdessä vaiheessa.'
  unit percent
  better neutral
  from ad_performance
  value { sum(cost) / total(sum(cost)) }
  by stage, channel, network
  example 'of all cost; with the campaign counted in both stages it would be 0.4',
      rows: [
        [campaign: 'a', stage: 'awareness', cost: 20], [campaign: 'a', stage: 'conversion', cost: 20], [campaign: 'b', stage: 'conversion', cost: 40]
      ],
      group: [stage: 'awareness'], expect: 0.25, not: 0.4
  example 'nothing spent, no parts', rows: [[stage: 'awareness', cost: 0]], expect: notComputable
}

kpi('ads.stage-share-of-conversions') {
  title en: 'Stage\'s share of conversions (as platforms claim)', ru: 'Доля этапа в конверсиях (по данным площадок)', be: 'Доля этапу ў канверсіях (паводле звестак пляцовак)', fi: 'Vaiheen osuus konversioista (alustojen ilmoittamat)'
  about en: 'Conversions that platforms claim for the ads of a stage of the customer\'s journey as a part of all they claim.',
      ru: 'Конверсии, которые площадки относят к рекламе этапа пути клиента, как часть всех заявленных конверсий.',
      be: 'Канверсіі, якія пляцоўкі адносяць да рэкламы этапу шляху кліента, як частка ўсіх заяўленых канверсій.',
      fi: 'Konversiot, jotka alustat lukevat asiakaspolun vaiheen mainosten ansioksi, osuutena kaikista niiden ilmoittamista.'
  unit percent
  better neutral
  from ad_performance
  value { sum(conversions) / total(sum(conversions)) }
  by stage, channel, network
  example 'of all conversions; of those with a stage it would be 0.75',
      rows: [[stage: 'awareness', conversions: 1], [stage: 'conversion', conversions: 3], [stage: null, conversions: 1]],
      group: [stage: 'conversion'], expect: 0.6, not: 0.75
  example 'no conversion, no parts', rows: [[stage: 'awareness', conversions: 0]], expect: notComputable
}
