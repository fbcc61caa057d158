import { inboxPart } from './inbox-list.tsx';
import { inboxPage } from './inbox-page.tsx';
import { storyPage } from './story-page.tsx';

/** The pages about a person's own meetings. */
export const casesPages = { inbox: inboxPage, inboxPart, story: storyPage };
