import { type ConceptTable, phrases } from './concept-table.ts';

/** One side passes finished information on; the others take it in. */
export const conveyingConcepts = {
  presents: {
    en: phrases`
      walks us through, walk us through, walking us through, walks you through, walk you through,
      walking you through, walks through, walk through, walkthrough, walkthroughs, walk everyone through,
      walks everyone through, walk the team through, walk the group through, takes us through,
      take us through, taking us through, takes you through, take you through, taking you through,
      takes everyone through, take everyone through, talks us through, talk us through, talk you through,
      talks you through, talking you through, talks through, runs us through, run you through,
      run us through, runs through, run through the, run through of, quick run through, goes through the,
      ill go through, i will go through, i go through, we go through, we will go through,
      going through the, guides us through, guide you through, leads us through, will show, shows us,
      show us, show you, showing you, showing us, ill show, i show, shows how, shows what, shows the,
      showing the, will present, presents, presenting, ill present, i present, we present, presented by,
      to present the, presentation, presentations, present back, playback, will share, shares the,
      ill share, sharing the, sharing back, share back, shareback, share out, shareout, read out,
      reads out, readout, read outs, readouts, reads the, ill read, reading of, report back, reports back,
      report out, reporting back, feeds back to us, will explain, explains, explaining, ill explain,
      will tell us, tells us, will brief, briefs us, brief you on, sums up, will summarise,
      will summarize, summarises, summarizes, recaps, recap, rundown, run down, overview of, an overview,
      unveil*, reveals, reveal of, deep dive by, delivers the, will cover, covers the, narrates`,
    de: phrases`
      prasentiert, prasentieren, prasentiere, prasentation*, *prasentation, stellt vor, stellt uns,
      stellt die, stellt das, stellt den, stelle vor, stelle euch, stelle die, stellen vor, stellen euch,
      stellen wir, vorgestellt, vorstellung der, vorstellung des, vorstellung von, vorstellung neue*,
      vorstellen, fuhrt durch, fuhrt uns durch, fuhrt euch durch, fuhre durch, fuhre euch durch,
      zeigt uns, zeigt die, zeigt das, zeigt den, zeigt wie, zeigt was, zeige euch, zeigen euch,
      zeigen wir, wird gezeigt, geht durch, gehe durch, gehe mit euch, gehen gemeinsam durch,
      wir gehen durch, durchgang, durchsprache der, berichtet, berichten uber, berichte, bericht aus,
      bericht von, bericht uber, bericht des, informiert uber, informieren uber, informiere euch,
      wir informieren, erklart, erklare, erlautert, erlautern, erlautere, fasst zusammen, fasse zusammen,
      zusammenfassung von, tragt vor, trage vor, vorgetragen, liest vor, lese vor, vorlesen, verlesen,
      uberblick, einblick, einblicke, klickt durch, klickt sich durch, teilt die, teilt mit, briefing*,
      unterrichtet`,
    other: phrases`
      presentera, presente les, nous presente, vous presente, partage des, restitution, tour d horizon,
      presentara, presenta los, presentacion, nos presenta, mostrara, compartira, zaprezentuje,
      prezentacja, przedstawi, pokaze, omowienie, omowi, apresenta, apresentara, apresentacao,
      vai apresentar, vai mostrar, 発 表, 説 明, 報 告, 共 有`,
  },
  'slides-deck': {
    en: phrases`
      slide, slides, deck, decks, powerpoint, ppt, pptx, presentation attached, slidedeck, handout,
      handouts, brochure, leaflet, flyer, infographic`,
    de: phrases`
      folie, foliensatz, foliendeck, prasi, prasis, unterlagen folgen, broschure, prasentation anbei,
      prasentation im anhang, *folien`,
    other: phrases`
      diapo, diapos, diapositives, diapositivas, support de presentation, slajdy,
      prezentacja w zalaczniku, laminas, 資 料`,
  },
  'results-findings': {
    en: phrases`
      results, result of, findings, outcomes, outcome of, the outcome, insights, learnings, takeaways,
      highlights, headline numbers, headlines, conclusions, what we found, what we learned,
      what we learnt, what they found, what people said, what users said, what customers said,
      what came out, what the data says, evaluation report, final report, annual report, benchmark,
      benchmarks, survey, quotes, case study, case studies, experiment readout, ab test, a b test,
      recommendations from`,
    de: phrases`
      ergebnissen, *ergebnisse, *ergebnis, ergebnisprasentation, auswertung, auswertungen, erkenntnisse,
      erkenntnissen, befunde, resultat, resultate, fazit, umfrage*, mitarbeiterumfrage,
      mitarbeiterbefragung, befragung*, studie, abschlussbericht, jahresbericht, prufbericht,
      quartalszahlen, jahresabschluss vorstellung, gewinner, was herauskam, was rauskam, was wir gelernt`,
    other: phrases`
      resultats, enquete, bilan de, bilan du, resultados, encuesta, hallazgos, conclusiones, wyniki,
      wnioski, raport koncowy, conclusoes, pesquisa, 結 果`,
  },
  'recording-shared': {
    en: phrases`
      recorded, we record, i will record, ill record, record it, recording, recordings, replay, replays,
      on demand, watch later, watch it later, watch back, catch it later, catch up on video, video later,
      video follows, video will, video available, video also, video afterwards, filmed, live stream,
      streamed, loom, stream link, webcast, broadcast, youtube, vod, available afterwards,
      available after, uploaded after, uploaded afterwards, transcript, captions`,
    de: phrases`
      aufgezeichnet, aufgenommen, aufzeichnung*, aufnahme folgt, aufnahme im, aufnahme wird,
      aufnahme kommt, aufnahme danach, aufnahme gibt, aufnahme verfugbar, mitschnitt*, mitgeschnitten,
      video folgt, video im, video kommt, video gibt, video danach, als video, nachschauen,
      nachtraglich ansehen, spater ansehen, spater anschauen, gestreamt, livestream*, mediathek,
      auf abruf, steht danach, danach im intranet, hinterher im`,
    other: phrases`
      enregistre, enregistree, enregistrement, grabado, grabacion, se grabara, se graba, nagranie,
      nagrywane, bedzie nagrane, gravado, gravacao, sera gravada, 録 画, 録 音`,
  },
  'listen-only': {
    en: phrases`
      listen only, listening only, just listen, only listen, listen in, listen along, cameras off,
      camera off, mics off, muted, on mute, watch only, just watch, sit back, no actions, no action,
      no input needed, no input required, no discussion, nothing to decide, nothing to discuss,
      nothing to prepare, nothing to debate, nothing needed from you, nothing for you to, no preparation,
      no prep, no decision needed, no decisions, fyi, for your information, for information, for info,
      information only, info only, for awareness, awareness only, for visibility, optional,
      attendance not required, feel free to decline, feel free to drop, free to skip, skip if, ok to skip,
      fine to skip, can skip, decline if, ok to decline, no need to attend, no need to join,
      no need to come, dont need to attend, dont have to attend, dont have to come, not mandatory,
      not compulsory, if youre interested, if you are interested, if interested, anyone interested,
      all welcome, drop in, come and go, join if you, come if you, you nod, you just nod, one way,
      monologue, same content, same session twice, same talk twice, questions by email, questions in chat,
      qs in chat, qs in the channel, questions in the channel, questions to the channel, put questions in`,
    de: phrases`
      nur zuhoren, einfach zuhoren, zuhoren reicht, zum zuhoren, mithoren, kameras aus, kamera aus,
      mikros aus, stumm geschaltet, stummgeschaltet, kein muss, kein pflichttermin, keine pflicht,
      freiwillig*, optionaler termin, kann man skippen, wer mag, wer will, wer mochte, wer interesse hat,
      wer zeit hat, bei interesse, interessierte, gerne absagen, gern absagen, ihr konnt absagen,
      durft absagen, keine aktion, keine vorbereitung, nichts vorzubereiten, nichts zu tun,
      nichts zu entscheiden, keine entscheidung*, keine diskussion, ohne diskussion, zur info,
      zur information, zur kenntnis, zur kenntnisnahme, nur info, reine info, reine information,
      rein informativ, zki, zk, fragen per mail, fragen im chat, fragen in den chat,
      fragen bitte schriftlich, kommt dazu wer`,
    other: phrases`
      pour info, pour information, facultatif, presence facultative, participation facultative,
      aucune action, para informacion, solo informativo, opcional, a titulo informativo, dla informacji,
      do wiadomosci, udzial opcjonalny, nieobowiazkowe, opcjonalnie, para informacao, 任 意, 参 加 自 由, 周 知`,
  },
  'summary-follows': {
    en: phrases`
      notes go out, notes will go out, notes will be, notes afterwards, notes after, notes to follow,
      notes follow, notes are in, notes already in, summary to follow, summary afterwards,
      summary will be, summary by email, written summary, a summary will, summary in, ill send notes,
      ill send a summary, ill write it up, will be written up, minutes circulated, minutes will be,
      minutes to follow, minutes follow, minutes afterwards, same info by email, also by email,
      also in the email, on the intranet, newsletter, email to follow, mail to follow,
      posted in the channel, posted in the group, posted afterwards, will be posted, will be circulated,
      circulated after, circulated afterwards, shared afterwards, shared after, everything is in the,
      its all in the, all in the doc, all in the wiki, already in the wiki, already written up,
      on confluence, in confluence, on sharepoint, in sharepoint, usual folder, in the shared drive,
      shared folder, in the folder`,
    de: phrases`
      protokoll folgt, protokoll kommt, protokoll geht, protokoll wird, protokoll im, protokoll danach,
      zusammenfassung folgt, zusammenfassung per, zusammenfassung kommt, zusammenfassung im,
      kommt per mail, auch per mail, geht per mail, folgt per mail, rundmail, rundschreiben, im intranet,
      im wiki, steht alles im, steht alles in, steht schon im, steht schon in, im ordner, liegt im,
      liegt ab, liegen im, liegt auf dem laufwerk, auf sharepoint, im sharepoint, im confluence,
      wird verteilt, wird verschickt, schriftlich nach, auch schriftlich, auch am schwarzen brett,
      schwarzes brett, aushang`,
    other: phrases`
      compte rendu, un resume sera, por correo despues, acta, resumen por, notatka po, protokol,
      podsumowanie mailem, resumo por email, ata, 議 事 録`,
  },
} as const satisfies ConceptTable;
