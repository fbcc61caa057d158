import { type ConceptTable, phrases } from './concept-table.ts';

/** Talks between people about a person: the work itself is not the subject. */
export const peopleConcepts = {
  'one-on-one-word': {
    en: phrases`
      1 1, 1 2 1, 1on1, 1 on 1, one on one, one to one, one on ones, one to ones, 1 to 1, 1 1s, o3, o3s,
      oneonone, skip level, skip levels, skiplevel, you and me, you and i, us two, manager catch up,
      line manager meeting, supervision session, supervision meeting, clinical supervision,
      thesis supervision, your time not mine, your agenda, your slot with me, our regular slot,
      our fortnightly chat, our weekly chat, anything on your mind, whats on your mind`,
    de: phrases`
      vier augen gesprach, zu zweit, wir beide, einzelgesprach*, einzeltermin, zweiergesprach*,
      zweierrunde, wir zwei, jour fixe mit dir, jf mit dir, rucksprache mit dir, was dich beschaftigt,
      deine themen, dein termin, bilat, bila, bilateral*`,
    other: phrases`
      tete a tete, entretien individuel, point individuel, uno a uno, individual contigo,
      rozmowa indywidualna, w cztery oczy, um a um, individuelle, 面 談`,
  },
  'mentoring-career': {
    en: phrases`
      mentor, mentors, mentorship, mentee, mentees, coach and coachee, career, careers,
      personal development, professional development, development conversation, development plan,
      development talk, development chat, pdp, idp, growth plan, growth conversation, growth chat,
      your growth, your development, your goals, your next step, your next role, your ambitions,
      want to grow, next level for you, promotion case, your promotion, promotion talk,
      stretch assignment, stretch role, succession talk, sponsor chat, tutorial with, personal tutor,
      tutor meeting, study plan for you`,
    de: phrases`
      mentorin, mentoring*, coaching, coachinggesprach, karriere*, entwicklungsgesprach*,
      deine entwicklung, personliche entwicklung, entwicklungsplan, perspektivgesprach*,
      deine perspektive, deine ziele, zielvereinbarung*, zielgesprach*, laufbahn*,
      nachster schritt fur dich, fordergesprach*, forderplan, weiterentwicklung von dir, wo willst du hin,
      wo siehst du dich, lernentwicklungsgesprach*, personalentwicklungsgesprach*`,
    other: phrases`
      mentorat, carriere, evolution professionnelle, plan de developpement, desarrollo profesional,
      tutoria, mentoria, rozwoj zawodowy, rozmowa rozwojowa, desenvolvimento profissional,
      plano de carreira`,
  },
  'performance-talk': {
    en: phrases`
      performance review, performance reviews, performance conversation, performance talk,
      performance discussion, performance chat, performance meeting, performance improvement,
      your performance, appraisal, appraisals, pip, improvement plan, year end review with,
      end of year review, end of year conversation, annual review with you, mid year review,
      midyear review, midyear conversation, half year conversation, your rating, your review, your year,
      your half year, your objectives, self assessment, self review, self evaluation, probation,
      probationary, month review, 30 60 90, 90 day review, calibration of ratings, salary review,
      pay review, pay rise, payrise, raise request, your raise, your salary, your bonus,
      comp conversation, compensation conversation, compensation talk, revalidation, pdr, ipr,
      capability meeting, disciplinary, written warning, formal warning, grievance, attendance meeting,
      stage 1 meeting`,
    de: phrases`
      mitarbeitergesprach*, mitarbeiterinnengesprach*, mitarbeitendengesprach*, jahresgesprach*,
      halbjahresgesprach*, quartalsgesprach mit dir, beurteilung, beurteilungsgesprach*,
      leistungsbeurteilung*, leistungsgesprach*, probezeit*, personalgesprach*, gehaltsgesprach*,
      gehaltserhohung*, dein gehalt, lohngesprach*, lohnerhohung, dein bonus, deine leistung,
      selbsteinschatzung, selbstbeurteilung, abmahnung, zielerreichung besprechen, standortgesprach*,
      qualifikationsgesprach*, kritikgesprach*, disziplinar*, dein halbjahr, dein jahr, zwischenzeugnis,
      dienstgesprach*`,
    other: phrases`
      entretien annuel, entretien d evaluation, entretien professionnel, periode d essai,
      evaluacion de desempeno, evaluacion anual, periodo de prueba, rozmowa roczna, ocena roczna,
      ocena pracownicza, okres probny, avaliacao de desempenho, avaliacao anual, periodo de experiencia,
      評 価 面 談, 人 事 考 課`,
  },
  'gives-feedback': {
    en: phrases`
      feedback for you, feedback to you, feedback on you, some feedback, personal feedback, 360 feedback,
      feedback from your peers, peer feedback, feedback conversation, feedback talk, honest feedback,
      difficult feedback, constructive feedback, upward feedback, exchange feedback,
      give each other feedback, how you are doing, how youre doing, how youve been doing,
      something i noticed, i noticed something, things i noticed, what i noticed, talk about how you,
      how you handled, how you spoke, how you came across, how it came across, the way you,
      your behaviour, your tone, your email to, id rather say, rather say this, rather tell you,
      better in person, prefer in person, not over email, not over chat, not by email, not in writing,
      dont want to type, face to face rather, in person rather, i owe you, apologise, apologize, apology,
      thank you in person`,
    de: phrases`
      feedback fur dich, feedback an dich, feedbackgesprach*, feedback gesprach, ruckmeldung an dich,
      ruckmeldung fur dich, ruckmeldegesprach*, personliche ruckmeldung, personliches feedback,
      ehrliches feedback, 360 grad, wie du dich, mir ist etwas aufgefallen, mir ist aufgefallen,
      was mir aufgefallen ist, dein auftreten, dein verhalten, dein ton, deine mail an, lieber personlich,
      lieber mundlich, personlich sagen, personlich besprechen, nicht per mail, nicht schriftlich,
      nicht im chat, nicht uber teams, unter uns sagen, entschuldigen, wie du wirkst, wirkung auf andere,
      will ich nicht schreiben, mochte ich nicht schreiben`,
    other: phrases`
      feedback pour toi, retour sur toi, te faire un retour, feedback para ti, comentarios sobre tu,
      retroalimentacion, informacja zwrotna, feedback dla ciebie, feedback para voce,
      conversar sobre voce`,
  },
  wellbeing: {
    en: phrases`
      how are you, are you okay, you ok, wellbeing, well being, wellness check, welfare check,
      welfare meeting, mental health, stress, stressed, burnout, burned out, burnt out, overwhelmed,
      exhausted, workload talk, your workload, your plate, struggling, feeling low, a rough week,
      rough patch, tough week, hard week, tough time, checking in on you, check in on you, here for you,
      return to work, returning to work, phased return, back to work, reintegration, sick leave,
      long term sick, sickness absence, occupational health, adjustments, bereavement, grief, passed away,
      funeral, loss of a colleague, keeping in touch day, kit day, maternity chat, coming back after,
      since you came back, after what happened, debrief after the shift, schwartz round, peer support`,
    de: phrases`
      wie geht es dir, wie gehts dir, wie es dir geht, wie gehts euch, wohlbefinden, wohlergehen,
      belastung, uberlastung, uberlastet, arbeitsbelastung, erschopf*, mentale gesundheit, psychische*,
      bem, betriebliches eingliederungsmanagement, wiedereingliederung*, ruckkehr aus, ruckkehrgesprach*,
      krankenruckkehr*, langzeitkrank*, wiedereinstieg, krankmeldung, gesundheitsgesprach*,
      fursorgegesprach*, elternzeit gesprach, vor der elternzeit, mutterschutz, trauer*, verstorben*,
      todesfall, ein offenes ohr, fur dich da, schwere woche, harte woche, nachsorgegesprach*,
      entlastungsgesprach*`,
    other: phrases`
      comment vas tu, comment ca va, bien etre, charge de travail, retour d arret, como estas, bienestar,
      carga de trabajo, jak sie czujesz, samopoczucie, powrot do pracy, como voce esta, carga de trabalho,
      体 調, 健 康`,
  },
  confidential: {
    en: phrases`
      confidential, confidentially, in confidence, personal matter, a personal thing, something personal,
      sensitive matter, sensitive topic, sensitive conversation, between us, between you and me,
      stays in the room, stays in this room, closed door, behind closed doors, with hr, hr present,
      hr will join, hr will attend, hr joining, hr will be there, someone from hr, hrbp, people partner,
      union rep, union representative, bring a companion, bring someone with you, be accompanied,
      works council member present, please dont forward, do not forward, dont share this,
      keep this to yourself, discreet, discreetly, off the record, id rather not write, not for sharing,
      whistleblow*, safeguarding`,
    de: phrases`
      vertraulich*, im vertrauen, unter vier augen, unter uns, personliche sache, personliches thema,
      personliches anliegen, personliche angelegenheit, privat*, heikel*, heikles thema, sensibles thema,
      sensibel, hinter verschlossenen turen, geschlossener kreis, mit hr, hr dabei, hr ist dabei,
      mit personalabteilung, personalabteilung dabei, betriebsrat dabei, betriebsrat ist dabei,
      mit betriebsrat, person des vertrauens, vertrauensperson, bitte nicht weiterleiten,
      nicht weitersagen, diskret, diskretion, nicht protokolliert, off record`,
    other: phrases`
      confidentiel, confidentielle, en prive, entre nous, confidencial, en privado, entre nosotros,
      poufne, miedzy nami, prywatnie, em particular, entre nos, 内 密, 極 秘`,
  },
} as const satisfies ConceptTable;
