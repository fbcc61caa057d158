// Copies what the compiler does not: YAML and calendar files that the product reads beside its own code.
import { cpSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const assets = /\.(?:yaml|ics)$/;
cpSync(path.join(root, 'src'), path.join(root, 'dist'), {
  recursive: true,
  filter: (source) => statSync(source).isDirectory() || assets.test(source),
});
