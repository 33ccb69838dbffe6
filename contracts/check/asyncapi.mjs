// Parses contracts/asyncapi.yaml with the AsyncAPI parser and holds it against the schemas beside it.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, dirname } from 'node:path';
import { Parser } from '@asyncapi/parser';

const contracts = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(contracts, 'asyncapi.yaml');
const text = readFileSync(source, 'utf8');

const { document, diagnostics } = await new Parser().parse(text, { source });
const findings = diagnostics
  .filter((d) => d.severity === 0)
  .map((d) => `asyncapi.yaml:${d.range.start.line + 1} ${d.message}`);
if (!document) findings.push('asyncapi.yaml could not be parsed');

const referred = new Set([...text.matchAll(/\.\/events\/(\S+?\.schema\.json)/g)].map((m) => m[1]));
const present = readdirSync(join(contracts, 'events'), { recursive: true })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.schema.json'));
for (const file of present) if (!referred.has(file)) findings.push(`${file} stands in no channel of asyncapi.yaml`);
for (const file of referred) if (!present.includes(file)) findings.push(`${file} is named in asyncapi.yaml but does not exist`);

findings.forEach((finding) => console.error(finding));
console.log(`asyncapi.yaml: ${present.length} messages, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
