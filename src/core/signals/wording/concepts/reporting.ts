import { type ConceptTable, phrases } from './concept-table.ts';

/** Everyone says where things stand. */
export const reportingConcepts = {
  'status-word': {
    en: phrases`
      statuses, update, updates, progress, where we are, where are we, wheres, how far, on track,
      off track, state of play, latest on, the latest, current state of, state of the project, report in,
      to report`,
    de: phrases`
      statusbericht*, statusmeeting*, statusrunde*, statusupdate*, statustermin*, statuscall*,
      statusabfrage, *status, stand, zwischenstand*, sachstand*, projektstand, planungsstand, baustand,
      wo stehen wir, wo wir stehen, wie weit, fortschritt*, projektfortschritt, baufortschritt, lagebild,
      auf dem laufenden`,
    other: phrases`
      avancement, point projet, statut, ou en est, ou en sommes, seguimiento, estado del proyecto, avance,
      avances, estado de, actualizacion, puesta al dia, postepy, stan projektu, aktualizacja,
      na jakim etapie, andamento, atualizacao, acompanhamento, progresso, 進 捗, 状 況`,
  },
  'round-of-updates': {
    en: phrases`
      each team, each lead, each dept, each department, each site, each region, each ward, each store,
      each branch, each shop, each committee, each owner, each pi, each group reports, each manager,
      every team, every lead, every dept, every department, every site, everyone gives, everyone shares,
      everyone says, everyone reports, everyone tells, everybody gives, everybody reports, everyone reads,
      go round, go around, goes round, going round, goes around, going around, round the room,
      around the room, round the table, around the table, roundtable updates, round table updates,
      round of updates, round robin, roundrobin, tour de table, whip round the teams, one by one,
      one after another, one after the other, in turn, take turns, in order, taking it in turns,
      from each, from all teams, from every, minutes each, mins each, min each, minute each, minutes per,
      mins per, min per, slot each, minute slots, updates by team, team by team, dept by dept,
      department by department, site by site, region by region, area by area, ward by ward,
      project by project, account by account, deal by deal, around the houses, around the horn,
      popcorn updates, quickfire updates, round up, roundup`,
    de: phrases`
      reihum, der reihe nach, einer nach dem anderen, nacheinander, jedes team, jeder bereich,
      jeder berichtet, jede berichtet, jeder erzahlt, jede und jeder, jeder sagt, jeder gibt,
      jede abteilung, jede station, jede filiale, jeder standort, jedes werk, jedes dezernat,
      jedes referat, jedes gewerk, jede gruppe, jede schicht, jeder teamleiter, alle berichten,
      alle teams berichten, alle bereiche, aus den bereichen, aus den teams, aus den abteilungen,
      aus den stationen, aus den referaten, berichte aus, berichtsrunde*, bericht der bereiche,
      blitzlicht*, runde durch, kurze runde, einmal rum, einmal durch die runde, update runde,
      updaterunde, minuten pro, min pro, minuten je, min je, minuten jeder, pro person, pro team,
      pro bereich, pro kopf, vorstellungsrunde der bereiche, rundlauf, rundum`,
    other: phrases`
      chacun presente, chaque equipe, a tour de role, ronda de actualizaciones, cada equipo, cada uno,
      cada area, por turnos, runda, kazdy zespol, kazdy mowi, kazdy dzial, po kolei, cada time, cada um,
      cada equipe, rodada, 各 自, 各 部, 各 課, 一 人 2 分`,
  },
  'standup-word': {
    en: phrases`
      standup, standups, stand up, stand ups, daily, dsu, scrum, sos, huddle, huddles, board round,
      board rounds, ward round board, morning meeting, morning call, morning circle, morning brief,
      morning briefing, shift briefing, tier meeting, tier 1 meeting, tier 2, gemba, what i did yesterday,
      yesterday today blockers`,
    de: phrases`
      dailys, dailies, morgenrunde*, fruhrunde*, morgenbesprechung*, fruhbesprechung*, morgenkreis,
      morgenmeeting, tagesbesprechung, tagesrunde, kurzabstimmung taglich, shopfloor*, stehung,
      kurze lage, morgenlage, lagebesprechung*, lagerunde, dienstbesprechung*, frueh runde, im stehen,
      gestern heute`,
    other: phrases`
      melee quotidienne, point quotidien, diaria, codzienne, diario do time, 朝 会, 夕 会`,
  },
  'done-next-blocked': {
    en: phrases`
      completed last week, done last week, did last week, last week this week, planned this week,
      planned for next week, next week plans, plan for the week, plans for the week, this weeks plan,
      this week next week, done doing next, done next, done and next, whats done, whats next,
      whats blocking, what you did, what did you, what youre working on, what were working on,
      working on this week, blockers, blocker, blocked, impediments, risks and issues, risks issues, raid,
      risk register, risk log, issue log, top risks, rag, traffic light, traffic lights, red yellow green,
      amber, milestones, milestone, deliverables status, wins, lowlights, ups and downs, highs and lows,
      good news bad news, percent complete, on schedule, behind schedule, slippage, slipped, workstream,
      workstreams, accomplishments, achievements, achieved`,
    de: phrases`
      erledigt, letzte woche, diese woche, was steht an, was ansteht, was liegt an, anstehendes, ausblick,
      wochenausblick, wochenplan, wochenplanung, geplant fur, nachste schritte, blockiert, hindernisse,
      hurden, was hakt, wo hakt es, wo es hakt, wo klemmt es, wo es klemmt, wo druckt der schuh, risiken,
      risikoliste, risikoregister, ampel, ampeln, ampelstatus, ampelbericht, ampelfarbe*, rot gelb grun,
      grun gelb rot, meilenstein, meilensteine, meilensteinplan, im plan, verzug, fertigstellungsgrad,
      arbeitspakete, teilprojekte, teilprojekt, woran du arbeitest, woran arbeitet, woran arbeiten,
      was jeder macht, erreicht`,
    other: phrases`
      fait a faire, blocages, points bloquants, risques, jalons, semaine prochaine, bloqueos, riesgos,
      hitos, bloqueantes, que hicimos, blokery, ryzyka, co zrobione, kamienie milowe, plany na tydzien,
      bloqueios, impedimentos, riscos, marcos, 課 題`,
  },
} as const satisfies ConceptTable;
