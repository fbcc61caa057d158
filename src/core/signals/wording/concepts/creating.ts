import { type ConceptTable, phrases } from './concept-table.ts';

/** Something is made in the meeting that did not exist before. */
export const creatingConcepts = {
  'brainstorm-word': {
    en: phrases`
      brainstorm, brainstorms, brain storm, braindump, brain dump, ideas, idea, ideate, ideation,
      jam session, design jam, whiteboard, whiteboarding, white board, flip chart, flipcharts, blue sky,
      blue skies, bluesky, blank page, blank sheet, blank slate, blank canvas, from scratch, from zero,
      nothing is written, nothing written yet, no draft yet, no plan yet, no slides yet, think out loud,
      thinking out loud, dream, dreaming, what if, what could, what might, how might we, hmw, imagine,
      reimagine, rethink, spitball, spitballing, riff, riffing, creative, creativity, crazy eights,
      crazy 8s, six hats, anything goes, diverge, moonshot, hackathon, hack day, hack week, name storm,
      naming session, think tank, dont judge`,
    de: phrases`
      brainstorming*, brainstormen, ideen, ideensammlung, ideenfindung, ideenrunde, ideenworkshop,
      ideenwerkstatt, spinnen, rumspinnen, herumspinnen, spinnerei, gedanken sammeln, stoffsammlung,
      sammeln wir, flipchart, metaplan, weisses blatt, leeres blatt, leere wand, grune wiese,
      auf der gruenen wiese, von null, bei null, noch nichts, noch kein konzept, noch keine folien,
      laut denken, querdenken, kreativ*, was ware wenn, was konnten wir, wie konnten wir, wie konnte,
      traumen, neu denken, zukunftswerkstatt, denkwerkstatt, kopfstand methode, alles ist erlaubt,
      ohne scheren im kopf`,
    other: phrases`
      remue meninges, idees, tableau blanc, pizarra, burza mozgow, pomysly, tablica, ideias,
      quadro branco, 発 想, 企 画 会 議, 案 出`,
  },
  'makes-together': {
    en: phrases`
      sketch, sketches, sketching, draw, drawing, stickies, sticky, post its, post it, postits, mural,
      miro, figjam, jamboard, lucidspark, cluster, clustering, affinity, dot vote, dot voting,
      vote on the best, mapping session, map out, story mapping, event storming, eventstorming,
      value stream mapping, process mapping, wardley, lego, prototype together, prototyping,
      paper prototype, design studio, design sprint, design thinking, design session, design together,
      codesign, co design, co create, cocreate, co creation, cocreation, build together,
      building together, write together, writing together, draft together, drafting together,
      create together, small groups, breakout, breakouts, break out groups, in pairs, in threes, mob,
      ensemble programming, pair on, pairing, pair programming, swarm, swarming, jointly, together we,
      all of us together, world cafe, open space, unconference, fishbowl, bring pens, markers, scissors`,
    de: phrases`
      skizzieren, skizze, skizzen, zeichnen, zettel, klebezettel, haftnotizen, moderationskarten,
      karten kleben, miroboard, conceptboard, clustern, punkte kleben, gemeinsam entwickeln, erarbeiten,
      gemeinsam entwerfen, gemeinsam gestalten, gemeinsam bauen, gemeinsam schreiben,
      gemeinsam ausarbeiten, zusammen entwickeln, zusammen bauen, zusammen schreiben, zusammen entwerfen,
      entwickeln wir, prototyp bauen, prototypen, kleingruppen, gruppenarbeit, arbeitsgruppen,
      zu zweit programmieren, pairen, wertstrom*, prozessaufnahme, journey, barcamp, stifte, stuhlkreis,
      werkstatt, bastel*`,
    other: phrases`
      co construire, co construction, ensemble on, sous groupes, dessiner, co crear, disenar juntos,
      dibujar, en grupos, notas adhesivas, wspolnie, razem wypracujemy, karteczki, w grupach, cocriar,
      desenhar juntos, em grupos, construir juntos, 共 同, 一 緒`,
  },
  'kickoff-word': {
    en: phrases`
      kick off, kick offs, kicking off, kicks off, project start, project launch meeting, lift off,
      liftoff, inception, inaugural, first meeting, first session, first time everyone, first time we,
      first get together, starting the project, start of the project, launch the project,
      start up meeting, startup meeting, project initiation, initiation meeting, forming, all parties,
      mobilisation, mobilization, pre start meeting, chartering`,
    de: phrases`
      kickoff*, *kickoff, auftakt, auftakttreffen, auftaktveranstaltung, auftaktmeeting, auftaktsitzung,
      auftaktworkshop, auftaktgesprach, projektstart, projektauftakt, startschuss, starttermin,
      startgesprach, anlaufgesprach, bauanlaufgesprach, baustelleneinweisung, konstituierend*,
      erstes treffen der, erste sitzung, erste runde, zum ersten mal alle, erstmals alle, initialworkshop,
      scoping`,
    other: phrases`
      lancement, demarrage, arranque, lanzamiento, inicio del proyecto, rozpoczecie projektu,
      start projektu, abertura do projeto, inicio do projeto, 発 足, 開 始`,
  },
  'workshop-word': {
    en: phrases`
      working session, work session, working meeting, working group, work group, offsite, off site,
      onsite session, away days, awayday, summit, hands together, bootcamp, boot camp, sprint week,
      design week, planning retreat, team retreat, leadership retreat, strategy retreat, co working,
      coworking, focus session, writing session, write a thon, jam, charrette, kaizen, rapid improvement,
      lab day`,
    de: phrases`
      workshop*, *workshop, arbeitssitzung, arbeitstreffen, arbeitstermin, arbeitsrunde, arbeitsgruppe,
      arbeitskreis, ag sitzung, klausur*, strategieklausur, teamklausur, tagung, studientag,
      padagogischer tag, kvp, qualitatszirkel`,
    other: phrases`
      atelier, ateliers, seance de travail, groupe de travail, seminaire d equipe, taller, talleres,
      sesion de trabajo, grupo de trabajo, warsztat, warsztaty, sesja robocza, wyjazd, oficina,
      sessao de trabalho, 合 宿, 作 業 部 会`,
  },
} as const satisfies ConceptTable;
