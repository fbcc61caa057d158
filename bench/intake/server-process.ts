import { type IntakePlace, type ServerMessage, startBare, startProduct } from './servers.ts';
import { timeStatements } from './statement-times.ts';

/** One of the two servers of the bench, as a process of its own. */
const tell = (message: ServerMessage): void => void process.send?.(message);
const [name = 'bare', place = '{}'] = process.argv.slice(2);
const statements = timeStatements();
const start = name === 'product' ? startProduct : startBare;
tell({ origin: await start(JSON.parse(place) as IntakePlace) });
process.on('message', () => tell({ spent: statements.take() }));
process.on('disconnect', () => process.exit(0));
