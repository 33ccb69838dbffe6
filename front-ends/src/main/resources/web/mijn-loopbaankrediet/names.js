import { Paged } from '../shared/paged.js';
import { maybe } from './parts.js';

const known = new Map();

/** Remembers who was seen in the directory. */
export function remember(entries) {
  for (const entry of entries) known.set(entry.counsellor, entry);
}

/** The counsellor as in the directory; undefined for who is not (or no longer) in it. */
export const counsellor = (id) => known.get(id) ?? undefined;

export const nameOf = (id) => counsellor(id)?.name ?? 'een begeleider die niet meer in de zoekrobot staat';

/** Looks up who these are. */
export async function lookUp(api, ids) {
  const wanted = [...new Set(ids)].filter((id) => id && !known.has(id));
  await Promise.all(wanted.map(async (id) => known.set(id, await entry(api, id))));
}

async function entry(api, id) {
  try {
    return await api.get(`provider-registry/v1/directory/${id}`);
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    return null;
  }
}

/** A list whose rows name a counsellor by id: with each page their names are looked up. */
export class Named extends Paged {
  /** @param who the member of a row that holds the counsellor */
  constructor(screen, path, key, who) {
    super(screen, path, key);
    this.who = who;
  }

  async load(query) {
    await super.load(query);
    await this.look();
  }

  async more() {
    await super.more();
    await this.look();
  }

  look() {
    return maybe(lookUp(this.screen.api, this.rows.map((row) => row[this.who])));
  }
}
