import { type ConceptTable, phrases } from './concept-table.ts';

/** A document exists, and what is wanted is reading, remarks or a name under it. */
export const writingConcepts = {
  'document-word': {
    en: phrases`
      doc, docs, document, documents, gdoc, rfc, rfcs, adr, adrs, prd, prds, brd, tdd, spec, specs,
      specification, draft, drafts, proposal, proposals, one pager, onepager, 1 pager, two pager,
      six pager, memo, whitepaper, msa, dpa, nda, sow, term sheet, charter, manuscript, abstract, chapter,
      chapters, grant application, application form, test plan, project plan, runbook, playbook, handbook,
      guideline, guidelines, sop, sops, pull request, pull requests, pr, prs, merge request, mr, schema,
      diagram, diagrams, mock up, mock ups, mockup, mockups, wireframe, wireframes, figma, prototype,
      proofs, artwork, copy deck, press release, job description, job ad, blog post, confluence, notion,
      wiki, page, pages, attached, attachment, link in the invite, linked, spreadsheet, minutes of,
      terms of reference, template, white paper, position paper, discussion paper, board paper`,
    de: phrases`
      dokument, dokumente, dok, entwurfe, *entwurf, konzepte, *konzept, konzeptpapier, vorlagen, *vorlage,
      papier, positionspapier, vertrag, vertrage, rahmenvertrag, satzung, richtlinie, pflichtenheft*,
      lastenheft*, spezifikation*, einseiter, gutachten, manuskript, antrag, antrage, forderantrag,
      leitfaden, handbuch, arbeitsanweisung*, verfahrensanweisung*, checkliste, testplan, projektplan,
      plane, zeichnung, zeichnungen, ticket, prototyp, layout, druckfahne*, korrekturfahne, texte,
      pressemitteilung, stellenausschreibung text, stellenanzeige, anbei, angehangt, anhang, verlinkt,
      seiten, kapitel, sharepoint`,
    other: phrases`
      projet de, brouillon, cahier des charges, ebauche, documento, borrador, propuesta, pliego,
      dokumentu, szkic, projekt umowy, zalacznik, w zalaczniku, rascunho, minuta, proposta, em anexo,
      ci joint, adjunto, 資 料 案, 草 案, 文 書, 仕 様 書, 企 画 書`,
  },
  'review-word': {
    en: phrases`
      review, reviews, reviewing, reviewed, crit, crits, critique, page turn, page by page,
      section by section, clause by clause, chapter by chapter, slide by slide, line edits, line edit,
      proofread, proof read, proofreading, proofing, read through, readthrough, read thru,
      go over section, go through the document, go through the doc, go through the draft,
      go through the chapters, look over, look it over, take a look at, have a look at, walk the doc,
      second pair of eyes, fresh eyes, sanity check, check your, please check`,
    de: phrases`
      designreview, codereview, architekturreview, reviewtermin, durchsicht, durchsehen, durchschauen,
      durchlesen, gegenlesen, korrekturlesen, lektorat, korrektur, korrekturen, prufen, prufung des,
      prufung der, uberprufung, uberprufen, uberarbeitung, uberarbeiten, querlesen, drubersehen,
      druberschauen, drauf schauen, draufschauen, blick drauf, seite fur seite, abschnitt fur abschnitt,
      kapitel fur kapitel, paragraf fur paragraf, klausel fur klausel, begutachten, sichtung, sichten,
      abgleichen mit, vier augen prinzip`,
    other: phrases`
      relecture, relire, revue, revision, revisar, przeglad, recenzja, sprawdzenie, revisao, 確 認, 査 読,
      添 削`,
  },
  'comments-wanted': {
    en: phrases`
      comments, comment, remarks, annotate, annotations, mark up, markup, feedback on, feedback by,
      feedback in the, feedback wanted, feedback welcome, feedback please, give feedback,
      looking for feedback, would like feedback, collect feedback, gather feedback, gather input,
      input wanted, input on, input needed, input by, your input, your view on, your views on,
      your thoughts, thoughts on, any thoughts, what do you think, opinion on, opinions on, your opinion,
      suggestions, suggest edits, suggestion mode, track changes, please read, read before,
      read beforehand, read in advance, read ahead, pre read, preread, pre reads, pre reading,
      pre readings, read the doc, read the draft, having read, once youve read, if youve read,
      questions in the doc, reviewers, consult, consultation on, consultation draft`,
    de: phrases`
      kommentar, kommentare, kommentieren, kommentiert, anmerkung, anmerkungen, ruckmeldung zum,
      ruckmeldung zu, ruckmeldung zur, ruckmeldung bis, ruckmeldungen, um ruckmeldung, feedback zu,
      feedback zum, feedback zur, feedback bis, euer feedback, eure meinung, deine meinung, meinung zu,
      meinungen, was haltet ihr, was meint ihr, was haltst du, input zu, euer input, stellungnahme*,
      verbesserungsvorschlage, anderungswunsche, anderungsvorschlage, vorab lesen, bitte lesen,
      vorher lesen, vorab durchlesen, bitte durchlesen, gelesen haben, zur durchsicht, mitzeichnung,
      nachverfolgung, im dokument, ins dokument`,
    other: phrases`
      commentaires, vos retours, vos avis, votre avis, lire avant, comentarios, leer antes, opiniones,
      komentarze, uwagi, opinie, prosze przeczytac, opiniao, ler antes, 意 見`,
  },
  'approval-word': {
    en: phrases`
      sign off, signoff, sign offs, signing off, signed off, approve, approves, approved, approving,
      approval, approvals, green light, greenlight, go ahead, thumbs up, rubber stamp, rubberstamp,
      formality, formally adopt, adopt the, adoption of the, ratify, ratification, endorse, endorsement,
      countersign, countersignature, signature, signatures, sig needed, sign the, please sign, to sign,
      docusign, initial each, authorise, authorize, authorisation, authorization, cab,
      change advisory board, exception request, waiver, yes or a no, your ok, your blessing, consent to,
      accept the, acceptance, purchase order, purchase request, requisition`,
    de: phrases`
      freigaben, *freigabe, freigeben, freizugeben, freigegeben, freigabetermin, absegnen, abgesegnet,
      abnicken, durchwinken, genehmigen, genehmigungen, *genehmigung, zustimmung, zustimmen, zustimmt,
      abnahmen, *abnahme, abnahmetermin, abzeichnen, gegenzeichnen, gegenzeichnung, mitzeichnen,
      unterschrift, unterschriften, unterschreiben, unterzeichnen, unterzeichnung, zeichnung durch,
      verabschieden des, verabschiedung des haushalts, beschluss formal, formsache, grunes licht, euer ok,
      dein ok, ok von, okay geben, ok geben, go geben, bewilligen, bewilligung, bestellanforderung, banf`,
    other: phrases`
      validation, valider, approbation, approuver, feu vert, bon a tirer, aprobar, aprobacion,
      visto bueno, firma, firmar, luz verde, zatwierdzenie, zatwierdzic, akceptacja, podpis, aprovacao,
      aprovar, assinatura, aval, 承 認, 許 可, 署 名, 稟 議`,
  },
  'silence-consent': {
    en: phrases`
      if i hear nothing, if we hear nothing, if i dont hear, if we dont hear, if nobody objects,
      if no one objects, if noone objects, unless someone objects, unless anyone objects,
      unless anybody objects, unless there are objections, unless i hear, unless you object,
      unless you disagree, no objections, no objection, any objections, any objection, objections by,
      objections to me by, object by, speak now, speak up by, last call, lazy consensus,
      silence is consent, silence means, silent procedure, silence procedure, tacit, by friday otherwise,
      otherwise it, otherwise we go, otherwise ill, otherwise i will, it goes ahead, will go ahead,
      going ahead unless, goes through unless, automatically, stands unless, proceed unless,
      i will proceed, ill proceed, merging on, will merge on, if i have all, i cancel, i will cancel,
      ill cancel, will be cancelled if, already decided, already agreed, already signed, already approved,
      is decided, decision is made, decision has been made, weve decided, we have decided, pre registered,
      nothing to debate`,
    de: phrases`
      wenn ich nichts hore, wenn wir nichts horen, hore ich nichts, falls ich nichts hore,
      wenn nichts kommt, wenn keiner widerspricht, wenn niemand widerspricht, sofern niemand,
      sofern keine, keine einwande, einwande bis, einwande bitte, widerspruch, bis freitag sonst,
      sonst gilt, sonst wird, sonst machen wir, sonst nehmen wir, ansonsten gilt, gilt als, schweigen,
      stillschweigend, umlaufbeschluss, umlaufverfahren, im umlauf, letzter aufruf, letzte gelegenheit,
      letzte chance fur, fallt aus wenn, sage ich ab, wird abgesagt wenn, entfallt wenn, automatisch,
      schon entschieden, bereits entschieden, ist entschieden, ist beschlossen, schon beschlossen,
      steht fest, ist schon gefallen, bereits gefallen`,
    other: phrases`
      sans objection, sauf objection, sauf avis contraire, sans retour de, si no hay objeciones,
      salvo objecion, sin objeciones, jesli nikt, brak uwag, brak sprzeciwu, se ninguem, sem objecoes,
      salvo objecao, 異 議`,
  },
  'preference-poll': {
    en: phrases`
      poll, doodle, show of hands, do you prefer, prefer a or b, preference, preferences, favourite,
      favorite, vote in the, vote by, vote online, vote in chat, thumbs up or down, emoji vote,
      majority wins, majority decides, most votes, pick a colour, pick a name, name for the, colour of,
      color of, logo options, t shirt, which date, which day suits, find a date, date for the, sweepstake,
      rank, ranking, score each, scores, rate the`,
    de: phrases`
      umfrage ob, abstimmung farbe, abstimmung im, terminfindung, terminumfrage, meinungsbild,
      stimmungsbild, handzeichen, was bevorzugt ihr, was ist euch lieber, was gefallt euch, favorit,
      favoriten, lieblings*, lieber a oder, welche farbe, welcher name, welches logo, name fur,
      namensfindung, mehrheit, stimmt ab, bitte abstimmen, abstimmen im, abstimmen per, online abstimmen,
      stimme abgeben, rangliste, punkte vergeben, sammelbestellung`,
    other: phrases`
      sondage, vote en ligne, preferez vous, votacion, que prefieren, preferencia, ankieta, glosowanie,
      ktora opcja, enquete rapida, votacao, 投 票`,
  },
  'wording-only': {
    en: phrases`
      wording, wordings, phrasing, typos, typo, nits, nit, minor edits, minor changes, minor comments,
      small edits, tweak, tweaks, tweaking, cosmetic, cosmetics, spelling, grammar, comma, commas,
      punctuation, formatting, fonts, font, layout only, final polish, polish the, tone of voice,
      headline options, copy edit, copyedit, copy changes, footnotes, tidy up`,
    de: phrases`
      wortlaut, formulierung*, textlich*, redaktionell*, tippfehler, rechtschreibung, rechtschreibfehler,
      grammatik, komma, kommas, schriftart, schriftgrosse, formatierung, kosmetik, kosmetisch*,
      kleinigkeiten, kleine anderungen, kleinere anderungen, feinschliff, letzter schliff, fussnoten,
      stilistisch*`,
    other: phrases`
      coquilles, formulation, reformulation, orthographe, redaccion, erratas, ortografia, literowki,
      sformulowania, redacao do, erros de digitacao, 文 言, 誤 字, 表 記`,
  },
} as const satisfies ConceptTable;
