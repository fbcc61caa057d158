import { type ConceptTable, phrases } from './concept-table.ts';

/** Plans are made, things are practised, sheets are filled in. */
export const creatingPlanConcepts = {
  'planning-word': {
    en: phrases`
      planning, plan, plans, resourcing, budgeting, pi, next sprint, roadmap, roadmaps, okr, okrs, goals,
      goal setting, objectives for, targets for, estimate, estimates, estimation, estimating, sizing,
      story points, poker, backlog prioritisation, backlog prioritization, scope the, scoping, timeline,
      timelines, next quarter, next year, q1, q2, q3, q4, h1, h2, scheduling, schedule for`,
    de: phrases`
      planungen, *planung, planungsrunde, planungstermin, planungssitzung, planungsworkshop, planungstag,
      planen, verplanen, nachster sprint, nachsten sprint, ziele fur, jahresziele, quartalsziele,
      schatzen, schatzung, schatzrunde, aufwandsschatzung, terminplan, zeitplan, nachstes quartal,
      nachstes jahr, halbjahr`,
    other: phrases`
      planification, planifier, feuille de route, objectifs, trimestre, planificacion, planificar,
      hoja de ruta, objetivos, planowanie, cele, szacowanie, planejamento, planejar, metas, 計 画, 予 算, 目 標,
      見 積`,
  },
  'capacity-argued': {
    en: phrases`
      what fits, does not fit, doesnt fit, doesnt all fit, wont all fit, wont fit, cant do everything,
      cant do all, cant do both, not everything fits, what do we drop, what to drop, what we drop,
      drop something, something has to go, something has to give, what gives, what has to give,
      what gets cut, what to cut, what do we cut, what we cut, cut scope, cut line, draw the line,
      what not to do, what we wont do, what we stop, stop doing, what goes first, what comes first,
      what first, which first, prioritise, prioritize, prioritisation, prioritization, priorities,
      priority call, reprioritise, reprioritize, competing for, compete for, trade against,
      more work than, too much work, too many projects, too few people, not enough people,
      not enough hands, short staffed, understaffed, overbooked, overcommitted, over capacity,
      oversubscribed, double booked, same people, same engineers, same team wanted, same slot,
      same resource, over by, points too many, only room for, room for one, only one can, only enough for,
      limited budget, shared resource`,
    de: phrases`
      was passt rein, was rein passt, passt nicht alles, passt nicht rein, nicht alles passt,
      nicht alles schaffen, schaffen nicht alles, konnen nicht alles, geht nicht alles, nicht alles geht,
      was fallt raus, was rausfallt, was fliegt raus, streichen, was lassen wir, weglassen, was zuerst,
      was kommt zuerst, reihenfolge, priorisier*, prioritaten, prios, prioritatenkonflikt, konkurrierende,
      konkurrieren, mehr arbeit als, mehr wunsche als, mehr projekte als, zu viele projekte,
      zu viel arbeit, zu wenig leute, zu wenig personal, zu wenige, engpass, engpasse, personalmangel,
      unterbesetzt, uberbucht, uberplant, doppelt verplant, doppelt belegt, gleichen leute,
      dieselben leute, gleiche ressource, nur platz fur, nur budget fur, nur eins von, reicht nicht fur,
      reicht nur, gewunscht`,
    other: phrases`
      priorites, prioriser, pas tout faire, que laisser tomber, prioridades, priorizar, no cabe todo,
      que dejamos fuera, priorytety, priorytetyzacja, nie wszystko, za malo ludzi, nao cabe tudo,
      o que cortar, 優 先`,
  },
  'hands-on': {
    en: phrases`
      hands on, handson, bring your laptop, bring your laptops, bring a laptop, bring your own,
      laptops open, laptop needed, your own laptop, exercise, exercises, practice, practise, practising,
      practicing, dry run, rehearsal, rehearse, run through together, role play, roleplay, role plays,
      roleplays, act out, try it, try out, youll try, youll use, youll do, youll build, you will build,
      you press, you do it, everyone does, everybody does, everyone builds, everyone gets to,
      do it yourself, by doing, lab, labs, dojo, kata, katas, code along, follow along, sandbox,
      playground, install party, clinic session, drop in help, get help, help you, helpers,
      experts in the room, coaches go round, sit next to you, sits next to you, one per person, mannequin,
      manikin, cpr, first aid, defibrillator, sim session, forklift, ladder, cook, sew, weld, assemble,
      take apart, ptt, fire extinguisher, swap every, places limited, limited places`,
    de: phrases`
      laptop mitbringen, laptops mitbringen, bitte laptop, eigener laptop, eigenen laptop, mit laptop,
      ubungen, *ubung, uben, geubt, mitmach*, ausprobieren, probiert, probieren, selber machen,
      selbst machen, jeder macht, jede macht, jeder baut, jeder darf, alle durfen, am gerat, am geraten,
      an der maschine, an der puppe, am patienten, praxis*, praktisch, praktische, praktischer teil,
      praktisches, rollenspiel*, generalprobe, probelauf, simulation*, labor, testsystem, erste hilfe*,
      ersthelfer*, reanimation*, defi, feuerloscher, staplerschein, anleitung vor ort, unter anleitung,
      mit trainer, begrenzte platze, max 8, max 10, max 12`,
    other: phrases`
      travaux pratiques, exercices, pratique, ordinateur portable, practica, practicas, ejercicios,
      traer portatil, cwiczenie, cwiczeniami, praktyczne, wlasny laptop, pratica, exercicios,
      traga seu notebook, mao na massa, 実 習, 演 習, 実 技, 練 習`,
  },
  'fills-sheet': {
    en: phrases`
      fill out, fill in, fill the, complete the sheet, complete the survey, form, forms, enter your,
      put your name, put your names, add your name, add your dates, add yourself, sign up, signup,
      register here, registration, rota, rotas, roster, on call schedule, availability, availabilities,
      holiday dates, vacation dates, leave dates, confirm dates, agree dates, dates for, seating plan,
      desk plan, desk booking, room allocation, allocate rooms, parking spaces, locker, shirt sizes,
      dietary requirements, menu choices, car pool, car share, inventory count, stock take, stocktake,
      data entry, bring your dates`,
    de: phrases`
      in die liste, in der liste, tragt euch ein, trag dich ein, eintragen, eingetragen, tabelle fullen,
      ausfullen, formular, formulare, fragebogen, anmelden bis, anmeldung, anmeldeliste, urlaubsplan,
      urlaubsliste, urlaubstermine, urlaubswunsche, dienstplan, dienstplane, schichtplan, einsatzplan,
      raumplan, raumbelegung, belegungsplan, sitzplan, parkplatze, parkplatz, schlussel, verfugbarkeit,
      verfugbarkeiten, termine abgleichen, termine abstimmen, termine festlegen, terminabstimmung,
      terminplanung, terminabgleich, inventur, bestellliste, t shirt grossen, essenswunsche`,
    other: phrases`
      remplir, disponibilites, formulaire, planning de garde, rellenar, formulario, disponibilidad,
      turnos, uzupelnic, wypelnic, formularz, grafik, dostepnosc, preencher, planilha, disponibilidade,
      escala, 記 入, 日 程`,
  },
} as const satisfies ConceptTable;
