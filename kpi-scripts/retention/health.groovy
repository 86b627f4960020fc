kpi('customers.health-score') {
  title en: 'Client health score', ru: 'Индекс состояния клиента', be: 'Індэкс стану кліента',
      fi: 'Asiakkuuden kuntopisteet'
  about en: 'Revenue (40 %), sessions (25 %), session conversion rate (20 %) and e-mail click rate (15 %), each compared with its median of the twelve months before: 50 points when as usual, 100 when half as much again or more, 0 when half of it or less. Parts without values are left out and the weights of the others count.',
      ru: 'Выручка (40 %), визиты (25 %), конверсия визитов (20 %) и кликабельность писем (15 %) в сравнении с их медианой за двенадцать предыдущих месяцев: 50 баллов — как обычно, 100 — в полтора раза больше и выше, 0 — вдвое меньше и ниже. Части без данных не учитываются, веса остальных сохраняют соотношение.',
      be: 'Выручка (40 %), візіты (25 %), канверсія візітаў (20 %) і клікабельнасць лістоў (15 %) у параўнанні з іх медыянай за дванаццаць папярэдніх месяцаў: 50 балаў — як звычайна, 100 — у паўтара раза больш і вышэй, 0 — удвая менш і ніжэй. Часткі без даных не ўлічваюцца, вагі астатніх захоўваюць суадносіны.',
      fi: 'Liikevaihto (40 %), istunnot (25 %), istuntojen konversioprosentti (20 %) ja sähköpostin klikkausprosentti (15 %) verrattuna kunkin edeltävien kahdentoista kuukauden mediaaniin: 50 pistettä on tavallinen taso, 100 vähintään puolitoistakertainen ja 0 enintään puolet. Osat, joilta puuttuu arvo, jätetään pois, ja muiden painojen suhde säilyy.'
  unit score
  better higher
  series revenue: kpi('orders.revenue').over(13, month), sessions: kpi('web.sessions').over(13, month),
      conversion: kpi('web.session-conversion-rate').over(13, month), clicks: kpi('email.ctr').over(13, month)
  compute {
    if (revenue.known < 7) {
      return tooFew(revenue, 7)
    }
    def parts = [revenue, sessions, conversion, clicks]
    def weights = [40.0, 25.0, 20.0, 15.0]
    def points = 0.0
    def weight = 0.0
    for (i in 0..3) {
      def part = parts[i]
      def usual = median(part.before(1).values)
      if (part.has(part.size - 1) && part.known >= 7 && usual > 0) {
        points += weights[i] * limit(100 * part.last / usual - 50, 0, 100)
        weight += weights[i]
      }
    }
    return points / weight
  }
  example 'a tenth more of everything is 60 points',
      revenue: [100, 100, 100, 100, 100, 100, 110], sessions: [50, 50, 50, 50, 50, 50, 55],
      conversion: [0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.022], clicks: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.11],
      expect: 60.0
  example 'a part that is missing is left out; counted as zero it would give 39',
      revenue: [100, 100, 100, 100, 100, 100, 110], sessions: [50, 50, 50, 50, 50, 50, 55], expect: 60.0, not: 39
  example 'a part that doubled does not hide one that broke down',
      revenue: [100, 100, 100, 100, 100, 100, 40], sessions: [50, 50, 50, 50, 50, 50, 500], expect: 38.5
  example 'half a year of revenue is too little', revenue: [100, 100, 100, 100, 100, 100], expect: notComputable
}
