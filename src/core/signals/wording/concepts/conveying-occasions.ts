import { type ConceptTable, phrases } from './concept-table.ts';

/** Occasions made for passing information on: announcements, talks, demos, lessons, tours of numbers. */
export const conveyingOccasionConcepts = {
  announcement: {
    en: phrases`
      all hands, allhands, all hand, town hall, townhall, all staff, all company, company meeting,
      company update, company wide, staff meeting, staff briefing, assembly, agm, annual general meeting,
      all colleagues, everyone in the company, department meeting, faculty meeting, townhalls, fireside,
      ask me anything, ama, ceo update, ceo address, message from, a word from, news from,
      leadership update, news about, announce, announces, announcing, announcement, announcements,
      announced, launch of, launching, introducing, new policy, new policies, policy change,
      policy changes, policy update, new rules, new process, new procedure, new system, new benefits,
      benefits update, new travel policy, rollout, roll out of, rolling out, rolled out, goes live on,
      moving to the new, change notice, changes coming, changes to the policy, changes to the process,
      whats changing, what changes, whats new, what is new, new features, release notes, reorg, re org,
      reorganisation, reorganization, org changes, org update, new org, new structure, whats coming,
      kick off the year, state of the union, state of the company, state of the nation,
      vision and strategy, year ahead, effective from, effective january, from january, as of,
      from 1 january, with effect from, open enrolment, open enrollment, info session,
      information session, information event, information evening, infosession`,
    de: phrases`
      betriebsversammlung*, mitarbeiterversammlung*, mitarbeiterinfo*, belegschaft*, vollversammlung*,
      personalversammlung*, hauptversammlung, mitgliederversammlung, jahreshauptversammlung,
      generalversammlung, teilversammlung, abteilungsversammlung, dienstversammlung, gesamtkonferenz,
      infoveranstaltung*, informationsveranstaltung*, infotermin, infotermine, infocall, infoabend,
      infostunde, informationstermin, inforunde, neuigkeiten, aktuelles, news aus, neues aus, neues von,
      ankundigung*, kundigt an, bekanntgabe, bekanntmachung, bekanntgegeben, einfuhrung von,
      einfuhrung der, einfuhrung des, einfuhrung neue*, wird eingefuhrt, neue regelung*, neue richtlinie*,
      neue regeln, neuer prozess, neue prozesse, neues system, neue reisekostenrichtlinie, anderungen bei,
      anderungen im, anderung der, was andert sich, was sich andert, ab 1 januar, ab januar, ab 1 1,
      ab sofort gilt, gilt ab, gultig ab, tritt in kraft, inkrafttreten, umstellung auf, umstellung der,
      umorganisation, neue struktur, neues organigramm, geschaftsfuhrung informiert,
      wort der geschaftsfuhrung, vorstand informiert, unterweisung info, jahresauftakt`,
    other: phrases`
      annonce, annonces, reunion generale, assemblee generale, seance d information, nouvelle politique,
      nouveautes, anuncio, reunion general, asamblea, sesion informativa, nueva politica, novedades,
      ogloszenie, zebranie ogolne, spotkanie informacyjne, nowa polityka, zmiany w, comunicado,
      reuniao geral, assembleia, nova politica, novidades, 全 社 会 議, 全 体 会 議, 朝 礼, お 知 ら せ`,
  },
  talk: {
    en: phrases`
      lunch and learn, lunch learn, lunch n learn, lunchtime talk, lunch talk, brown bag, brownbag,
      tech talk, techtalk, tech talks, lightning talk, lightning talks, guest talk, lecture, lectures,
      keynote, keynotes, seminar, seminars, colloquium, symposium, speaker, speakers, talk by, talk on,
      a talk, talk about our, grand round, grand rounds, journal club, knowledge sharing, knowledge share,
      sharing session, knowledge session, learning hour, learning session, panel discussion, masterclass,
      master class, ted talk, conference talk, conference recap, trip report, guild,
      community of practice, chapter meeting, deep dive into, deep dive on, deepdive, research talk,
      author talk, expert talk, learning lunch, toolbox talk`,
    de: phrases`
      vortrage, vortrags*, fachvortrag*, gastvortrag*, impulsvortrag*, *vortrag, impuls, vorlesung,
      gastvorlesung, antrittsvorlesung, ringvorlesung, referat, referent, referentin, referiert, webinar*,
      kolloquium, lunchtalk, wissenstransfer, wissensaustausch, lernstunde, lesung, fachgruppe,
      mittagsfortbildung, teamfortbildung, expertentalk, podiumsdiskussion, podium`,
    other: phrases`
      webinaire, seminaire, intervenant, expose, charla, ponencia, seminario, ponente, wyklad, prelekcja,
      prelegent, palestra, palestrante, 講 演, 勉 強 会, 講 義`,
  },
  'demo-word': {
    en: phrases`
      demo, demos, demoing, demoed, demonstration, demonstrations, demonstrate, demonstrates,
      show and tell, show tell, show n tell, show and tells, showcase, showcases, showcasing, show case,
      show off, preview, sneak peek, first look, look at the new, a look at, looks at the new,
      see the new, in action, tour of the, virtual tour, clicks through, click through, clickthrough,
      product tour, feature tour, what we built, what weve built, what we shipped, what shipped,
      sprint review, iteration review, screen share, end of sprint, watch the`,
    de: phrases`
      demotermin, produktdemo, livedemo, sprintdemo, vorfuhrung*, vorgefuhrt, fuhrt vor, fuhre vor,
      demonstriert, vorschau, einblick in das neue, erster blick, blick auf die neue, blick auf das neue,
      schaut euch das neue, sprintreview, tour durch, rundgang durch das tool, was wir gebaut haben,
      neue funktionen, neue features, neue version`,
    other: phrases`
      avant premiere, apercu, demostracion, pokaz, demonstracao, previa`,
  },
  'q-and-a-at-end': {
    en: phrases`
      q and a, q a, qa at the end, questions at the end, questions at end, time for questions,
      questions afterwards, questions after, room for questions, chance to ask, followed by questions,
      then questions, followed by q, with q, any questions, ask questions, ask your questions,
      submit questions, submit your questions, slido, mentimeter, questions in advance,
      questions beforehand, office hours, office hour, open hour, drop in clinic, surgery hour,
      ask the expert, ask anything`,
    de: phrases`
      fragen am ende, fragen am schluss, zeit fur fragen, raum fur fragen, platz fur fragen,
      anschliessend fragen, danach fragen, im anschluss fragen, fragerunde*, fragestunde*,
      fragen und antworten, fragen vorab, fragen gern vorab, eure fragen, fragen stellen, sprechstunde`,
    other: phrases`
      questions reponses, questions a la fin, preguntas y respuestas, preguntas al final,
      pytania i odpowiedzi, pytania na koniec, perguntas e respostas, perguntas no final, 質 疑 応 答`,
  },
  teaches: {
    en: phrases`
      how to, how it works, how the new, how our, intro to, introduction to, an introduction,
      introduction of the, basics of, the basics, fundamentals, essentials, beginners, 101, tutorial,
      tutorials, trainings, train the, trained on, fire safety, e learning, elearning, refresher, course,
      courses, class, classes, lesson, lessons on, teach, teaches, learn how, learn about, learn to,
      learn the, learn what, learning about, explainer, demystif*, onboarding to the tool,
      tour of the tool, tool tour, guide to, tips and tricks, tips tricks, best practices,
      best practice sharing, enablement, certification, accreditation, upskilling, knowledge transfer,
      kt session, instruction, instructions on`,
    de: phrases`
      schulung*, *schulung, einweisung*, geratseinweisung*, unterweisung*, *unterweisung, brandschutz*,
      *training, lehrgang, kurse, *kurs, auffrischung*, fortbildung*, weiterbildung*, pflichtfortbildung,
      einfuhrung in, grundlagen, basiswissen, anleitung, so funktioniert, wie funktioniert, wie man,
      wie ihr, wie nutze ich, wie nutzt man, tipps, lernen wie, lernt wie, lernen wir, lernt ihr,
      erfahrt ihr, multiplikatoren*, tool einfuhrung, richtig nutzen, bedienung, wissensvermittlung`,
    other: phrases`
      formation, formations, initiation, apprendre, introduction a, comment utiliser, formacion,
      capacitacion, como usar, curso, introduccion a, szkolenie, szkolenia, jak korzystac,
      wprowadzenie do, treinamento, capacitacao, como utilizar, introducao a, 研 修, 講 習, 講 座, 訓 練`,
  },
  'dashboard-metrics': {
    en: phrases`
      dashboard, dashboards, metrics, metric, kpi, kpis, numbers, figures, statistics, stats, charts,
      graphs, tableau, power bi, powerbi, looker, grafana, spend, burn, expenses, actuals, variance,
      variances, budget vs actual, p and l, p l, pnl, balance sheet, month end, monthend, month close,
      quarter close, year end close, management accounts, revenue, forecast, forecasts, bookings, trend,
      trends, footfall, occupancy, utilisation, utilization, oee, scrap rate, yield, throughput, csat,
      nps, slo, slos, error budget, uptime, velocity chart, burndown, conversion, analytics,
      business review, mbr, scorecard, length of stay`,
    de: phrases`
      kennzahl, *zahlen, metriken, statistiken, *statistik, umsatz, umsatze, absatz, ist soll, soll ist,
      abweichungen, hochrechnung, bwa, guv, bilanz, controlling, controllingbericht, monatsbericht*,
      wochenbericht*, quartalsbericht*, monatsabschluss, quartalsabschluss, budgetbericht, kostenbericht,
      kosten im monat, auslastung*, belegung, ausschussquote, fehlzeiten, krankenstand, auftragseingang,
      auftragsbestand, reporting, report, reports, auswertungen, excel tabelle, verbrauch,
      verbrauchswerte`,
    other: phrases`
      indicateurs, chiffres, rapport mensuel, indicadores, cifras, tablero, metricas, informe mensual,
      wskazniki, liczby, raport, raporty, numeros do mes, relatorio, painel, 数 字, 実 績, 売 上, 月 報, 指 標`,
  },
} as const satisfies ConceptTable;
