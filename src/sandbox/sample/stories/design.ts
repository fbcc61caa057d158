import type { TeamStories } from './story.ts';

export const designStories: TeamStories = {
  phases: [
    {
      title: 'Sketching session: {topic}',
      body: '{problem}\nPaper first. We stop after forty-five minutes and pick two directions.',
      minutes: 45,
    },
    {
      title: 'Design review: {topic}',
      body: '{problem}\nFrames are linked below. Feedback wanted on the flow, not yet on colours.\n- happy path\n- empty states\n- errors',
      minutes: 45,
    },
    {
      title: 'Usability results for {topic}',
      body: 'Five participants, three findings, one surprise. {problem}',
      minutes: 30,
    },
    {
      title: 'Sign-off: {topic}',
      body: 'Last look before it goes to engineering. Say yes, or say what is missing.',
      minutes: 30,
    },
    {
      title: 'Handover to engineering: {topic}',
      body: 'Where the files are, what is reused, what is new, and what I am unsure about.',
      minutes: 30,
      optional: ['platformTeam'],
    },
  ],
  stories: [
    {
      topic: 'the map view',
      problem: 'Nobody finds the layer switch.',
      owner: 'hugo',
      people: ['ines', 'mathieu', 'kinga'],
    },
    {
      topic: 'empty states',
      problem: 'New accounts look at a blank table and leave.',
      owner: 'theo',
      people: ['hugo', 'jordan', 'maya'],
    },
    {
      topic: 'the mobile dock app',
      problem: 'Drivers wear gloves and our buttons are small.',
      owner: 'kinga',
      people: ['agnieszka', 'tomasz', 'hugo'],
    },
    {
      topic: 'error messages',
      problem: 'Our errors name the system and not the remedy.',
      owner: 'theo',
      people: ['jordan', 'rosa'],
    },
    {
      topic: 'table density',
      problem: 'Power users want forty rows on a screen, beginners want eight.',
      owner: 'hugo',
      people: ['agnieszka', 'claire', 'rhone'],
    },
    {
      topic: 'the new navigation',
      problem: 'The menu grew with the company and shows it.',
      owner: 'hugo',
      people: ['kinga', 'theo', 'ines', 'mathieu'],
    },
    {
      topic: 'printing',
      problem: 'Labels are printed on eleven kinds of printers, all of them different.',
      owner: 'kinga',
      people: ['tomasz', 'marek'],
    },
    {
      topic: 'colour contrast',
      problem: 'The status colours fail the contrast test in four places.',
      owner: 'theo',
      people: ['jordan', 'hugo'],
    },
    {
      topic: 'the quote form',
      problem: 'Seventeen fields, of which we need six.',
      owner: 'kinga',
      people: ['agnieszka', 'marek', 'hugo'],
    },
    {
      topic: 'notification settings',
      problem: 'People switch off all mails because they cannot switch off one.',
      owner: 'theo',
      people: ['maya', 'jordan', 'ines'],
    },
    {
      topic: 'icons',
      problem: 'We have two trucks, three boxes and no ship.',
      owner: 'hugo',
      people: ['luca', 'kinga'],
    },
    {
      topic: 'right-to-left layouts',
      problem: 'The pilot in Haifa starts in ten weeks.',
      owner: 'kinga',
      people: ['hugo', 'mathieu', 'agnieszka'],
    },
  ],
};
