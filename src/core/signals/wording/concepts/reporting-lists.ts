import { type ConceptTable, phrases } from './concept-table.ts';

/** Regular rounds over a list: what is tracked, what is missing, how often. */
export const reportingListConcepts = {
  'tracker-rows': {
    en: phrases`
      go through the log, go through the items, through the list, through the board, through the sheet,
      through the spreadsheet, through the tickets, through the rows, tracker, row by row, line by line,
      item by item, ticket by ticket, action log, action items, action list, actions from last,
      actions review, action review, open actions, list of actions, jira board, kanban board,
      trello board, planner board, smartsheet, gantt, grooming, refinement, triage, ticket review,
      pipeline review, deal review, forecast call, pipeline call, case list, caseload review, matter list,
      job list, punch list, snag list, snagging, defect list, order book, wip list, wip meeting`,
    de: phrases`
      liste durchgehen, liste durch, durch die liste, zeile fur zeile, punkt fur punkt, ticket fur ticket,
      zeilenweise, massnahmenliste, massnahmenplan, massnahmentracking, aufgabenliste, todo liste,
      to do liste, lop, offene punkte liste, op liste, oplliste, opl, board durchgehen, durchs board,
      tickets durchgehen, backlog, mangelliste, restpunkteliste, fallliste, aktenliste, vorgangsliste,
      auftragsliste, terminliste, tabelle durchgehen, excel durchgehen, excel liste, pipeline durchgehen`,
    other: phrases`
      ligne par ligne, suivi des actions, liste d actions, linea por linea, lista de acciones,
      wiersz po wierszu, lista zadan, linha por linha, lista de acoes, 一 覧`,
  },
  chasing: {
    en: phrases`
      overdue, past due, still missing, is missing, are missing, missing entries, outstanding, still open,
      still waiting, havent submitted, havent filled, havent sent, havent done, not yet submitted,
      not yet received, not submitted, please submit, please complete, please fill, update your,
      please upload, please hand in, hand in your, due by, due on, reminder, reminders, nudge, chase,
      chaser, chasing, following up on, timesheet, timesheets, expense claims, expense reports,
      mandatory modules, deadline for, havent replied, no reply yet, who hasnt, those who havent,
      pending from, pending items`,
    de: phrases`
      uberfallig*, fehlt noch, fehlen noch, fehlende, ausstehend, ausstehende, steht noch aus,
      stehen noch aus, noch offen, offene punkte, offene themen, abhaken, noch nicht abgegeben,
      noch nicht eingereicht, noch nicht eingetragen, noch nicht ausgefullt, bitte ausfullen,
      bitte eintragen, nachtragen, bitte einreichen, bitte abgeben, abgabe, abgabefrist, einreichefrist,
      erinnerung, nachfassen, nachhaken, hinterher, stundenzettel, zeiterfassung, reisekosten,
      wer noch nicht, ruckstand, ruckstande, ruckmeldung fehlt, mahnung`,
    other: phrases`
      rappel, en retard, en attente, relance, recordatorio, pendiente, pendientes, atrasado,
      przypomnienie, zalegle, brakujace, lembrete, pendencias, atrasados, 催 促, 未 提 出`,
  },
  'cadence-word': {
    en: phrases`
      weekly, weeklies, biweekly, fortnightly, every week, every two weeks, every fortnight, every monday,
      every tuesday, every wednesday, every thursday, every friday, each week, each month,
      monthly meeting, monthly sync, monthly call, quarterly meeting, cadence, recurring,
      standing meeting, standing call, regular meeting, regular catch up, regular call, regulars,
      governance call, steering committee, steering group, steerco, committee meeting, monday meeting,
      friday meeting, team meeting, leads meeting, leadership meeting, leadership team,
      management meeting, ops meeting, ops review, monthly review, wbr`,
    de: phrases`
      wochentlich*, zweiwochentlich*, vierzehntagig, 14 tagig, alle zwei wochen, alle 2 wochen,
      jede woche, jeden montag, jeden dienstag, jeden mittwoch, jeden donnerstag, jeden freitag,
      monatlich*, quartalsweise, regeltermin*, regelmeeting, regelkommunikation, serientermin, jour fixe,
      jourfixe, jourfix, jour fix, jf, teammeeting, teamrunde, teamsitzung, teambesprechung,
      abteilungsrunde, abteilungsbesprechung, bereichsrunde, bereichsleiterrunde, leitungsrunde,
      leiterrunde, fuhrungsrunde, montagsrunde, freitagsrunde, wochenmeeting, wochenrunde,
      wochenbesprechung, monatsrunde, monatsmeeting, quartalsrunde, lenkungsausschuss, lenkungskreis,
      steuerkreis, projektrunde, projektbesprechung, baubesprechung`,
    other: phrases`
      hebdo, hebdomadaire, mensuel, semanal, quincenal, mensual, cotygodniowe, tygodniowe, miesieczne,
      mensal, quinzenal, comite de pilotage, 定 例, 週 次, 月 次, 毎 週`,
  },
  'sitrep-checkin': {
    en: phrases`
      sitrep, sit rep, situation report, checkin, checkins, check ins, checkpoint, check point, pulse,
      temperature check, heads up, quick check, mid sprint check, midpoint check, touchpoint, touch point,
      touchpoints, health check project, gate check, alignment check`,
    de: phrases`
      lage, lagebericht, lageupdate, zwischencheck, check in, projektcheck, kurzer check, kurzcheck,
      wochencheck, wochenstart, wochenabschluss, standortbestimmung, zwischenbilanz, kurz abgleichen,
      abgleich, abgleichtermin`,
    other: phrases`
      point d etape, point de situation, punto de control, chequeo, kontrola postepow, ponto de controle,
      checagem, 状 況 確 認`,
  },
} as const satisfies ConceptTable;
