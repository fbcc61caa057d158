import type { TeamStories } from './story.ts';

export const salesStories: TeamStories = {
  phases: [
    {
      title: 'Introduction: {topic}',
      body: 'First conversation. {problem}\nWe listen more than we talk.',
      minutes: 45,
    },
    {
      title: 'Internal prep: {topic}',
      body: '{problem}\n- who is in the room on their side\n- what they already know\n- our ask',
      minutes: 30,
    },
    {
      title: 'Product demo for {topic}',
      body: 'We show planning, booking and tracking on their own lanes. {problem}',
      minutes: 60,
    },
    {
      title: 'Pricing round: {topic}',
      body: 'Volumes, tiers, term. {problem}\nThe draft offer is attached to the record.',
      minutes: 45,
    },
    { title: 'Contract walk-through: {topic}', body: 'Clause by clause, only the red ones.', minutes: 45 },
  ],
  stories: [
    {
      topic: 'Brightwater',
      problem: 'They outgrew their two carriers and want one screen.',
      owner: 'marek',
      people: ['paul', 'maya', 'agnieszka'],
    },
    {
      topic: 'Kestrel Foods',
      problem: 'Cold chain, three countries, and a tender that closes soon.',
      owner: 'marek',
      people: ['elena', 'tomasz'],
    },
    {
      topic: 'Tokai Parts',
      problem: 'Spare parts by air, promised within 48 hours.',
      owner: 'siti',
      people: ['naomi', 'daniel'],
    },
    {
      topic: 'Ostrava Glass',
      problem: 'Every fifth pane arrives broken, and they blame the routing.',
      owner: 'marek',
      people: ['agnieszka', 'kinga', 'tomasz'],
    },
    {
      topic: 'Pacific Seed',
      problem: 'Seasonal: nothing for months, then six hundred pallets in a week.',
      owner: 'siti',
      people: ['daniel', 'arjun', 'raintree'],
    },
    {
      topic: 'Hudson Paperworks',
      problem: 'They plan in a spreadsheet that one person understands.',
      owner: 'maya',
      people: ['theo', 'jordan'],
    },
    {
      topic: 'Lumen Bikes',
      problem: 'Frames from Taiwan, wheels from Italy, assembly in Ghent.',
      owner: 'marek',
      people: ['ines', 'maya'],
    },
    {
      topic: 'Cedar & Finch',
      problem: 'A reseller who wants our engine under their own name.',
      owner: 'maya',
      people: ['rosa', 'claire', 'ines'],
    },
    {
      topic: 'Straits Medical',
      problem: 'Needs an audit trail for every temperature reading.',
      owner: 'siti',
      people: ['weiling', 'daniel', 'tembusu'],
    },
    {
      topic: 'Nordkap Fish',
      problem: 'Perishable, remote, and fond of the telephone.',
      owner: 'marek',
      people: ['tomasz', 'maya'],
    },
    {
      topic: 'Bayonne Tiles',
      problem: 'Renewal in eight weeks, and the champion has left.',
      owner: 'maya',
      people: ['marek', 'theo'],
    },
    {
      topic: 'Palawan Cocoa',
      problem: 'Small volumes, famous name, would be a good story.',
      owner: 'siti',
      people: ['daniel', 'arjun'],
    },
  ],
};
