import { type ConceptTable, phrases } from './concept-table.ts';

/** People must converge: on an option, on terms, on who owns what. */
export const decidingConcepts = {
  'decide-word': {
    en: phrases`
      decide, decides, deciding, decided, decision, decisions, make a call, make the call, the call is,
      pick, picking, choose, choosing, choice, select, selection, shortlist, go no go, gonogo,
      go or no go, go nogo, stop or go, stay or go, keep or kill, keep or drop, yes or no, buy or build,
      build or buy, build vs buy, make or buy, rent or buy, either or, or not, conclude, converge,
      agree on, agree a, agree the, come to an agreement, reach agreement, vote, voting, ballot`,
    de: phrases`
      entscheiden, entscheidet, entscheidungen, *entscheidung, entscheidungstermin, entscheidungsrunde,
      entscheidungsvorlage, entscheidungsfindung, entscheidungsbedarf, entscheid, beschluss, beschlusse,
      beschliessen, beschlussfassung, beschlussvorlage, auswahl, auswahlen, wahlen wir, welche variante,
      wahl zwischen, wahl des, festlegen, festlegung, festzurren, ja oder nein, bleiben oder gehen,
      machen wir oder, ob wir, abstimmen uber, abstimmung uber, votum, einigung auf, einigen auf,
      kaufen oder mieten, kaufen oder bauen`,
    other: phrases`
      decider, choisir, choix, trancher, arbitrage, arbitrer, decidir, elegir, eleccion, decyzja,
      zdecydowac, decyzje, wybor, wybrac, decisao, escolher, 決 定, 判 断, 決 裁`,
  },
  contested: {
    en: phrases`
      disagree, disagrees, disagreed, disagreement, disagreements, dont agree, cant agree, cannot agree,
      couldnt agree, can not agree, not agreed, no agreement, havent agreed, we differ, opinions differ,
      views differ, differing views, opposing views, split, two factions, camps, both sides,
      on either side, versus, vs, half the team, half of us, the other half, half want, some want,
      others want, one side, other side, wants x, wont budge, refuses to, refuse to, insists, insist on,
      objections, objection, unresolved, far apart, miles apart, still apart, poles apart, stuck,
      deadlock, deadlocked, gridlock, impasse, stalemate, standoff, stand off, tug of war, consensus,
      went in circles, going in circles, round in circles, back and forth, ping pong, comment war,
      comment thread, thread is at, comments and no, after 40 comments, argue, argued, arguing, argument,
      arguments, debate, debated, debating, contentious, contested, controversial, controversy,
      controversies, dispute, disputed, disputes, clash, clashing, row over, fight over, fight it out,
      quarrel, pushback, push back, pushing back, veto, vetoed, deal breaker, dealbreaker, incompatible,
      mutually exclusive, cant both be, they say, we say, you say, she says, he says, one says,
      says the other, the other says, whos right, who is right, who blinks, neither will, neither side,
      nobody wants, wont sign, thrown at each other`,
    de: phrases`
      uneinig, uneinigkeit, uneins, nicht einig, keine einigung, keine einigkeit,
      konnen uns nicht einigen, kommen nicht zusammen, konsens, dissens, meinungsverschiedenheit*,
      meinungen gehen, auseinander, gespalten, lager, beide seiten, beide parteien, gegensatzlich*,
      gegensatze, gegenposition, gegenpositionen, strittig, strittige, strittiger, strittigen, umstritten,
      streitpunkt*, streitfall, streitfrage, streitthema, kontrovers*, patt, pattsituation, festgefahren,
      verfahren und, blockade, blockieren sich, sackgasse, im kreis, hin und her, gegenwind, einwand,
      einwande, widerstand, widerspricht, widersprechen, bestreitet, bestreiten, beharrt, beharren,
      besteht auf, weigert, weigern, lehnt ab, lehnen ab, unvereinbar, diskussion uber, ausdiskutieren,
      ausfechten, debatte, debattieren, die einen wollen, die anderen, andere halfte, halfte will,
      einer will, der eine, der andere, wollen beide, ihr sagt, wir sagen, sagt die eine, pro und contra,
      wer hat recht, keiner will, niemand will, knackpunkt*, zankapfel`,
    other: phrases`
      desaccord, desaccords, pas d accord, divise, debat, litige, points de blocage, desacuerdo,
      no estamos de acuerdo, dos bandos, dividido, discusion, discrepancia, spor, sporne, brak zgody,
      nie zgadzamy, rozne zdania, dwa obozy, impas, desacordo, discordancia, nao concordamos, divididos,
      対 立, 平 行 線`,
  },
  'options-tradeoff': {
    en: phrases`
      option a, option b, option c, options, on the table, option 1, option 2, a or b, a b or c, plan a,
      plan b, variant a, variant b, alternatives, alternative, tradeoff, tradeoffs, trade off, trade offs,
      pros and cons, pro and con, pros cons, for and against, criteria, weigh, weighing, compare,
      comparison, comparing, scenarios, scenario a, cost benefit, business case, decision matrix,
      both have, either way, which one, which of the, which way`,
    de: phrases`
      optionen, handlungsoptionen, variante a, variante b, varianten, alternativen, szenarien, szenario,
      vor und nachteile, vorteile und nachteile, pro contra, pro und kontra, fur und wider, abwagen,
      abwagung, abzuwagen, gegenuberstellung, vergleich, kriterien, bewertungsmatrix, entscheidungsmatrix,
      nutzwertanalyse, welche der, welcher weg, entweder oder`,
    other: phrases`
      avantages et inconvenients, opciones, ventajas y desventajas, alternativas, opcje, warianty,
      za i przeciw, alternatywy, opcoes, pros e contras, 選 択 肢, 比 較`,
  },
  'irreversible-big': {
    en: phrases`
      strategy, strategic, direction of the, future of the, the future of, bet, bets, one way door,
      irreversible, no way back, point of no return, cant be undone, cannot be undone, hard to reverse,
      budget freeze, hiring freeze, budget cut, cut the budget, cuts, cost cutting, savings target,
      shut down, shutting down, close down, closing down, closure, close the site, close the plant,
      close the branch, wind down, sunset, kill the, discontinue, exit the market, pull out of, divest,
      merger, merge with, acquisition, acquire, takeover, due diligence, spin off, sell the, restructure,
      restructuring, relocate, relocation, move the hq, new market, market entry, enter the, expansion,
      five year plan, 5 year plan, three year plan, long term plan, vision, investment, invest in,
      capital, capex, funding round, raise money, series a, series b, runway, insolvency, bankruptcy,
      survival, pivot, rewrite or, replatform`,
    de: phrases`
      strategie*, *strategie, strategisch*, richtungsentscheidung, grundsatzentscheidung, grundsatzfrage*,
      weichenstellung, zukunft der, zukunft des, zukunft von, wie weiter mit, wie gehts weiter,
      unumkehrbar, kein zuruck, budgetstopp, haushaltssperre, einstellungsstopp, sparprogramm,
      sparmassnahmen, einsparung*, kurzung*, sparen, einstellen oder, einstellung der, stilllegung,
      schliessen, schliessung, werksschliessung, aufgeben, verkauf der, verkaufen, verkauf des, fusion,
      ubernahme, kauf der, verlagerung, umzug nach, neuer markt, markteintritt, marktaustritt,
      investition*, finanzierung, finanzierungsrunde, insolvenz*, sanierung*, restrukturierung*,
      umbau der, kurswechsel, neuausrichtung, ausrichtung, standortfrage, standortentscheidung,
      standortschliessung`,
    other: phrases`
      strategique, fermeture, avenir de, rachat, estrategia, estrategico, futuro de, cierre,
      reestructuracion, inversion, strategia, strategiczne, zamkniecie, przyszlosc, inwestycja,
      estrategica, fechamento, reestruturacao, investimento, 戦 略, 撤 退, 買 収, 経 営`,
  },
} as const satisfies ConceptTable;
