// Tests of two variants, called A and B. A difference without its interval is no result.

kpi('experiments.uplift') {
  title en: 'Uplift of B over A (A/B test)', ru: 'Прирост B к A (A/B-тест)', be: 'Прырост B да A (A/B-тэст)', fi: 'B:n parannus A:han (A/B-testi)'
  about en: '(rate of B − rate of A) / rate of A, of conversions per participant. The table has both rates, 95 % intervals and the p-value; an interval on both sides of zero decides nothing. For one experiment: of several, look at each (by experiment); together they are not computed.',
      ru: '(доля B − доля A) / доля A по конверсиям на участника. В таблице обе доли, 95-процентные интервалы и p-значение; интервал по обе стороны нуля ничего не решает. Только для одного эксперимента: если их несколько, смотрите каждый по отдельности (разбивка по экспериментам) — вместе они не вычисляются.',
      be: '(доля B − доля A) / доля A па канверсіях на ўдзельніка. У табліцы абедзве долі, 95-працэнтныя інтэрвалы і p-значэнне; інтэрвал па абодва бакі нуля нічога не вырашае. Толькі для аднаго эксперымента: калі іх некалькі, глядзіце кожны асобна (разбіўка па эксперыментах) — разам яны не вылічваюцца.',
      fi: '(B:n osuus − A:n osuus) / A:n osuus, konversiot osallistujaa kohti. Taulukossa ovat osuudet, 95 %:n luottamusvälit ja p-arvo; nollan molemmin puolin ulottuva väli ei ratkaise mitään. Vain yhdelle testille: useita katsotaan erikseen (testeittäin), yhdessä niitä ei lasketa.'
  unit percent
  better higher
  from experiments
  value { uplift(sum(conversions).where(variant == 'A'), sum(participants).where(variant == 'A'), sum(conversions).where(variant == 'B'), sum(participants).where(variant == 'B')) }
  by experiment
  example 'rates are compared, not conversions; by numbers of conversions it would be 0.2',
      rows: [
        [experiment: 'button', variant: 'A', participants: 1000, conversions: 100],
        [experiment: 'button', variant: 'B', participants: 960, conversions: 120]
      ],
      expect: 0.25, not: 0.2
  example 'two tests are no one test; together they would be 2.54',
      rows: [
        [experiment: 'button', variant: 'A', participants: 1000, conversions: 100], [experiment: 'button', variant: 'B', participants: 100, conversions: 11],
        [experiment: 'header', variant: 'A', participants: 100, conversions: 50], [experiment: 'header', variant: 'B', participants: 1000, conversions: 520]
      ],
      expect: notComputable, not: 2.54
  example 'without participants there is no rate', rows: [[experiment: 'button', variant: 'A', participants: 10, conversions: 1]], expect: notComputable
}
