import { type ConceptTable, phrases } from './concept-table.ts';

/** One party wants to know something. */
export const askingConcepts = {
  'quick-question': {
    en: phrases`
      quick question, quick q, quick qs, quick one, quick ask, quick favour, quick favor,
      quick clarification, small question, short question, simple question, one question, a question,
      two questions, couple of questions, few questions, some questions, question about, question on,
      question re, questions about, questions on, question for you, questions for you, one thing,
      one quick thing, small thing, a sec, got a minute, have a minute, 2 mins, two minutes of,
      pick your brain, pick your brains, run something by you, run this by you, run something past you,
      bounce something off, wanted to ask, want to ask, need to ask, would like to ask, can i ask,
      ask you something, ask you about, ask about`,
    de: phrases`
      kurze frage, kurze fragen, kleine frage, schnelle frage, eine frage, paar fragen, frage zu,
      frage zum, frage zur, fragen zu, fragen zum, fragen zur, frage wegen, rucksprache wegen, ruckfrage,
      ruckfragen, verstandnisfrage*, hab ne frage, hatte da mal, kurz zeit, hast du eine minute,
      hast du 5 minuten, kurz was fragen, mal was fragen, wollte fragen, wollte kurz fragen,
      dich was fragen, dein rat, um rat`,
    other: phrases`
      petite question, question rapide, une question, pregunta rapida, una pregunta, consulta rapida,
      duda, dudas, krotkie pytanie, szybkie pytanie, mam pytanie, pytanie o, pergunta rapida,
      uma pergunta, duvida, duvidas, 質 問, 相 談, 問 合`,
  },
  'direct-question': {
    en: phrases`
      how do i, how do we, how can i, how can we, how should i, how should we, how would i, where do i,
      where can i, where is the, where are the, where does, which role do i, which form, which template,
      which version, which team handles, which cost centre, whats the process, what should i, what does,
      what is the, who do i, who can i, who knows, who handles, who should i ask, do you know, do we have,
      do we still, do you have, do i need, do we need to, is there a, is there any, is it possible,
      is it ok if, can i use, can we use, can you tell me, can you explain, can you help, can you show me,
      can someone, can anyone, could you tell, could you explain, could you help, could you show,
      would it be possible, does anybody know, anyone know, am i allowed, are we allowed, should i use,
      should we use, when is the, when do we, when will, why is the, why does, why do we, unsure how,
      not sure how, not sure which, not sure where, dont know how, dont know where, dont understand,
      cant find, help me understand`,
    de: phrases`
      wie komme ich, wie kann ich, wie mache ich, wie bekomme ich, wie geht das, wie gehe ich,
      wie lege ich, wo finde, wo kann ich, wo liegt, wo liegen, wo ist, welche rolle, welches formular,
      welche version, welche vorlage, welche kostenstelle, was bedeutet, wer weiss, weiss jemand,
      wer kennt, wer kann mir, wer macht eigentlich, kennt jemand, kann mir jemand, kann jemand,
      kannst du mir, konntest du mir, konnen sie mir, konnten sie mir, kannst du kurz, weisst du, gibt es,
      gibts, haben wir, habt ihr, darf ich, durfen wir, muss ich, mussen wir, soll ich, sollen wir,
      brauche ich, brauchen wir, ist es moglich, wann ist, wann kommt, warum ist, warum geht,
      verstehe nicht, finde nicht, bin unsicher, unsicher ob, unsicher wie`,
    other: phrases`
      comment faire, comment puis je, ou trouver, est ce que, quelqu un sait, peux tu, como puedo,
      donde esta, donde encuentro, alguien sabe, puedes, jak moge, gdzie jest, gdzie znajde, czy ktos wie,
      czy mozesz, como faco, onde encontro, onde fica, alguem sabe, voce sabe, 教 え て`,
  },
  'error-paste': {
    en: phrases`
      error, errors, exception, exceptions, nullpointerexception, stack trace, stacktrace, traceback,
      segfault, core dump, permission denied, access denied, forbidden, unauthorized, unauthorised, 401,
      403, 404, not found, fails with, failed with, failing with, fails on, build fails, build failing,
      build failed, test fails, tests fail, flaky, doesnt work, does not work, isnt working, not working,
      wont work, wont load, wont open, doesnt load, cant open, cant connect, cant install, cant get it to,
      undefined, null pointer, npm err, exit code, bug, bugs, glitch, getting a, i get a, i get an,
      localhost, logs say, debug, debugging, troubleshoot, troubleshooting`,
    de: phrases`
      fehler, fehlermeldung*, fehlercode, zugriff verweigert, kein zugang, keine berechtigung,
      berechtigung fehlt, verboten, nicht gefunden, schlagt fehl, fehlgeschlagen, scheitert mit,
      klappt nicht, tut nicht, lasst sich nicht, geht bei mir nicht, bei mir geht, startet nicht,
      offnet nicht, ladt nicht, screenshot, debuggen, fehlersuche, bekomme einen, kriege einen,
      kriege die meldung`,
    other: phrases`
      erreur, ne s ouvre pas, no me deja, fallo, blad, bledy, komunikat bledu, brak dostepu,
      brak uprawnien, erro, acesso negado, 不 具 合`,
  },
  'information-request': {
    en: phrases`
      need the numbers from, need the figures, need from you, need from each, what i need, i need the,
      need your, need a quote, need an answer, need to know, need info, need information, need details,
      need the list, confirm the, please confirm, can you confirm, could you confirm, just confirm,
      confirm your, confirmation of, send me, please send, send your, send over, can you send,
      could you send, email me, reply with, reply by, please reply, let me know which, let me know if,
      let me know by, let me know your, tell me which, tell me if, give me your, please provide,
      provide your, share your numbers, your figures by, your availability, rsvp, details please, clarify,
      clarification, clarifications, clarifying, can you check, could you check, look up, find out,
      gather information, gather the, collect the, collecting`,
    de: phrases`
      brauche von euch, brauche von dir, brauche die zahlen, brauche eure, brauche deine, brauche noch,
      brauche nur, brauche bis, benotige, benotigen, bitte bestatigen, bestatigt bitte, bestatigung,
      kannst du bestatigen, schickt mir, schick mir, bitte schicken, bitte senden, senden sie, zusenden,
      mitteilen, teilt mir, gebt mir, gib mir, gebt bescheid, gib bescheid, bescheid geben, kurz bescheid,
      meldet euch, bitte melden, ruckmeldung ob, antwort bis, bitte antworten, um antwort, angaben,
      auskunft, infos zu, information zu, nachfrage, anfrage, abfrage, bitte um info, datenabfrage,
      bedarf melden, bedarfsabfrage, zuarbeit, zuliefern`,
    other: phrases`
      confirmer, envoyez moi, j ai besoin des, besoin d info, confirmar, por favor enviar, enviame,
      necesito, prosze o, prosze potwierdzic, przeslij, potrzebuje, me envie, preciso de, 回 答, 返 信, 提 出`,
  },
} as const satisfies ConceptTable;
