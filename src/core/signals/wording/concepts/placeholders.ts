import { type ConceptTable, phrases } from './concept-table.ts';

/** Words that hold a place in the calendar without saying what for. */
export const placeholderConcepts = {
  'vague-title': {
    en: phrases`
      catch up, catchup, catch ups, catching up, sync, syncs, syncing, resync, chat, chats, follow up,
      followup, follow ups, following up, touch base, touching base, call, zoom, meeting, meetings,
      meetup, discussion, discuss, discussing, conversation, talk tomorrow, talk later, lets talk,
      can we talk, need to talk, speak, connect, reconnect, block, hold, holding, placeholder,
      place holder, save the date, reserved, tbd, tba, tentative, appointment, quickie, huddle up,
      pow wow, powwow, regroup, circle back, alignment, align, next steps, misc, miscellaneous, stuff,
      various, aob, as discussed, as agreed, as mentioned, as per, per my email, see email, see below,
      see thread, fwd, fw, moved, rescheduled, new time, new invite, copy of, untitled, no title,
      new event, meet up, meet with, quick meet`,
    de: phrases`
      austausch, austauschrunde, austauschtermin, erfahrungsaustausch, termin, termine, folgetermin,
      abstimmung, abstimmungen, abstimmungstermin, abstimmungsrunde, abstimmungsgesprach, kurzabstimmung,
      abstimmen, sprechen, kurz reden, mal reden, lass uns reden, quatschen, schnacken, rucksprache,
      besprechung, besprechungen, besprechen, bespr, gesprach, gesprache, telefonat, telefontermin,
      telefonieren, anruf, treffen, sitzung, runde, diskussion, blocker, platzhalter, reserviert,
      geblockt, vormerken, vormerkung, verschiebung, verschoben, ersatztermin, wie besprochen,
      wie vereinbart, wie telefonisch, wie eben, wie abgesprochen, siehe mail, siehe unten, siehe e mail,
      wg, aw, thema, themen, verschiedenes, sonstiges, diverses, naheres, weiteres`,
    other: phrases`
      reunion, echange, discuter, rendez vous, rdv, appel, charla con, llamada, hablar, cita, spotkanie,
      rozmowa, omowic, zadzwonic, conversa, ligacao, encontro, bate papo, alinhamento, 打 合, 打 ち 合 わ せ,
      会 議, 相 談 事`,
  },
  'agenda-missing': {
    en: phrases`
      agenda to follow, agenda follows, agenda tbd, agenda tba, agenda later, agenda will follow,
      agenda will be, agenda coming, agenda soon, no agenda, agenda pending, agenda nearer the time,
      agenda open, open agenda, topic tbd, topics tbd, topic to follow, topics to follow,
      details to follow, details follow, details later, details tbd, details will follow, details coming,
      more details, more info, more to follow, more later, info to follow, tbc, to be confirmed,
      to be defined, to be determined, will explain, explain then, ill explain, explain on the call,
      explain in person, explain when, tell you then, ill tell you, fill you in, let you know more,
      does this time work, hope this works, hope this time works, feel free to move, move if needed,
      feel free to propose, propose another time, propose new time, shout if, blocking time,
      blocking this, holding the slot, holding this, just holding, just in case`,
    de: phrases`
      agenda folgt, agenda kommt, agenda spater, agenda offen, agenda wird, agenda noch offen,
      keine agenda, ohne agenda, tagesordnung folgt, einladung folgt, details folgen, details spater,
      details kommen, naheres folgt, naheres spater, naheres dann, naheres im, naheres in kurze,
      weitere infos, weitere informationen folgen, mehr infos, mehr dazu, infos folgen, info folgt,
      infos kommen, inhalt folgt, thema folgt, themen folgen, thema offen, erklare ich dann,
      erklare ich dir, erklare ich euch, erklar ich, erzahle ich dann, erzahle ich dir, sage ich dir dann,
      dann mehr, alles weitere, passt der termin, passt das, passt dir, passt euch, gern verschieben,
      gerne verschieben, falls es nicht passt, wenn es nicht passt, ich blocke, blocke schon mal,
      schon mal geblockt, vorsorglich, noch zu klaren, wird noch`,
    other: phrases`
      ordre du jour a venir, ordre du jour suivra, details a venir, details suivront, agenda por definir,
      detalles mas adelante, por confirmar, agenda wkrotce, szczegoly wkrotce, szczegoly pozniej,
      do ustalenia, pauta a definir, detalhes depois, a confirmar, 未 定, 詳 細 後 日, 追 っ て`,
  },
} as const satisfies ConceptTable;
