import type { Texts } from '../texts.ts';

interface TeamTexts {
  readonly title: string;
  readonly lead: string;
  readonly toForm: string;
  readonly said: Readonly<Record<string, string>>;
  readonly unreadable: string;
  readonly none: { readonly title: string; readonly lead: string; readonly administrator: string };
  readonly toPolicy: string;
  readonly members: {
    readonly title: string;
    readonly nobody: string;
    readonly leads: (names: string) => string;
    readonly missing: string;
    readonly missingDo: string;
    readonly connected: string;
    readonly observing: string;
    readonly observingUntil: (moment: string) => string;
    readonly leaving: string;
    readonly problemSince: (moment: string) => string;
  };
  readonly figures: {
    readonly title: string;
    readonly declines: string;
    readonly offers: string;
    readonly prompts: string;
    readonly tooFew: (connected: string) => string;
    readonly tooAlike: string;
  };
  readonly rules: {
    readonly title: string;
    readonly own: (count: number) => string;
    readonly hint: string;
    readonly organizationTitle: string;
    readonly organizationHint: string;
    readonly levels: string;
    readonly asAbove: (level: string) => string;
    readonly asShipped: (level: string) => string;
    readonly asOthers: (level: string) => string;
    readonly asUmbrella: (level: string) => string;
    readonly weaker: (asked: string, holds: string) => string;
    readonly mayNot: (asked: string, holds: string) => string;
    readonly mayNotClosed: string;
    readonly outlook: string;
    readonly save: (team: string) => string;
    readonly saveOrganization: string;
    readonly meanwhile: string;
    readonly refused: string;
  };
  readonly others: { readonly title: string; readonly hint: string };
}

