import { type ConceptTable, phrases } from './concept-table.ts';

/** Talks in which a relationship is at stake. */
export const difficultTalkConcepts = {
  'bad-news': {
    en: phrases`
      bad news, difficult news, hard news, sad news, tough news, difficult conversation,
      hard conversation, difficult message, changes to your role, change to your role, your role is,
      affects your role, your position, your contract, future of your role, redundancy, redundancies,
      redundant, at risk meeting, consultation meeting, individual consultation, collective consultation,
      severance, settlement agreement, lay off, lay offs, layoff, layoffs, laid off, let go, letting go,
      letting people go, job cuts, job losses, positions affected, roles affected, affected employees,
      leaving the company, leaving us, is leaving, resigned, resignation, handed in notice, my notice,
      notice period, dismissal, termination, terminated, exit interview, exit conversation, exit talk,
      offboarding talk, site closure, closing the site, closing the office, not being renewed,
      wont be renewed, not extended, turned down, didnt get the role, didnt get the job, not selected,
      unsuccessful, hear it from me, before you hear it, prognosis, diagnosis to the family`,
    de: phrases`
      schlechte nachricht*, traurige nachricht*, schwierige nachricht*, unangenehme nachricht*,
      schwieriges gesprach, deine stelle, deine rolle andert, anderung deiner rolle, deine zukunft bei,
      dein vertrag, vertrag lauft aus, nicht verlangert, kundigung*, gekundigt, aufhebung,
      aufhebungsvertrag*, aufhebungsvereinbarung, abfindung*, freistellung, entlassung*, stellenabbau*,
      stellenstreichung*, personalabbau, betriebsbedingt*, sozialplan, interessenausgleich,
      trennungsgesprach*, trennung von, austrittsgesprach*, exitgesprach*, verlasst uns,
      verlasst das unternehmen, verlassen uns, standortschliessung, schliessung des, werk schliesst,
      versetzung*, anderungskundigung, absage an dich, von mir horen, bevor ihr es, bevor du es von,
      trifft euch`,
    other: phrases`
      mauvaise nouvelle, licenciement, rupture conventionnelle, plan social, suppression de poste,
      malas noticias, despido, despidos, zla wiadomosc, zwolnienie, zwolnienia, wypowiedzenie,
      mas noticias, demissao, desligamento, 退 職, 解 雇`,
  },
  'conflict-word': {
    en: phrases`
      conflict between, a conflict, the conflict, conflict resolution, mediate, mediated, mediating,
      tension, tensions, clear the air, clearing the air, air our grievances, frustrated, frustration,
      frustrations, frustrating, misunderstanding, misunderstood, facilitator, neutral chair,
      neutral person, neutral third, third party facilitating, ground rules, fell out, falling out,
      fallen out, not speaking to, wont speak to, stopped talking, bad blood, argument between,
      row between, rowing, heated, shouting, shouted, snapped at, got loud, got personal,
      sit down together, talk it out, talk it through between, make peace, bury the hatchet, patch up,
      patch things up, friction, blame, blaming, blamed, felt small, felt ignored, left out, i felt,
      feel hurt, hurt feelings, was hurtful, upset, unhappy about how, not ok with how, didnt sit well,
      bullying, harassment, complaint about a colleague, elephant in the room, whats gone wrong between,
      what went wrong between, hear both sides, both sides of, hear each other, listen to each other`,
    de: phrases`
      teamkonflikt, mediation*, mediator*, schlichtung*, schlichter*, spannung, spannungen, aussprache,
      aussprechen, klarungsgesprach*, klarendes gesprach, reinen tisch, luft reinigen, dicke luft, frust,
      frustriert, verargert, arger zwischen, streit, streiten, gestritten, zoff, knirscht, kracht,
      gekracht, es knallt, geknallt, angeschrien, laut geworden, missverstandnis*, zerstritten, verkracht,
      beleidigt, verletzt gefuhlt, ubergangen gefuhlt, gekrankt, schuldzuweisung*, vorwurfe, vorwurf,
      mobbing, beide seiten horen, beide seiten anhoren, zusammensetzen und reden, gesprachsregeln,
      spielregeln vereinbaren, reden nicht mehr miteinander, sprechen nicht mehr miteinander,
      neutrale person, neutraler dritter, allparteilich*, stimmung im team, miese stimmung,
      schlechte stimmung, unstimmigkeit*, aneinandergeraten`,
    other: phrases`
      conflit, conflits, mediateur, malentendu, conflicto, tensiones, mediacion, malentendido, konflikt*,
      mediacje, nieporozumienie, napiecia, conflito, mediacao, mal entendido, desentendimento, 仲 裁`,
  },
  'trust-reset': {
    en: phrases`
      reset between, a reset, relationship reset, reset the relationship, reset our, fresh start,
      start over, starting over, start again between, clean slate, working agreement, working agreements,
      team agreement, team charter, how we work together, rebuild trust, rebuilding trust, build trust,
      regain trust, trust in the team, trust between, lost trust, psychological safety, team health,
      expectations of each other, working better together, work better together, forming the team,
      team formation, two teams become one, merging the teams, user manual of me`,
    de: phrases`
      neustart, neuanfang, neu anfangen, zusammenarbeit verbessern, zusammenarbeit zwischen,
      unsere zusammenarbeit, wie wir zusammenarbeiten, wie wollen wir zusammenarbeiten,
      wie wir miteinander, miteinander umgehen, umgang miteinander, erwartungen aneinander,
      arbeitsvereinbarung*, teamvereinbarung*, teamregeln, vertrauen aufbauen, vertrauen wieder,
      vertrauen zuruck, wieder vertrauen, teamfindung, teamentwicklung, team supervision, teamsupervision,
      teamklima, psychologische sicherheit, was wir voneinander brauchen, was brauchen wir voneinander,
      rollenklarung`,
    other: phrases`
      repartir sur de bonnes bases, mieux travailler ensemble, confiance, empezar de cero,
      trabajar mejor juntos, confianza, nowy poczatek, zaufanie, recomecar, confianca, 信 頼`,
  },
  'retrospective-word': {
    en: phrases`
      retro, retros, retrospective, retrospectives, went well, didnt go well, what could be better,
      start stop continue, keep drop try, lessons learned, lessons learnt, lesson learned, learnings from,
      mad sad glad, sailboat, 4ls, rose bud thorn, plus delta, post mortem, postmortem, post mortems,
      blameless, after action review, aar, hot debrief, look back together, looking back on,
      look back at the, do differently next time, hansei, what did we learn, wash up,
      morbidity and mortality, m and m conference`,
    de: phrases`
      retrospektive*, ruckblick, ruckschau, was lief gut, was gut lief, was lief schlecht,
      was lief nicht gut, was machen wir anders, was nehmen wir mit, manoverkritik, nachbetrachtung,
      projektabschluss, nachlese, einsatznachbesprechung, lehren aus, lernen aus, stimmungsbarometer,
      teamretro, sprintretro`,
    other: phrases`
      bilan d equipe, retour d experience, rex, retrospectiva, lecciones aprendidas, retrospektywa,
      wnioski z, licoes aprendidas, 振 り 返 り, 反 省 会`,
  },
} as const satisfies ConceptTable;
