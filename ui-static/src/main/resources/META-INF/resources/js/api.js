/** An answer that is not what was asked for; the message is the service's own sentence. */
export class Refusal extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function sentence(response) {
  try {
    return (await response.json()).detail || response.statusText;
  } catch {
    return `The service answered ${response.status} ${response.statusText}.`;
  }
}

/** Fetches, and turns failures into a Refusal. */
export async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Refusal('The service does not answer: is it still running?', 0);
  }
  if (!response.ok) throw new Refusal(await sentence(response), response.status);
  return response;
}

export const getItems = async query => (await ask(`api/items?${new URLSearchParams(query)}`)).json();
export const getItem = async id => (await ask(`api/items/${encodeURIComponent(id)}`)).json();

export const findEntities = async (q, limit) => (await ask(`api/entities?${new URLSearchParams({q, limit})}`)).json();
export const getEntity = async id => (await ask(`api/entities/${encodeURIComponent(id)}`)).json();

/** The page of an entity. */
export const entityPage = id => `entity.html?id=${encodeURIComponent(id)}`;

/** The page of an item. */
export const itemPage = (id, fragment = {}) => {
  const hash = new URLSearchParams(fragment).toString();
  return `item.html?id=${encodeURIComponent(id)}${hash ? `#${hash}` : ''}`;
};

/** The address of a video or picture, of a frame of it, or of a cut-out in pixels. */
export const mediaUrl = sha256 => `media/${sha256}`;
export function frameUrl(sha256, t, box) {
  const query = [];
  if (t !== undefined && t !== null) query.push(`t=${t}`);
  if (box) query.push(`xywh=${box.map(v => Math.round(v)).join(',')}`);
  return `media/${sha256}/frame${query.length ? `?${query.join('&')}` : ''}`;
}
