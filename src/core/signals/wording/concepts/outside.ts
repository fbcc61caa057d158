import { type ConceptTable, phrases } from './concept-table.ts';

/** Somebody from outside the organisation, or talk about them. */
export const outsideConcepts = {
  'candidate-word': {
    en: phrases`
      interview, interviews, interviewing, interviewer, interviewers, candidate, candidates, applicant,
      applicants, hiring, recruiter screen, recruiter call, phone screen, phone screening, screening call,
      first round, second round, final round, 1st round, 2nd round, cv, cvs, curriculum vitae,
      resume attached, take home task, trial shift, trial day, trial lesson, assessment centre,
      assessment center, viva, phd defence, thesis defence, shortlisted, vacancy, recruitment panel,
      selection panel, role of senior, position of`,
    de: phrases`
      vorstellungsgesprach*, bewerbungsgesprach*, bewerber*, bewerbung, bewerbungen, kandidat, kandidatin,
      kandidaten, kandidatinnen, erstinterview, zweitgesprach*, telefoninterview, fachinterview,
      auswahlgesprach*, auswahlverfahren, lebenslauf, probearbeiten, probearbeitstag, probetag,
      probelehrstunde, probevortrag, berufungsvortrag, recruiting, stellenbesetzung, besetzung der stelle,
      stelle als, einstellungsgesprach, disputation, verteidigung der`,
    other: phrases`
      entretien d embauche, candidat, recrutement, entretien technique, entrevista, candidato, candidata,
      rozmowa kwalifikacyjna, rozmowa rekrutacyjna, kandydat, kandydatka, rekrutacja, processo seletivo,
      面 接, 候 補 者`,
  },
  'hiring-debrief': {
    en: phrases`
      interview debrief, hiring debrief, candidate debrief, panel debrief, debrief on, loop debrief,
      debrief for, scorecard, scorecards, score cards, no hire, hire or not, hire yes no,
      hiring committee, hiring decision, hiring panel decision, hiring manager, candidate review,
      candidate scores, scores for candidates, compare candidates, shortlisting, longlisting, sift,
      sifting, cv review, cvs in the folder`,
    de: phrases`
      nachbesprechung bewerber, nachbesprechung interview, bewerberauswahl, kandidatenauswahl,
      kandidatenvergleich, auswahlrunde, auswahlkommission, berufungskommission, findungskommission,
      bewerbungen sichten, sichtung der bewerbungen, einstellen ja, einstellen oder nicht,
      wen stellen wir, wen nehmen wir, votum zu kandidat*, bewertungsbogen`,
    other: phrases`
      debrief entretien, choix du candidat, seleccion de candidatos, decyzja o zatrudnieniu,
      wybor kandydata, selecao de candidatos, 選 考, 採 用 決 定`,
  },
  'offer-talk': {
    en: phrases`
      offer call, job offer, make an offer, making an offer, extend an offer, verbal offer, offer letter,
      offer conversation, offer stage, salary expectation, salary expectations, start date, package talk,
      talk through the offer, your offer, sign the contract with, competing offer, signing bonus,
      accept our offer`,
    de: phrases`
      vertragsangebot, angebotsgesprach*, jobangebot, stellenangebot, gehaltsvorstellung*, gehaltswunsch,
      eintrittsdatum, eintrittstermin, startdatum, arbeitsvertrag, vertragsunterzeichnung, zusage an,
      vertragsgesprach*, dein angebot`,
    other: phrases`
      proposition d embauche, offre d emploi, pretentions salariales, oferta de trabajo, oferta laboral,
      expectativa salarial, oferta pracy, oczekiwania finansowe, proposta de emprego, pretensao salarial,
      内 定`,
  },
  'customer-word': {
    en: phrases`
      customer, customers, client, clients, account review, key account, account manager, account team,
      qbr, ebr, executive business review, renewal, renewals, their team, their cfo, their cto, their ceo,
      their head of, their it, their legal, their side, their people, cs check in, site visit at, buyer,
      buyers, prospect, prospects, user interview, user interviews, user research, usability test,
      usability session, usability testing, test users, participants, donor, donors, funder, funders,
      patient, patients, family meeting, with the family, relatives, next of kin, parent evening,
      parent meeting, parents, resident, residents, citizen, citizens, constituent, constituents,
      public consultation, tenant, tenants, student appeal, policyholder, bride, landlord, homeowners`,
    de: phrases`
      kundin, kundinnen, kundentermin*, kundengesprach*, kundenbesuch*, kundenmeeting, kundenworkshop,
      *kunde, *kunden, mandant, mandanten, mandantin, mandantengesprach*, mandantentermin, auftraggeber,
      auftraggeberin, bauherr, bauherren, bauherrin, klient, klientin, klienten, patienten, patientin,
      angehorige, angehorigen, angehorigengesprach*, familiengesprach, elterngesprach*, elternabend*,
      elternsprechtag, eltern, burger, burgerin, burgerinnen, burgerversammlung, burgerdialog, anwohner*,
      mieter, mieterin, mieterversammlung, spender, spenderin, spendergesprach, forderer, stifter,
      interessent, interessenten, abnehmer, nutzertest, nutzerinterview, probanden`,
    other: phrases`
      cliente, clientes, klienta, klientem, pacjent, pacientes, お 客 様, 顧 客, 取 引 先, 客 先, 患 者`,
  },
  'customer-unhappy': {
    en: phrases`
      escalation, escalated, escalates, escalate, complaint, complaints, complains, complaining,
      complained, unhappy, not happy, dissatisfied, disappointed, churn, at risk account, account at risk,
      at risk customer, threatening to leave, threatening to cancel, threaten to, threatens,
      wants to cancel, want to cancel, they want out, they walk, walk away, going to leave,
      lose the account, losing the account, lose them, save the account, win back, winback, angry,
      furious, fuming, livid, lost trust in us, make it right, make amends, put it right, refund demand,
      wants a refund, want their money back, what they dont like, let them down, owning up`,
    de: phrases`
      eskalation*, eskaliert, kundeneskalation, beschwerde*, reklamation*, reklamiert, beschwert sich,
      beschweren sich, unzufrieden*, verargerter kunde, verargert, wutend, sauer, stinksauer, emport,
      kundigen will, droht, drohen, drohung, abwanderung, abspringen, springt ab, absprung, wechseln will,
      will wechseln, kunde will weg, kunde verlieren, verlieren wir den, retten, kundenruckgewinnung,
      wieder gutmachen, wiedergutmachung, geplatzt, enttauscht, mangelruge, vertragsstrafe`,
    other: phrases`
      reclamation, mecontent, escalade, queja, cliente enfadado, descontento, reclamacion, escalada,
      reklamacja, skarga, niezadowolony, eskalacja, reclamacao, insatisfeito, escalonamento, 苦 情, 謝 罪,
      お 詫`,
  },
  'discovery-sales': {
    en: phrases`
      discovery call, discovery meeting, discovery session, sales call, sales meeting, pitch, pitching,
      your needs, your requirements, learn about your, how we can help, how can we help, explore how,
      explore working together, explore a collaboration, explore opportunities, opportunity to work,
      tender, bid, bidder, bidders, rfp, rfq, rfi, proposal presentation, present our proposal to,
      present to the client, present our offer, new business, new logo, prospect call, qualification call,
      demo for, demo with, trial account, beauty parade, investor, investors, vc, grant interview`,
    de: phrases`
      erstgesprach mit kunde, bedarfsanalyse*, bedarfsgesprach*, bedarfsermittlung, verkaufsgesprach*,
      vertriebsgesprach*, vertriebstermin, akquise*, pitchtermin, angebotsprasentation*,
      prasentation beim kunden, prasentation vor dem kunden, angebot vorstellen beim, ausschreibung*,
      bietergesprach*, bieterprasentation, bieter, vergabe*, interessent erstgesprach, ihre anforderungen,
      ihr bedarf, wie wir sie unterstutzen, wie wir ihnen, beratungsgesprach*, beratungstermin,
      investoren, investorengesprach`,
    other: phrases`
      rendez vous commercial, appel d offres, soutenance, besoins du client, prospection,
      llamada de ventas, licitacion, sus necesidades, reunion comercial, rozmowa handlowa, przetarg,
      spotkanie handlowe, reuniao comercial, licitacao, suas necessidades, 商 談, 提 案, 営 業, 入 札`,
  },
  'vendor-word': {
    en: phrases`
      vendor, vendors, supplier, suppliers, sales rep, reps, sales team from, account exec,
      account executive, presales, their product, their platform, their solution, their tool,
      their roadmap, their offering, their sales, licence offer, license offer, licence renewal,
      license renewal, saas renewal, procurement call, reseller, resellers, contractor, contractors,
      subcontractor, subcontractors, agency pitch, consultancy, consultants, wholesaler, service provider,
      product pitch, sales presentation, our solution can, introduce our company, reaching out, caterer,
      broker, freelancer`,
    de: phrases`
      lieferant, lieferanten, lieferantin, lieferantengesprach*, lieferantentermin, lieferantenbesuch,
      zulieferer, anbieter, anbieterprasentation, hersteller, herstellerprasentation, dienstleister,
      dienstleisterin, verkaufer, vertreter von, vertreter der firma, vertriebler, aussendienst,
      aussendienstler, einkaufsgesprach, lizenzangebot, lizenzverlangerung, lizenzverhandlung,
      produktvorstellung, produktprasentation, systemhaus, subunternehmer, nachunternehmer, handwerker,
      agentur, beratungshaus, berater von, grosshandler, spediteur, vermieter, versicherungsmakler,
      makler`,
    other: phrases`
      fournisseur, fournisseurs, prestataire, prestataires, editeur, proveedor, proveedores, dostawca,
      dostawcy, handlowiec, fornecedor, fornecedores, 業 者, 仕 入 先, 外 注`,
  },
  'regulator-audit': {
    en: phrases`
      auditor, auditors, audit, audits, opening meeting, closing meeting with, iso 9001, iso 27001, soc 2,
      soc2, certifier, regulator, regulators, regulatory visit, inspector, inspectors, inspection,
      inspections, ofsted, cqc, fca, ico, hse visit, fda, mhra, ema, bafin, ofcom, ofgem, tax office,
      hmrc, irs, fire officer, environmental health, data protection authority, supervisory authority,
      charity commission, planning officer, licensing board, licensing officer, accreditation visit,
      accreditors`,
    de: phrases`
      prufer, pruferin, wirtschaftsprufer*, betriebsprufung*, betriebsprufer, steuerprufung, steuerprufer,
      finanzamt, zollprufung, zoll, rechnungshof, rechnungsprufung, revision, innenrevision, auditorin,
      uberwachungsaudit, zertifizierung*, rezertifizierung, tuv, dekra, behorde, behorden, behordentermin,
      aufsicht, aufsichtsbehorde, aufsichtsgesprach, gewerbeaufsicht, gewerbeamt, gesundheitsamt, bauamt,
      bauaufsicht, veterinaramt, berufsgenossenschaft, bg prufung, inspektion, inspektor, begehung,
      heimaufsicht, medizinischer dienst, mdk, landesdatenschutz*, datenschutzbehorde, begutachtung,
      gutachter`,
    other: phrases`
      auditeur, commissaire aux comptes, autorite de controle, inspecteur, auditoria, inspeccion, audyt,
      audytor, kontrola, inspekcja, urzad, inspecao, fiscalizacao, fiscal, 監 査, 検 査, 査 察`,
  },
  'partner-word': {
    en: phrases`
      partner, partners, partnership, partnerships, alliance, alliances, joint venture, jv, co marketing,
      consortium, collaboration with the university, sister company, parent company, sponsor, sponsors,
      sponsorship, franchisee, franchisees, franchise, external stakeholders, other trusts,
      other councils, embassy, ministry, municipality, reporter, media interview, press interview,
      lawyers, counsel`,
    de: phrases`
      partnern, partnertermin, partnermeeting, partnergesprach, partnerschaft, kooperation*,
      projektpartner, verbundpartner, verbundtreffen, konsortium, konsortialtreffen, allianz, arge,
      bietergemeinschaft, sponsoren, sponsoring, franchisenehmer, mutterkonzern, schwestergesellschaft,
      verband, kammer, ihk, ministerium, gemeinde, stadtverwaltung, presse, presseanfrage, pressegesprach,
      journalist*, interviewanfrage, anwalt, anwalte, gegenseite, gegenanwalt`,
    other: phrases`
      partenaire, partenaires, partenariat, coentreprise, socio, socios, alianza, colaboracion, partnerzy,
      partnerem, wspolpraca, parceiro, parceiros, parceria, 提 携, 協 業`,
  },
} as const satisfies ConceptTable;
