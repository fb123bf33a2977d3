import { writeFileSync } from 'node:fs';
import { printGraphSchema } from './print-schema.js';

/** `npm run schema:emit`, from the project's root. */
writeFileSync('src/schema/schema.graphql', printGraphSchema());
