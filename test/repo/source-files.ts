import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text of the project. `path` is relative to its root, with slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const projectRoot = path.resolve(import.meta.dirname, '../..');

/** All TypeScript of these folders of the project. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return {
          path: path.relative(projectRoot, file).split(path.sep).join('/'),
          text: readFileSync(file, 'utf8'),
        };
      }),
  );
}
