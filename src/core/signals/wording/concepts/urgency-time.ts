import { type ConceptTable, phrases } from './concept-table.ts';

/** When an answer is needed, and whether the urgency is past, routine or only loud. */
export const urgencyTimeConcepts = {
  'legal-deadline': {
    en: phrases`
      filing deadline, filing due, filing today, must be filed, must file, file by, file today, court,
      tribunal, hearing tomorrow, hearing today, hearing is, statutory deadline, regulatory deadline,
      legal deadline, limitation, time barred, time bar, deadline expires, expires today, expires tonight,
      expires at midnight, expires tomorrow, lapses, injunction, subpoena, subpoenaed, dawn raid, warrant,
      cease and desist, enforcement notice, statutory notice, appeal deadline, notify the regulator,
      must notify, notification deadline, tax deadline, hmrc deadline, signing today, closing today,
      completion today, exchange today, penalty from, fine from`,
    de: phrases`
      lauft heute ab, lauft morgen ab, frist*, notfrist, klagefrist, widerspruchsfrist, einspruchsfrist,
      berufungsfrist, begrundungsfrist, verjahrung, verjahrt, gericht, gerichtstermin, landgericht,
      amtsgericht, arbeitsgericht, verhandlung vor, verfugung, durchsuchung*, hausdurchsuchung,
      staatsanwaltschaft, vorladung, abmahnung erhalten, bescheid, bussgeld, zwangsgeld, klage, anklage,
      eilantrag, ausschlussfrist, meldefrist, heute unterschreiben, notartermin`,
    other: phrases`
      delai legal, assignation, date limite legale, plazo legal, juzgado, orden judicial, vence hoy,
      termin ustawowy, pozew, uplywa termin, prazo legal, liminar, vence hoje, 期 限, 裁 判`,
  },
  'join-now': {
    en: phrases`
      join now, join asap, dial in now, jump on, hop on, get on the call, get on now, drop everything,
      drop what you, right now, right away, this minute, this second, now please, please now, immediately,
      straight away, at once, stop what you, all hands on deck, need you now, need everyone,
      need everybody now, need hands, whoever is, whoever can, anyone who can, everyone on call,
      bridge open, bridge is open, room is open, line is open, call is live, meet now, starting now,
      happening now, ongoing now, as we speak`,
    de: phrases`
      sofort, jetzt gleich, einwahlen, unverzuglich, umgehend, alles stehen und liegen, alle mann,
      alle verfugbaren, alle die konnen, wer kann bitte, wer da ist, jetzt bitte, bitte jetzt, ab jetzt,
      gerade eben, dazuschalten, dazukommen, zuschalten, alle dazu`,
    other: phrases`
      immediatement, tout de suite, maintenant, connectez vous, rejoignez, inmediatamente, ahora mismo,
      conectaos, de inmediato, natychmiast, teraz, dolaczcie, imediatamente, agora, 今 す, 直 ち に, 至 急 参 加`,
  },
  'today-deadline': {
    en: phrases`
      by end of day, by end of today, end of day today, eod, by cob, cob today, close of business,
      close of play, by noon, by lunch, by lunchtime, before noon, before 5, by 5, by 5pm, by 4pm, by 3pm,
      by 6pm, tonight, midnight, by today, due today, needed today, answer today, decide today,
      decision today, today only, today or, this morning, this afternoon, this evening, within the hour,
      within hours, in the next hour, next two hours, in an hour, in two hours, in 2 hours,
      go live tomorrow, goes live tomorrow, launch tomorrow, launches tomorrow, ships tomorrow,
      ship today, due tomorrow, by tomorrow, first thing tomorrow, before tomorrow, press at,
      before the press, markets open, before the market opens, before doors open`,
    de: phrases`
      heute abend, bis heute, noch heute, heute noch, bis 12 uhr, bis 14 uhr, bis 15 uhr, bis 16 uhr,
      bis 17 uhr, bis 18 uhr, bis mittag, mitternacht, bis feierabend, bis dienstschluss,
      bis geschaftsschluss, bis ende des tages, heute entscheiden, heute eine antwort, heute antwort,
      heute fallig, heute raus, muss heute, mussen heute, heute nachmittag, heute vormittag, heute fruh,
      heute morgen, innerhalb einer stunde, in einer stunde, in zwei stunden, nachste stunde, bis morgen,
      morgen fruh, morgen live, go live morgen, golive morgen, morgen fallig, geht morgen, morgen vor`,
    other: phrases`
      d ici ce soir, avant ce soir, avant midi, aujourd hui, pour demain, antes de hoy, hoy mismo,
      para hoy, esta tarde, antes de manana, do konca dnia, na dzis, jeszcze dzis, na jutro, ate hoje,
      ainda hoje, hoje a tarde, ate amanha, 本 日 中, 今 日 中, 明 日`,
  },
  loud: {
    en: phrases`
      urgent, urgently, asap, a s a p, important, critical, crucial, high priority, top priority,
      top prio, mandatory, compulsory, attendance required, attendance expected, must attend, must join,
      everyone must, required attendance, please join, please attend, be on time, be there, dont miss,
      do not miss, dont be late, no excuses, non negotiable attendance, please prioritise,
      please prioritize, please accept, hot topic, burning, time sensitive, action required, read this,
      please read, must read, attention, last chance, final call, short notice`,
    de: phrases`
      dringend*, eilt, eilig, eilsache, schnellstmoglich, so schnell wie moglich, zeitnah, wichtig,
      wichtige, wichtiger termin, wichtiges thema, prioritat, pflicht, pflichttermin,
      pflichtveranstaltung, anwesenheitspflicht, teilnahmepflicht, verpflichtend, verbindlich, zwingend,
      bitte teilnehmen, unbedingt, punktlich, nicht verpassen, kurzfristig*, brandeilig, achtung,
      bitte beachten, bitte zusagen, brennt unter`,
    other: phrases`
      obligatoire, urgente, importante, obligatorio, asistencia obligatoria, pilne, wazne, obowiazkowe,
      obrigatorio, presenca obrigatoria, 至 急, 重 要, 必 須`,
  },
  'routine-marker': {
    en: phrases`
      as every week, as every month, as every year, as every quarter, as always, as usual, same procedure,
      same time, the usual, usual agenda, usual place, usual slot, usual suspects, bau, standing agenda,
      standing item, standard agenda, same agenda, same format, like every, like last time,
      like last week, like last month, our regular, our weekly, our usual, recurring topics, periodic,
      annual, yearly, monthly, quarterly, drill, exercise only, simulation, simulated, tabletop,
      table top exercise, game day, test alarm, practice alarm, planned maintenance, planned outage,
      maintenance window, scheduled downtime, no rush, not urgent, when you have time, no hurry,
      low priority, whenever suits`,
    de: phrases`
      wie immer, wie gewohnt, wie ublich, wie jede woche, wie jeden monat, wie jedes jahr,
      wie jedes quartal, wie gehabt, wie letztes mal, das ubliche, die ublichen, ubliche agenda,
      ubliche runde, gleiche agenda, gleiche zeit, gleicher ort, alle jahre wieder, standardagenda,
      standardtermin, routine*, turnusmassig*, turnus, jahrlich*, regelmassig*, quartalsweiser, ubung,
      probealarm, notfallubung, planspiel, raumungsubung, evakuierungsubung, wartungsfenster, wartung,
      keine eile, eilt nicht, nicht dringend, bei gelegenheit, wenn ihr zeit habt, wenn du zeit hast,
      hat zeit`,
    other: phrases`
      comme d habitude, comme chaque semaine, comme toujours, como siempre, como cada semana, sin prisa,
      jak zwykle, jak co tydzien, jak zawsze, cwiczenia, como sempre, sem pressa, pas urgent, simulacro,
      避 難 訓 練, 例 年`,
  },
  'past-incident': {
    en: phrases`
      yesterdays outage, yesterdays incident, last nights outage, last nights incident, last weeks outage,
      last weeks incident, last months outage, mondays outage, tuesdays outage, wednesdays outage,
      thursdays outage, fridays outage, the recent outage, recent incident, past incident, past incidents,
      incident review, incident reviews, incident recap, incident retro, incident retrospective,
      incident report, post incident, postincident, pir, rca, root cause, root causes, corrective actions,
      preventive actions, capa, 8d, 5 whys, five whys, fishbone, fixed since, was fixed, has been fixed,
      already fixed, since fixed, resolved on, was resolved, is resolved, all resolved, fully resolved,
      back up since, service restored, near miss, near misses, last quarters incidents,
      significant event analysis, serious untoward incident, sui review, datix review, what happened on,
      timeline of the incident`,
    de: phrases`
      ausfall von gestern, ausfall gestern, gestriger ausfall, gestrigen ausfall, gestrige storung,
      storung von gestern, storung gestern, letzte woche ausfall, ausfall letzte woche,
      storung letzte woche, vorfall letzte woche, vorfall vom, ausfall vom, storung vom, ausfall am,
      nachbesprechung, nachbereitung, nachbearbeitung, aufarbeitung, vorfallanalyse, fehleranalyse,
      ursachenanalyse, ursachenforschung, 5 why, ishikawa, korrekturmassnahmen, abstellmassnahmen,
      behoben, lauft wieder, lauft seit, wieder stabil, unfallanalyse, beinaheunfall, beinahe unfall,
      cirs, ereignisanalyse, was ist passiert`,
    other: phrases`
      incident d hier, panne d hier, analyse des causes, revue d incident, incidente de ayer, causa raiz,
      revision del incidente, wczorajsza awaria, analiza przyczyn, incydent z, incidente de ontem,
      analise de causa, 再 発 防 止, 原 因`,
  },
} as const satisfies ConceptTable;
