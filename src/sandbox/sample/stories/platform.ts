import type { TeamStories } from './story.ts';

export const platformStories: TeamStories = {
  phases: [
    {
      title: 'Kick-off: {topic}',
      body: '{problem}\nWe agree on:\n- scope and what is out of scope\n- owner and reviewers\n- the first milestone',
      minutes: 45,
    },
    {
      title: 'Quick question about {topic}',
      body: '{problem}\nI would like to understand one detail before I write it up, fifteen minutes should do.',
      minutes: 30,
    },
    {
      title: 'RFC review: {topic}',
      body: '{problem}\nThe document has been open for comments since last week. We go through the unresolved threads only.',
      minutes: 60,
    },
    {
      title: 'Decide: {topic}',
      body: '{problem}\nTwo options are left. I recommend the first, please object in the document before we meet.',
      minutes: 30,
    },
    {
      title: 'Demo: {topic}',
      body: 'Live walk-through of what we built.\n- before and after\n- known limits\n- how it is rolled out',
      minutes: 30,
      optional: ['productTeam'],
    },
  ],
  stories: [
    {
      topic: 'queue back-pressure',
      problem: 'Label printing stalls when one carrier answers slowly.',
      owner: 'tomasz',
      people: ['claire', 'mathieu', 'agnieszka'],
    },
    {
      topic: 'the move to one Postgres cluster',
      problem: 'Three clusters, three backup schedules, and nobody is sure about the third.',
      owner: 'mathieu',
      people: ['claire', 'tomasz', 'jordan', 'weiling'],
    },
    {
      topic: 'tenant isolation',
      problem: 'A noisy customer can slow down the others during the Monday import.',
      owner: 'claire',
      people: ['tomasz', 'mathieu', 'ines'],
    },
    {
      topic: 'the retry policy of webhooks',
      problem: 'Customers see the same pick-up confirmation up to four times.',
      owner: 'weiling',
      people: ['arjun', 'daniel', 'claire'],
    },
    {
      topic: 'alert fatigue',
      problem: 'On-call got 61 pages last month, nine of them mattered.',
      owner: 'arjun',
      people: ['weiling', 'tomasz', 'claire'],
    },
    {
      topic: 'build times',
      problem: 'A pull request waits nineteen minutes for its checks.',
      owner: 'jordan',
      people: ['claire', 'mathieu', 'theo'],
    },
    {
      topic: 'address validation',
      problem: 'Every twelfth label comes back because of the street number.',
      owner: 'tomasz',
      people: ['agnieszka', 'marek', 'mathieu'],
    },
    {
      topic: 'secrets rotation',
      problem: 'Two carrier keys are older than the company.',
      owner: 'weiling',
      people: ['arjun', 'jordan', 'claire'],
    },
    {
      topic: 'the planner cache',
      problem: 'Route plans are recomputed although nothing changed.',
      owner: 'mathieu',
      people: ['tomasz', 'hugo', 'ines', 'saone'],
    },
    {
      topic: 'regional failover',
      problem: 'The Singapore region has never been failed over on purpose.',
      owner: 'arjun',
      people: ['weiling', 'claire', 'mathieu', 'tembusu'],
    },
    {
      topic: 'audit logging',
      problem: 'A customer asked who changed a rate, and we could not say.',
      owner: 'jordan',
      people: ['maya', 'claire', 'rosa'],
    },
    {
      topic: 'the customs gateway',
      problem: 'The authority switches off the old interface in the autumn.',
      owner: 'claire',
      people: ['ines', 'mathieu', 'tomasz', 'luca'],
    },
  ],
};
