import { describe, expect, it } from '@jest/globals';
import { actsOf, colleague, type OpenWorld, outside, owner, unwrap } from '../world.ts';

export function describeSending(open: OpenWorld): void {
  describe('a mail in the owner’s name', () => {
    it('arrives once, as text and as HTML', async () => {
      const world = await open();
      const mail = {
        to: [colleague, outside],
        subject: 'Instead of “Roadmap review” – 25 November',
        text: 'Hello,\nplease read https://gate.example/d/1 instead.\n',
        html: '<p>Hello, please read <a href="https://gate.example/d/1">this</a> instead.</p>',
      };
      unwrap(await world.mailbox.mail.sendMail(mail));
      expect(actsOf(world, 'mail')).toMatchObject([
        { from: owner, to: [colleague, outside], detail: mail.subject },
      ]);
      const [sent] = world.mails();
      expect(sent).toMatchObject({ from: owner, subject: mail.subject });
      // A mail on either calendar may keep one of both kinds; the link is in whichever it keeps.
      expect(`${sent?.text}${sent?.html}`).toContain('https://gate.example/d/1');
    });

    it('never lets a subject write headers of its own', async () => {
      const world = await open();
      const subject = 'Hello\r\nBcc: thief@evil.example\r\n\r\nbody';
      unwrap(await world.mailbox.mail.sendMail({ to: [colleague], subject, text: 'x', html: null }));
      const [act] = actsOf(world, 'mail');
      expect(act?.to).toEqual([colleague]);
      expect(act?.detail).not.toContain('\n');
    });
  });

  describe('a document', () => {
    const document = {
      key: 'document-0001',
      title: 'Proposal: <b>Roadmap</b>',
      blocks: [
        { kind: 'heading', text: 'Problem' },
        { kind: 'paragraph', text: 'What is <script>alert(1)</script> & why 🚀 now?\tTab' },
        { kind: 'bullet', text: 'scope' },
        { kind: 'bullet', text: 'dates' },
        { kind: 'heading', text: 'Decision' },
      ],
      writers: [colleague],
    } as const;

    it('has the words as they are, can be opened by its writers, and is one for one key', async () => {
      const world = await open();
      const created = unwrap(await world.mailbox.documents.createDocument(document));
      expect(created).toMatchObject({
        existed: false,
        notShared: [],
        url: expect.stringMatching(/^https?:\/\//),
      });
      const text = await world.documentText(owner, created.id);
      for (const words of [
        'Problem',
        'What is <script>alert(1)</script> & why 🚀 now?',
        'scope',
        'dates',
        'Decision',
      ])
        expect(text).toContain(words);
      expect(actsOf(world, 'document-shared').flatMap(({ to }) => to)).toEqual([colleague]);
      const again = unwrap(await world.mailbox.documents.createDocument(document));
      expect(again).toMatchObject({ id: created.id, existed: true });
      expect(await world.documentText(owner, created.id)).toBe(text);
      expect(actsOf(world, 'mail')).toEqual([]);
    });

    it('says to whom it could not be opened', async () => {
      const world = await open();
      const writers = [colleague, 'not an address'];
      const created = unwrap(await world.mailbox.documents.createDocument({ ...document, writers }));
      expect(created.notShared).toEqual(['not an address']);
    });
  });
}
