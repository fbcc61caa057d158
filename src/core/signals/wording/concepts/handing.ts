import { type ConceptTable, phrases } from './concept-table.ts';

/** Work goes from one pair of hands to another. */
export const handingConcepts = {
  'handover-word': {
    en: phrases`
      handover, handovers, hand over, hand overs, handing over, hands over, handed over, handoff,
      handoffs, hand off, hand offs, handing off, baton, pass on to, passing on, take over from,
      takes over from, taking over, takeover of, shift change, changeover, change over of shift,
      turnover of shift, shift turnover, shift report, sbar, isobar, night team, night shift, day shift,
      early shift, late shift, nights to days, days to nights, follow the sun, emea to, apac to, us to,
      to apac, to emea, transition of, transition meeting, transition plan, transition from, transfer of,
      sales to delivery, sales to cs, outgoing, incoming`,
    de: phrases`
      ubergaben, *ubergabe, ubergabetermin, ubergabegesprach, ubergabeprotokoll, ubergebe, ubergibt,
      ubergeben, schichtwechsel, schichtubergabe*, dienstubergabe*, dienstwechsel, stabwechsel,
      staffelstab, fruhschicht, spatschicht, nachtschicht, tagschicht, nachtdienst, fruhdienst,
      spatdienst, tagdienst, fruh zu spat, spat an nacht, ubernimmt, ubernehme von, ubernahme von,
      uberleitung, ablosung, nachfolge, nachfolger, nachfolgerin, uberfuhrung in den betrieb`,
    other: phrases`
      passation, transmission, transmissions, releve, traspaso, relevo, cambio de turno, entrega de turno,
      przekazanie, zmiana dyzuru, passagem de turno, passagem de plantao, passagem de bastao, transicao,
      引 継, 引 き 継 き, 交 代, 申 し 送 り`,
  },
  'open-tickets-list': {
    en: phrases`
      open tickets, open cases, open incidents, open items, open issues, open jobs, open orders,
      open alerts, open threads, watch items, watch list, watchlist, things to watch, keep an eye on,
      in flight, inflight, work in progress, whats open, what is open, state of play note, on call,
      oncall, pager handover, beds, bed state, patients list, patient list, sick patients,
      jobs outstanding, pending jobs, machine status, machine states, open work orders, quirks, gotchas,
      where everything is, where things are, logins, passwords and`,
    de: phrases`
      offene tickets, offene falle, offene vorgange, offene auftrage, offene vorfalle, offene storungen,
      offene aufgaben, offene sachen, offene projekte, laufende vorgange, laufende falle,
      laufende auftrage, laufende projekte, in arbeit, was lauft, was gerade lauft, was noch lauft,
      was offen ist, was ist offen, was noch offen, beobachten, im auge behalten, rufbereitschaft,
      bereitschaft, bereitschaftsdienst, bereitschaftswechsel, dienstplan heute, patientenliste,
      bettenlage, belegungsliste, maschinenzustand, maschinenstatus, besonderheiten, auffalligkeiten,
      vorkommnisse`,
    other: phrases`
      tickets ouverts, dossiers en cours, astreinte, tickets abiertos, casos abiertos, guardia,
      otwarte zgloszenia, otwarte sprawy, dyzur, chamados abertos, plantao, casos em aberto, 当 番, 未 対 応`,
  },
  'leave-cover': {
    en: phrases`
      while im away, while i am away, while im out, while im off, while shes away, while hes away,
      while shes out, while hes out, before i leave, before i go, before my leave, before her leave,
      before his leave, before my holiday, before vacation, on leave, annual leave, on holiday,
      on vacation, on pto, parental leave, maternity leave, maternity cover, paternity leave, sabbatical,
      leave cover, holiday cover, vacation cover, cover for me, covers for me, covering for,
      cover arrangements, in my absence, stand in for, standing in for, im back on, out of office, ooo,
      last week before`,
    de: phrases`
      urlaubsvertretung*, vertretung*, vertritt mich, vertrittst mich, vertrete, vertreten mich,
      wahrend meines urlaubs, wahrend ich weg, urlaub, urlaubsubergabe*, elternzeit, elternzeitvertretung,
      mutterschutzvertretung, abwesenheit, bin nicht da, abwesend, weg bin`,
    other: phrases`
      conges, conge maternite, vacances, vacaciones, baja maternal, urlop, na urlopie, zastepstwo, ferias,
      licenca maternidade, 休 暇, 有 給, 不 在`,
  },
} as const satisfies ConceptTable;
