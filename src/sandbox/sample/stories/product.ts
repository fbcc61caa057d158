import type { TeamStories } from './story.ts';

export const productStories: TeamStories = {
  phases: [
    {
      title: 'Scoping {topic}',
      body: '{problem}\n- who has this problem\n- the smallest thing that helps\n- what we measure',
      minutes: 45,
    },
    {
      title: 'Ideas for {topic}',
      body: '{problem}\nBring three ideas each, bad ones welcome. We sort them at the end.',
      minutes: 45,
    },
    {
      title: 'Spec review: {topic}',
      body: '{problem}\nPlease read pages one to three. Comments by the evening before are worth more than comments in the room.',
      minutes: 45,
    },
    {
      title: 'Go / no-go: {topic}',
      body: 'Criteria:\n- pilot customers asked for more\n- support can explain it\n- we can switch it off',
      minutes: 30,
    },
    {
      title: 'First look at {topic}',
      body: 'A tour of the beta for everybody who has to talk about it. {problem}',
      minutes: 30,
      optional: ['salesTeam', 'designTeam'],
    },
  ],
  stories: [
    {
      topic: 'split shipments',
      problem: 'One order, two trucks, and today two invoices that nobody can match.',
      owner: 'ines',
      people: ['claire', 'hugo', 'marek'],
    },
    {
      topic: 'the dock scheduler',
      problem: 'Drivers queue because slots are handed out on paper.',
      owner: 'agnieszka',
      people: ['kinga', 'tomasz', 'marek'],
    },
    {
      topic: 'carbon figures',
      problem: 'Customers have to report emissions per shipment from January.',
      owner: 'daniel',
      people: ['siti', 'weiling', 'ines'],
    },
    {
      topic: 'return labels',
      problem: 'Returns are a spreadsheet that goes around by mail.',
      owner: 'agnieszka',
      people: ['tomasz', 'hugo', 'kinga'],
    },
    {
      topic: 'the onboarding checklist',
      problem: 'Half of the new accounts never book a first shipment.',
      owner: 'ines',
      people: ['hugo', 'maya', 'sylvie'],
    },
    {
      topic: 'rate alerts',
      problem: 'Planners learn about a price jump from the invoice.',
      owner: 'daniel',
      people: ['arjun', 'siti', 'tembusu'],
    },
    {
      topic: 'bulk edit',
      problem: 'Changing the pick-up date of forty orders takes forty clicks.',
      owner: 'agnieszka',
      people: ['kinga', 'mathieu'],
    },
    {
      topic: 'shared carrier accounts',
      problem: 'Two branches of one customer cannot use the same contract.',
      owner: 'ines',
      people: ['claire', 'marek', 'agnieszka', 'saone'],
    },
    {
      topic: 'the Roe migration',
      problem: 'Eleven customers still work in the old system.',
      owner: 'inesAtRoe',
      people: ['marek', 'mathieu', 'maya'],
    },
    {
      topic: 'port delays',
      problem: 'The plan does not know that a ship is three days late.',
      owner: 'daniel',
      people: ['weiling', 'siti', 'hugo'],
    },
    {
      topic: 'permissions for agencies',
      problem: 'Agencies see more than their own clients.',
      owner: 'agnieszka',
      people: ['tomasz', 'claire', 'rosa'],
    },
    {
      topic: 'proof of delivery',
      problem: 'Photos arrive, but not on the order they belong to.',
      owner: 'ines',
      people: ['kinga', 'mathieu', 'daniel'],
    },
  ],
};
