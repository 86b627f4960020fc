kpi('web.sessions-anomaly') {
  title en: 'Unusual sessions, weekly score', ru: 'Необычность посещаемости, недельный балл',
      be: 'Незвычайнасць наведвальнасці, тыднёвы бал', fi: 'Poikkeava kävijämäärä, viikkopisteet'
  about en: 'How far the sessions of the last whole week of the period are from the weeks before: distance from the median of up to 25 weeks, in median deviations scaled to standard deviations. Between -3 and 3 is usual. One earlier outlier does not hide the next.',
      ru: 'Насколько визиты последней полной недели периода отличаются от предыдущих недель: расстояние до медианы за 25 недель, делённое на медианное отклонение, приведённое к стандартному. От -3 до 3 — обычные колебания. Прежний выброс не маскирует новый.',
      be: 'Наколькі візіты апошняга поўнага тыдня перыяду адрозніваюцца ад папярэдніх тыдняў: адлегласць да медыяны за 25 тыдняў, падзеленая на медыяннае адхіленне, прыведзенае да стандартнага. Ад -3 да 3 — звычайныя ваганні. Ранейшы выкід не хавае новага.',
      fi: 'Kuinka kaukana jakson viimeisen kokonaisen viikon istunnot ovat edeltävistä viikoista: etäisyys enintään 25 viikon mediaanista mediaanipoikkeamina, jotka on skaalattu keskihajonnaksi. Välillä −3…3 on tavallista. Aiempi poikkeama ei peitä seuraavaa.'
  unit score
  better neutral
  series weeks: kpi('web.sessions').over(26, week)
  compute {
    def before = weeks.before(1)
    if (before.known < 8) {
      return tooFew(before, 8)
    }
    def usual = median(before.values)
    def width = spread(before.values)
    if (width == 0) {
      // Most weeks were alike: any difference is as unusual as a score can say.
      return weeks.last == usual ? 0 : limit(weeks.last - usual, -10, 10)
    }
    return limit((weeks.last - usual) / width, -10, 10)
  }
  example 'an earlier outlier does not hide this one, as it does with mean and standard deviation, by which it would be -0.18',
      weeks: [100, 104, 98, 102, 900, 96, 101, 99, 103, 140], expect: 10.00, not: -0.18
  example 'an ordinary week', weeks: [100, 104, 98, 102, 96, 101, 99, 103, 97, 102], expect: 0.67
  example 'seven weeks say too little', weeks: [100, 104, 98, 102, 96, 101, 99, 103], expect: notComputable
}
