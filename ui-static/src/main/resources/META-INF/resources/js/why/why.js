import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {entityPage, getItem, iriRef, itemPage, select, whyPage} from '../core/api.js';
import {title} from '../core/frame.js';
import {day, languageName} from '../core/format.js';
import {meter} from '../core/meter.js';
import {empty, show} from '../core/states.js';
import {loadTerms, termName} from '../core/terms.js';
import {evidenceOf} from './evidence.js';
import {reviewBar} from './review.js';
import {reviewsOf} from './reviews.js';
import {linkedData, term} from './scripts.js';

const FIRST = 6;
const root = document.getElementById('main');
const asked = new URLSearchParams(location.search);

/** The triple of the address; an object with "literal" in the address is a literal of that language or datatype. */
function triple() {
  const [subject, predicate, object] = ['subject', 'predicate', 'object'].map(name => asked.get(name) ?? '');
  const kind = asked.get('literal');
  const literal = kind !== null ? {label: object, ...(kind.includes(':') ? {datatype: kind} : {lang: kind || undefined})} : {iri: object};
  return {subject: {iri: subject}, predicate: {iri: predicate}, object: literal};
}

const STATED = `
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
PREFIX nr: <https://w3id.org/newsreel/ns#>
`;

/** Which statements of which items say it: [{statement, item, confidence}], surest first, and whether it counts. */
async function stated({subject, predicate, object}) {
  const [s, p] = [iriRef(subject.iri), iriRef(predicate.iri)];
  const o = object.iri ? iriRef(object.iri) : term(object);
  const [rows, merged] = await Promise.all([select(`${STATED}
SELECT DISTINCT ?statement ?id ?confidence WHERE {
  GRAPH ?g { ?said rdf:subject ${s} ; rdf:predicate ${p} ; rdf:object ${o} }
  OPTIONAL { GRAPH ?m { ?said nr:restates ?own } }
  BIND(COALESCE(?own, ?said) AS ?statement)
  GRAPH ?version { ?statement rdf:subject ?any ; nr:confidence ?confidence . ?item a schema:NewsArticle ; nr:itemId ?id }
} ORDER BY DESC(?confidence) ?id`), select(`SELECT * WHERE { ${s} ${p} ${o} } LIMIT 1`)]);
  const seen = new Set();
  return {
    counts: merged.length > 0,
    found: rows.map(r => ({statement: r.statement.value, item: r.id.value, confidence: Number(r.confidence.value)}))
      .filter(({statement}) => !seen.has(statement) && seen.add(statement)),
  };
}

async function draw() {
  const asking = triple();
  if (!asking.subject.iri || !asking.predicate.iri || !(asking.object.iri || asking.object.label)) {
    return empty(el('h1', {}, t('why.title')), el('p', {}, t('why.none')), el('p.ways', {}, el('a', {href: './'}, t('back.start'))));
  }
  const [, {counts, found}] = await Promise.all([loadTerms(), stated(asking)]);
  const only = new URLSearchParams(location.hash.slice(1)).get('statement');
  const wanted = found.some(f => f.statement === only) ? found.filter(f => f.statement === only) : found;
  const items = new Map();
  const list = el('div.statements');
  let shown = 0;
  const more = el('button.button', {type: 'button', hidden: true, click: () => grow()});
  const grow = async () => {
    more.hidden = true;
    const next = wanted.slice(shown, shown + FIRST);
    shown += next.length;
    await Promise.all(next.map(async ({item}) => { if (!items.has(item)) items.set(item, await getItem(item)); }));
    const reviews = await reviewsOf(next.map(n => n.statement));
    list.append(...next.map(n => card(items.get(n.item), n.statement, reviews)).filter(Boolean));
    more.hidden = shown >= wanted.length;
    more.textContent = t('why.more', {n: wanted.length - shown});
  };
  await grow();
  const first = statementIn(items.get(wanted[0]?.item), wanted[0]?.statement);
  return [heading(asking, first, items, counts),
    found.length === 0 && empty(el('p', {}, t('why.nobody')), el('p.ways', {}, el('a', {href: './'}, t('back.start')))),
    wanted.length < found.length && el('p', {}, el('a', {href: location.pathname + location.search}, t('why.onlyOne'))),
    list, el('p', {}, more)];
}

const statementIn = (item, id) => item?.statements.find(s => s.id === id);

function heading(asking, statement, items, counts) {
  const name = (part, own) => own?.label ?? part.label ?? termName(part.iri);
  const words = [name(asking.subject, statement?.subject), termName(asking.predicate.iri), objectName(asking, statement)];
  title(`${t('why.title')} ${words.join(' – ')}`);
  const lang = [...items.values()][0]?.language;
  const party = (part, text) => (part.iri ? el('a.s', {href: entityPage(part.iri), lang}, text) : el('span.s', {lang}, text));
  return el('div.why-head', {},
    el('p.eyebrow', {}, t('why.lead')),
    el('h1', {}, party(asking.subject, words[0]), ' ', el('span.p', {}, words[1]), ' ', party(asking.object, words[2])),
    statement || counts
      ? el('p.meta', {},
        el(`span.tag.${counts ? 'accepted' : 'rejected'}`, {id: 'merged', title: counts ? null : t('why.notInGraphAbout')}, t(counts ? 'why.inGraph' : 'why.notInGraph')),
        !counts && el('span.muted', {}, t('why.notInGraphAbout'))) : null,
    statement && el('details.how', {}, el('summary', {}, t('why.data')),
      linkedData({subject: asking.subject.iri, predicate: asking.predicate.iri, object: asking.object.iri ?? asking.object.label})));
}

function objectName(asking, statement) {
  if (!asking.object.iri) return asking.object.label;
  const own = statement?.object.label;
  return statement?.kind === 'type' ? termName(asking.object.iri) : own ?? termName(asking.object.iri);
}

/** One statement with everything behind it. */
function card(item, id, reviews) {
  const statement = statementIn(item, id);
  if (!statement) return null;
  const reviewed = reviews.get(id);
  const link = whyPage(statement.subject.iri, statement.predicate.iri, statement.object.iri ?? statement.object, id);
  return el('article.panel.said', {'data-statement': id, 'aria-label': item.headline || item.id},
    el('header', {},
      el('h2', {lang: item.language}, el('a', {href: itemPage(item.id, {statement: id})}, item.headline || item.id)),
      el('div.right', {}, meter(statement.confidence))),
    el('p.meta.inset', {},
      el('span.tag', {}, languageName(item.language)),
      item.published && el('time', {datetime: item.published}, day(item.published)),
      item.source && el('span', {lang: item.language}, item.source),
      el('a', {href: link}, '#')),
    el('div.inset', {}, reviewBar(statement, reviewed, async () => show(root, draw))),
    el('div.evidence', {}, evidenceOf(statement, item)));
}

title(t('why.title'));
show(root, draw);
addEventListener('hashchange', () => show(root, draw));
