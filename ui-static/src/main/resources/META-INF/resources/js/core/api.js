import {language, t} from './i18n.js';

const KEY = 'newsreel.key';

/** An answer that is not what was asked for; the message is what to show, `said` the service's own sentence. */
export class Refusal extends Error {
  constructor(message, status, said = '') {
    super(message);
    this.status = status;
    this.said = said;
  }
}

/** The key that is kept until the tab is closed. */
export const key = {
  get: () => {
    try {
      return sessionStorage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  },
  set: value => {
    if (value) sessionStorage.setItem(KEY, value);
    else sessionStorage.removeItem(KEY);
    dispatchEvent(new CustomEvent('newsreel-key'));
  },
};

export const keyed = headers => (key.get() ? {...headers, 'X-API-Key': key.get()} : {...headers});

async function refusal(response) {
  let said = '';
  try {
    said = (await response.json()).detail ?? '';
  } catch {
    // What is no problem document has no sentence for people.
  }
  return refusalOf(response.status, said);
}

/** In English the service's own sentence; otherwise what the status means, with that sentence beside it. */
export function refusalOf(status, said) {
  const kind = {401: 'key', 403: 'key', 404: 'missing', 413: 'large', 429: 'busy', 503: 'busy', 507: 'full'}[status]
    ?? (status >= 500 ? 'broken' : 'refused');
  return new Refusal(language === 'en' && said ? said : t(`refusal.${kind}`), status, said);
}

/** Fetches, and turns failures into a Refusal. */
export async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(path, {...options, headers: keyed(options.headers)});
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Refusal(t('refusal.silent'), 0);
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

const json = async (path, options) => (await ask(path, options)).json();
const send = (path, method, body) => json(path, {
  method, headers: {'Content-Type': 'application/json', Accept: 'application/json'}, body: JSON.stringify(body)});

export const getItems = query => json(`api/items?${new URLSearchParams(query)}`);
/** The items with these ids, in this order, as the list has them; what is no longer there is left out. */
export const summaries = async ids => (ids.length ? (await json(`api/items?${new URLSearchParams(ids.map(id => ['id', id]))}`)).items : []);
/** Entities, items and relations by name, also misspelt; with `kind` only such. */
export const lookUp = query => json(`api/search?${new URLSearchParams(query)}`);
export const getItem = id => json(`api/items/${encodeURIComponent(id)}`);
export const findEntities = (q, limit) => json(`api/entities?${new URLSearchParams({q, limit})}`);
export const getEntity = id => json(`api/entities/${encodeURIComponent(id)}`);
export const getOverview = () => json('api/overview');
export const getTerms = () => json('api/overview/terms');
export const linkEntities = (a, b, decision) => send('api/links', 'POST', {a, b, decision});

const review = id => `api/statements/${encodeURIComponent(id)}/review`;
export const decide = (id, decision) => send(review(id), 'POST', decision);
export const withdraw = id => ask(review(id), {method: 'DELETE'});

/** The rows of a SELECT query, each term as the results' JSON has it. */
export async function select(query) {
  const answer = await json('sparql', {
    method: 'POST', headers: {Accept: 'application/sparql-results+json'}, body: new URLSearchParams({query})});
  return answer.results.bindings;
}

/** An IRI for a query; what can't stand in one is refused, so that no text of the data becomes part of a query. */
export function iriRef(iri) {
  if (/[\u0000-\u0020<>"{}|\\^`]/.test(iri)) throw new Refusal(t('refusal.iri'), 400);
  return `<${iri}>`;
}

const withHash = (page, fragment) => {
  const hash = new URLSearchParams(fragment).toString();
  return hash ? `${page}#${hash}` : page;
};

/** The page of an entity. */
export const entityPage = id => `entity.html?id=${encodeURIComponent(id)}`;
/** The page of an item. */
export const itemPage = (id, fragment = {}) => withHash(`item.html?id=${encodeURIComponent(id)}`, fragment);
/** The page that answers why a triple is in the graph. A part is an IRI or {label, lang, datatype} of a literal. */
export function whyPage(subject, predicate, object, statement) {
  const query = new URLSearchParams({subject, predicate, object: typeof object === 'string' ? object : object.label});
  if (typeof object !== 'string') {
    query.set('literal', object.lang ?? object.datatype ?? '');
  }
  return withHash(`why.html?${query}`, statement ? {statement} : {});
}
export const queryPage = query => withHash('sparql.html', {query});
export const provenanceUrl = (triple, format) => `api/provenance?${new URLSearchParams({...triple, format})}`;

/** The address of a video or picture, of a frame of it, or of a cut-out in pixels. */
export const mediaUrl = sha256 => `media/${sha256}`;
export function frameUrl(sha256, time, box) {
  const query = [];
  if (time !== undefined && time !== null) query.push(`t=${time}`);
  if (box) query.push(`xywh=${box.map(v => Math.round(v)).join(',')}`);
  return `media/${sha256}/frame${query.length ? `?${query.join('&')}` : ''}`;
}
