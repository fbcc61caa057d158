import type { PlanTexts } from './plan-texts.ts';

export const planTextsDe: PlanTexts = {
  title: 'Besprechung planen',
  lead: 'Hier zeigt sich, was das Gate dazu sagt, bevor jemand eingeladen ist. Angelegt wird erst auf Knopfdruck.',
  fields: {
    title: 'Titel',
    purpose: 'Wofür ist sie?',
    description: 'Tagesordnung und Beschreibung',
    guests: 'Gäste',
    date: 'Datum',
    start: 'Beginn',
    minutes: 'Länge in Minuten',
    weeks: 'Wie oft',
    writing: 'Punkte schriftlich',
    because: 'Warum es trotzdem eine Besprechung sein soll',
  },
  hints: {
    purpose: 'Diese Angabe zählt mehr als der Wortlaut der Einladung.',
    description: 'Was soll danach anders sein? Ein Punkt je Zeile genügt.',
    guests:
      'Eine Adresse je Zeile oder mit Komma; bei verbundenen Kalendern im eigenen Haus genügt der Name. Höchstens 50.',
    time: (zone) => `Nach der Uhr in ${zone}.`,
    timeUnknown:
      'In UTC: Die eigene Zeitzone ist noch nicht bekannt. Sie lässt sich unter „Meine Schutzzeiten“ angeben.',
    weeks: 'Einmal je Woche zur selben Stunde. 1 heißt einmal.',
    because: 'Ein Satz. Er bleibt bei dieser Besprechung, nur für die eigenen Augen.',
  },
  colleague: 'Jemanden mit verbundenem Kalender hinzufügen',
  letGateRead: 'Aus dem Wortlaut lesen lassen',
  welcomeWriting: 'In der Einladung sagen, dass Punkte auch schriftlich willkommen sind',
  judge: 'Ansehen',
  problems: {
    missing: 'Bitte ausfüllen.',
    'too-long': 'Das ist länger, als Kalender es annehmen. Bitte kürzen.',
    'not-an-address': 'Das ist keine Mailadresse:',
    'too-many': 'Hier lassen sich höchstens 50 Gäste einladen.',
    'not-a-date': 'Dieses Datum gibt es nicht. Bitte als Jahr-Monat-Tag schreiben.',
    'not-a-time': 'Das ist keine Uhrzeit. Bitte als Stunden:Minuten schreiben.',
    'not-a-number': 'Bitte eine ganze Zahl: 5 bis 720 Minuten, 1- bis 52-mal.',
    past: 'Diese Zeit ist vorbei. Bitte eine spätere wählen.',
    'too-far': 'Das liegt mehr als zwei Jahre voraus. Bitte ein früheres Datum wählen.',
    unknown: 'Das steht nicht zur Wahl. Bitte die Seite neu öffnen und etwas auswählen.',
  },
  severalPeople: (name, count, addresses) =>
    `Mit „${name}“ können ${count === 2 ? 'zwei' : count} Personen gemeint sein: ${addresses}. Bitte die gemeinte Adresse schreiben.`,
  more: (count) => `und ${count} weitere`,
  moreSuch: (count) => `Ebenso unklar: ${count === 1 ? 'ein weiterer Name' : `${count} weitere Namen`}.`,
  sayWhy: 'Bitte in einem Satz sagen, warum.',
  problemsTitle: 'Bevor es sich beurteilen lässt',
  panelTitle: 'Was das Gate dazu sagt',
  panelEmpty: 'Sobald das Formular ausgefüllt ist, steht hier, was das Gate davon hält.',
  verdicts: {
    meet: 'Dafür lohnt sich eine Besprechung.',
    'meet-differently': 'Dafür lohnt sich eine Besprechung, mit einer Änderung.',
    'go-async': 'Das lässt sich schriftlich klären.',
    move: 'Diese Zeit ist geschützt. Eine andere wäre besser.',
    decline: 'Diese Zeit ist geschützt. Eine andere wäre besser.',
    ask: 'Für ein Urteil steht hier zu wenig.',
    skip: 'Hier gibt es nichts zu beurteilen.',
  },
  verdictsNext: {
    meet: '',
    'meet-differently': 'Was sie besser machen würde, steht unten.',
    'go-async': 'Der Entwurf unten beginnt mit den eigenen Punkten.',
    move: 'Bitte unten eine Zeit wählen oder sagen, warum es diese sein muss.',
    decline: 'Bitte unten eine Zeit wählen oder sagen, warum es diese sein muss.',
    ask: 'Was soll nach der Besprechung anders sein? Bitte oben ergänzen oder angeben, wofür sie ist.',
    skip: '',
  },
  why: 'Warum',
  whyElse: 'Was dagegen sprach',
  readFrom: 'Gelesen aus den Worten:',
  changes: 'Was sie besser machen würde',
  fairerTime: (when) => `Eine fairere Zeit: ${when}. Sie steht unten zur Wahl.`,
  clocks: {
    hole: (time) => `Diese Stunde überspringt die Uhr an dem Tag. Daraus wird ${time}.`,
    overlap: (time) => `Diese Stunde zeigt die Uhr an dem Tag zweimal. Gemeint ist die erste: ${time}.`,
  },
  hours: {
    title: 'Wem die Stunde passt',
    caption: 'Die Uhr aller Beteiligten zu dieser Zeit, und was deren Kalender sagen würde',
    heads: {
      who: 'Wer',
      clock: 'Ortszeit',
      hour: 'Was das für eine Stunde ist',
      reply: 'Was geschehen würde',
    },
    you: 'Eigener Kalender',
    kinds: {
      preferred: 'in der Arbeitszeit',
      near: 'am Rand des Tages',
      awake: 'spät oder früh',
      asleep: 'in der Schlafenszeit',
      'day-off': 'an einem freien Tag',
      unknown: 'nicht bekannt',
    },
    zoneUnknown: 'Zeitzone nicht bekannt',
    carries: {
      most: 'trägt zuletzt die meisten frühen und späten Stunden',
      some: 'trug zuletzt frühe oder späte Stunden',
    },
    replies: {
      declined: 'Würde abgelehnt',
      tentative: 'Würde zunächst mit Vorbehalt beantwortet',
      some: 'Einzelne Termine würden abgelehnt',
      none: 'Entscheidet selbst',
      unknown: 'Entscheidet selbst; der Kalender ist nicht verbunden',
    },
    organizes: 'Lädt ein',
    outside: 'Außerhalb der eigenen Organisation',
    protections: {
      'no-meeting-day': (day) => `${day} bleibt frei von Besprechungen`,
      'focus-block': () => 'das ist Fokuszeit',
      'outside-working-hours': () => 'außerhalb der Arbeitszeit',
      'unfair-burden': () => 'hier wurde schon mehr als der faire Anteil an Randzeiten getragen',
      'public-holiday': (day) => `${day} ist dort ein Feiertag`,
    },
    someDates: (collided, judged) => `${collided} von ${judged} Terminen berühren geschützte Zeit`,
    busy: 'Dann steht schon etwas im Kalender.',
    notBusy: 'Dann steht nichts anderes im Kalender.',
    busyUnknown: 'Ob da Zeit ist, weiß niemand.',
  },
  warnings: {
    people: (count) => `${count} Personen`,
    hours: {
      asleep: (clock, who, city) => `${clock} für ${who} in ${city}, in der Schlafenszeit.`,
      'off-hours': (clock, who, city) =>
        `${clock} für ${who} in ${city}, mehr als zwei Stunden außerhalb der Arbeitszeit.`,
      'day-off': (clock, who, city) => `${clock} für ${who} in ${city}, an einem freien Tag.`,
    },
    carried: (percent) =>
      `Dort fielen zuletzt schon ${percent} % der Randzeiten gemeinsamer Besprechungen an.`,
    unfairShare: (who, percent, people) =>
      `Auf ${who} entfielen damit ${percent} % der Last, die ${people === 2 ? 'beide' : `alle ${people}`} zusammen tragen.`,
    zoneUnknown: (who) =>
      `Die Zeitzone von ${who} ist nicht bekannt, darum weiß niemand, was diese Stunde dort bedeutet.`,
  },
  slots: {
    title: 'Die fairsten Zeiten der nächsten zwei Wochen',
    lead: 'Eine Wahl füllt nur das Formular aus.',
    none: 'Keine Zeit in den nächsten zwei Wochen passt allen. Weniger Gäste oder eine kürzere Besprechung helfen vielleicht.',
    fair: 'In der Arbeitszeit aller, deren Zone bekannt ist.',
    burdens: (clocks) => `Außerhalb der Arbeitszeit: ${clocks}.`,
    clockFor: (clock, people) => `${clock} für ${people}`,
    free: 'Alle Kalender sind dann frei.',
    unknown: 'Ob dann alle Kalender frei sind, ist nicht bekannt.',
    fairer: {
      taken: () =>
        'Manche davon treffen mehr Personen als die gewählte Zeit, zu der aber nicht alle kommen können.',
      carried: (name) =>
        `Manche davon treffen mehr Personen als die gewählte Zeit und sind doch fairer: Frühe und späte Stunden werden über die letzten vier Wochen ausgeglichen, und ${name} trug davon am meisten und hat es hier leichter.`,
      spread: (name) =>
        `Manche davon treffen mehr Personen als die gewählte Zeit und sind doch fairer: Mehrere kleine Lasten wiegen weniger als eine große, und ${name} hat es hier leichter.`,
    },
  },
  instead: {
    title: {
      document: 'Ein Dokument genügt',
      video: 'Eine Aufnahme genügt',
      thread: 'Ein schriftlicher Austausch genügt',
    },
    lead: 'Wer eingeladen würde, liest und antwortet dann, wann es passt.',
    due: (when) => `Antworten bis ${when}.`,
    begins: 'Wie es anfängt',
    write: 'Stattdessen das Dokument anlegen',
    save: 'Entwurf als Datei speichern',
  },
  create: {
    title: 'Anlegen',
    anyway: 'Trotzdem besprechen',
    submit: 'Besprechung anlegen',
    submitAnyway: 'Besprechung trotzdem anlegen',
    inviting: (count, calendar) =>
      `Sie kommt in den eigenen Kalender (${calendar}), und ${count === 1 ? 'ein Gast wird' : `${count} Gäste werden`} eingeladen.`,
    noCalendar:
      'Der eigene Kalender ist nicht verbunden, darum lässt sich hier nichts anlegen. Wer das Gate betreut, kann ihn verbinden.',
  },
  halted: {
    'look-again':
      'Noch ist nichts angelegt. Bitte ansehen, was das Gate zu genau diesem Stand sagt, und dann noch einmal auf den Knopf drücken.',
    'no-mailbox': 'Nichts wurde angelegt: Der eigene Kalender ist nicht verbunden.',
    deleted:
      'Diese Besprechung war schon angelegt und wurde gelöscht. Für eine neue bitte „Planen“ noch einmal öffnen.',
    unavailable:
      'Der Kalender war nicht erreichbar. Nichts ist verloren: bitte in einer Minute noch einmal drücken.',
    refused:
      'Der Kalender hat es nicht angenommen. Nichts ist verloren: bitte etwas ändern und noch einmal versuchen, oder den Entwurf als Datei speichern.',
  },
  written: {
    title: 'Das Dokument ist da',
    open: 'Dokument öffnen',
    nothingCreated:
      'Keine Besprechung wurde angelegt und niemand eingeladen. Der Link kann herumgehen, sobald alles bereit ist.',
    notShared: (count) =>
      `Für ${count === 1 ? 'eine Person' : `${count} Personen`} ließ es sich nicht öffnen: bitte von Hand freigeben.`,
  },
  made: {
    title: 'Die Besprechung ist angelegt',
    titleSoon: 'Die Besprechung ist unterwegs',
    invited: (guests) => (guests === 1 ? 'Ein Gast ist eingeladen.' : `${guests} Gäste sind eingeladen.`),
    repeats: 'Sie wiederholt sich jede Woche.',
    soon: 'Im Kalender steht sie schon. Diese Seite zeigt sie in spätestens einer Minute.',
    openCase: 'Ansehen, was das Gate dazu festhält',
    caseSoon: 'Das Gate hat sie noch nicht angesehen.',
    another: 'Noch eine Besprechung planen',
    said: {
      'plan-created': 'Angelegt. Die Gäste sind eingeladen.',
      'plan-existed': 'Diese Besprechung war schon angelegt. Sie wurde kein zweites Mal angelegt.',
    },
  },
};
