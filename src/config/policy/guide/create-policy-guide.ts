import type { PolicyGuide } from '../../../app/ports/policy-guide.ts';
import { explainLevels } from '../explain-policy.ts';
import { defaultPolicyText, loadDefaultPolicy } from '../load-default.ts';
import { parsePolicy } from '../parse-policy.ts';
import type { PolicyDocument } from '../policy-schema.ts';
import { organizationRules, teamRules } from './rule-levels.ts';
import { textWithoutOthers } from './text-without-others.ts';

/** Explains policies as pages show them. Keeps the one it read last: a page asks several things of the same text. */
export function createPolicyGuide(): PolicyGuide {
  let last: { readonly text: string; readonly document: PolicyDocument | null } | null = null;
  const documentOf = (text: string | null): PolicyDocument | null => {
    if (text === null) return loadDefaultPolicy();
    if (last?.text !== text) last = { text, document: read(text) };
    return last.document;
  };
  return {
    textFor: (text, address) => {
      if (text === null) return defaultPolicyText();
      return documentOf(text) && textWithoutOthers(text, address);
    },
    chapters: (text, address) => {
      const document = documentOf(text);
      return document && explainLevels(address === null ? document : withoutOthers(document, address));
    },
    organizationRules: (text) => {
      // Where nobody wrote a policy nothing is stated, whatever holds by default.
      const document = text === null ? {} : documentOf(text);
      return document && organizationRules(document);
    },
    teamRules: (text, name) => {
      const document = documentOf(text);
      return document && teamRules(document, name);
    },
  };
}

function read(text: string): PolicyDocument | null {
  const parsed = parsePolicy(text, 'policy');
  return parsed.ok ? parsed.document : null;
}

function withoutOthers(document: PolicyDocument, address: string): PolicyDocument {
  const own = Object.entries(document.people ?? {}).filter(([email]) => email === address);
  return { ...document, people: Object.fromEntries(own) };
}