export const teamTexts: Texts<TeamTexts> = {
  en: {
    title: 'Team',
    lead: 'Who is connected, how hard each rule acts, and the brake. No meetings of anybody are shown here.',
    toForm: 'Go to the form',
    said: {
      'enforcement-saved': 'Saved. It holds for every invite from now on.',
      'nothing-changed': 'Nothing was different, so nothing was saved.',
      'pilot-saved': 'Saved. Whoever is not in the pilot is only observed.',
      'answers-stopped': 'Stopped. No invite is answered until you allow it again.',
      'answers-allowed': 'Invites are answered again. What came meanwhile stays with its owners.',
      'fallback-lifted': 'The rule may answer again.',
      'rule-undone': 'Undone. The calendars follow within a minute, and these meetings are left alone.',
    },
    unreadable:
      'The stored policy cannot be read, so there are no teams and no rules to show. It can be mended on the policy page.',
    none: {
      title: 'No teams yet',
      lead: 'The policy does not name a team that you lead.',
      administrator: 'Teams stand in the policy: a name, its members and who leads it.',
    },
    toPolicy: 'Open the policy',
    members: {
      title: 'Members',
      nobody: 'The policy names no members of this team.',
      leads: (names) => `Led by ${names}.`,
      missing: 'Not connected',
      missingDo: 'Their calendar has to be connected by an administrator.',
      connected: 'Connected',
      observing: 'Observed',
      observingUntil: (moment) => `Observed until ${moment}`,
      leaving: 'Being disconnected',
      problemSince: (moment) => `Since ${moment}.`,
    },
    figures: {
      title: 'The last 30 days',
      declines: 'declined',
      offers: 'offers made',
      prompts: 'hints given',
      tooFew: (connected) =>
        `Figures are shown for five connected people or more, so that they tell nothing about one of them. Here: ${connected}.`,
      tooAlike:
        'No figures: another team with figures has almost the same people, and the difference would tell about fewer than five of them.',
    },
    rules: {
      title: 'How hard each rule acts',
      own: (count) => (count === 0 ? 'nothing set here' : `${count} set here`),
      hint: 'A team may protect more than the organization; less only where the policy allows it, so softer levels are closed.',
      organizationTitle: 'How hard each rule acts for everybody',
      organizationHint: 'Teams and people may protect more than this.',
      levels: 'What the levels mean',
      asAbove: (level) => `As above (${level})`,
      asShipped: (level) => `As shipped (${level})`,
      asOthers: (level) => `As all other rules (${level})`,
      asUmbrella: (level) => `As “Need not be live” (${level})`,
      weaker: (asked, holds) => `“${asked}” protects less than the organization, so “${holds}” holds.`,
      mayNot: (asked, holds) => `This team may not set “${asked}”, so “${holds}” holds.`,
      mayNotClosed: '“Enforce” is closed: the policy does not let this team set it.',
      outlook:
        'In Outlook an undo is not certain. There a rule declines at once only where “Enforce” is set for it by name.',
      save: (team) => `Save the rules of ${team}`,
      saveOrganization: 'Save the rules for everybody',
      meanwhile:
        'Somebody else changed the policy in the meantime, so nothing was saved. What you chose is still here: look it over and save again.',
      refused: 'Nothing was saved.',
    },
    others: {
      title: 'Connected, in no team',
      hint: 'Only the rules for everybody and their own hold for them.',
    },
  },
  de: {
    title: 'Team',
    lead: 'Wer verbunden ist, wie streng jede Regel wirkt, und die Bremse. Termine von Personen erscheinen hier nicht.',
    toForm: 'Zum Formular',
    said: {
      'enforcement-saved': 'Gespeichert. Es gilt ab jetzt für jede Einladung.',
      'nothing-changed': 'Nichts war anders, also wurde nichts gespeichert.',
      'pilot-saved': 'Gespeichert. Wer nicht zum Pilotkreis gehört, wird nur beobachtet.',
      'answers-stopped': 'Angehalten. Keine Einladung wird beantwortet, bis es wieder erlaubt ist.',
      'answers-allowed':
        'Einladungen werden wieder beantwortet. Was inzwischen kam, bleibt bei den Personen.',
      'fallback-lifted': 'Die Regel darf wieder antworten.',
      'rule-undone':
        'Zurückgenommen. Die Kalender folgen innerhalb einer Minute; diese Termine bleiben in Ruhe.',
    },
    unreadable:
      'Die gespeicherten Regeln sind nicht lesbar, deshalb fehlen hier Teams und Strenge. Auf der Seite „Regeln“ lässt sich das beheben.',
    none: {
      title: 'Noch keine Teams',
      lead: 'Das Regelwerk nennt kein Team unter Ihrer Leitung.',
      administrator: 'Teams stehen im Regelwerk: ein Name, die Mitglieder und wer es leitet.',
    },
    toPolicy: 'Regelwerk öffnen',
    members: {
      title: 'Mitglieder',
      nobody: 'Das Regelwerk nennt keine Mitglieder dieses Teams.',
      leads: (names) => `Geleitet von ${names}.`,
      missing: 'Nicht verbunden',
      missingDo: 'Den Kalender muss die Administration verbinden.',
      connected: 'Verbunden',
      observing: 'Beobachtet',
      observingUntil: (moment) => `Beobachtet bis ${moment}`,
      leaving: 'Wird getrennt',
      problemSince: (moment) => `Seit ${moment}.`,
    },
    figures: {
      title: 'Die letzten 30 Tage',
      declines: 'abgelehnt',
      offers: 'Angebote gemacht',
      prompts: 'Hinweise gegeben',
      tooFew: (connected) =>
        `Zahlen erscheinen ab fünf verbundenen Personen, damit sie nichts über eine einzelne verraten. Hier: ${connected}.`,
      tooAlike:
        'Keine Zahlen: Ein anderes Team mit Zahlen hat fast dieselben Personen, und der Unterschied verriete etwas über weniger als fünf.',
    },
    rules: {
      title: 'Wie streng jede Regel wirkt',
      own: (count) => (count === 0 ? 'hier nichts gesetzt' : `${count} hier gesetzt`),
      hint: 'Ein Team darf mehr schützen als die Organisation; weniger nur, wo das Regelwerk es erlaubt, deshalb sind mildere Stufen gesperrt.',
      organizationTitle: 'Wie streng jede Regel für alle wirkt',
      organizationHint: 'Teams und Personen dürfen mehr schützen als hier.',
      levels: 'Was die Stufen bedeuten',
      asAbove: (level) => `Wie darüber (${level})`,
      asShipped: (level) => `Wie mitgeliefert (${level})`,
      asOthers: (level) => `Wie alle übrigen Regeln (${level})`,
      asUmbrella: (level) => `Wie „Geht auch schriftlich“ (${level})`,
      weaker: (asked, holds) => `„${asked}“ schützt weniger als die Organisation, deshalb gilt „${holds}“.`,
      mayNot: (asked, holds) => `Dieses Team darf „${asked}“ nicht setzen, deshalb gilt „${holds}“.`,
      mayNotClosed: '„Durchsetzen“ ist gesperrt: Das Regelwerk erlaubt es diesem Team nicht.',
      outlook:
        'In Outlook ist eine Rücknahme nicht sicher. Dort sagt eine Regel nur sofort ab, wenn „Durchsetzen“ ausdrücklich für sie gesetzt ist.',
      save: (team) => `Regeln von ${team} speichern`,
      saveOrganization: 'Regeln für alle speichern',
      meanwhile:
        'Inzwischen hat jemand anderes das Regelwerk geändert, deshalb wurde nichts gespeichert. Die Auswahl steht noch hier: bitte prüfen und erneut speichern.',
      refused: 'Nichts wurde gespeichert.',
    },
    others: {
      title: 'Verbunden, in keinem Team',
      hint: 'Für sie gelten nur die Regeln für alle und die eigenen.',
    },
  },
};
