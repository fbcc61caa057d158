import type { TeamStories } from './story.ts';

export const peopleStories: TeamStories = {
  phases: [
    {
      title: 'Role briefing: {topic}',
      body: '{problem}\n- must have, nice to have\n- salary band\n- who is on the panel',
      minutes: 30,
    },
    {
      title: 'Interview: {topic}',
      body: 'Candidate interview, competency part. {problem}\nPlease write your notes before you talk to each other.',
      minutes: 60,
    },
    { title: 'Debrief: {topic}', body: 'Votes first, then arguments. {problem}', minutes: 30 },
    {
      title: 'Onboarding plan: {topic}',
      body: 'First day, first week, first month.\n- buddy\n- accounts and laptop\n- whom to meet',
      minutes: 30,
    },
    { title: 'Welcome lunch: {topic}', body: 'Come and say hello. No laptops.', minutes: 60 },
  ],
  stories: [
    {
      topic: 'backend engineer, Warsaw',
      problem: 'Tomasz has carried the carrier adapters alone for a year.',
      owner: 'sylvie',
      people: ['claire', 'tomasz'],
    },
    {
      topic: 'site reliability engineer, Singapore',
      problem: 'Nights are covered by two people.',
      owner: 'sylvie',
      people: ['weiling', 'arjun', 'claire'],
    },
    {
      topic: 'account manager, New York',
      problem: 'The east coast accounts doubled since spring.',
      owner: 'rosa',
      people: ['maya', 'theo'],
    },
    {
      topic: 'design researcher, Lyon',
      problem: 'We guess where we should ask.',
      owner: 'sylvie',
      people: ['hugo', 'ines', 'saone'],
    },
    {
      topic: 'product analyst, Lyon',
      problem: 'Every number is computed three times.',
      owner: 'sylvie',
      people: ['ines', 'agnieszka'],
    },
    {
      topic: 'support lead, Warsaw',
      problem: 'First answer takes nine hours on Mondays.',
      owner: 'rosa',
      people: ['marek', 'agnieszka'],
    },
    {
      topic: 'frontend engineer, New York',
      problem: 'Theo draws faster than we build.',
      owner: 'rosa',
      people: ['jordan', 'theo'],
    },
    {
      topic: 'customs specialist, Singapore',
      problem: 'Two experts retire in the same quarter.',
      owner: 'rosa',
      people: ['siti', 'daniel'],
    },
    {
      topic: 'finance controller, Lyon',
      problem: 'Claire signs every invoice herself.',
      owner: 'sylvie',
      people: ['claire', 'maya'],
    },
    {
      topic: 'data engineer, Warsaw',
      problem: 'The warehouse is a cron job.',
      owner: 'sylvie',
      people: ['tomasz', 'mathieu'],
    },
    {
      topic: 'office manager, Singapore',
      problem: 'Wei Ling orders the chairs.',
      owner: 'sylvie',
      people: ['weiling', 'siti'],
    },
    {
      topic: 'intern, design',
      problem: 'Three months from June, Kinga would mentor.',
      owner: 'sylvie',
      people: ['kinga', 'hugo'],
    },
  ],
};
