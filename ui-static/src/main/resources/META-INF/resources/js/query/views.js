import {t} from '../core/i18n.js';
import {el, fill} from '../core/dom.js';
import {entityPage} from '../core/api.js';
import {drawNetwork, networkBar} from '../core/network.js';
import {empty} from '../core/states.js';
import {timeChart} from '../core/chart.js';
import {isNumber} from './results.js';

const NODES = 500;
const NAMES = 24;
const DATE = /^-?\d{4}(-\d{2}(-\d{2}([T ].*)?)?)?Z?$/;

/** Rows as a graph: the first column with the last one that is no number, the ones between as the line's name. */
export function graphView({head, results}, shorten) {
  const vars = head.vars.filter(v => results.bindings.some(row => row[v] && !isNumber(row[v])));
  if (vars.length < 2) return empty(t('query.noGraph'));
  const [from, to] = [vars[0], vars[vars.length - 1]];
  const middle = vars.slice(1, -1);
  const edges = results.bindings.filter(row => row[from] && row[to]).map(row => ({
    from: row[from].value, to: row[to].value, name: middle.map(v => row[v] && shorten(row[v].value)).filter(Boolean).join(' ')}));
  const label = row => (row.type === 'uri' ? shorten(row.value) : row.value);
  const names = new Map(results.bindings.flatMap(row => [row[from], row[to]].filter(Boolean).map(term => [term.value, label(term)])));
  return network(edges, id => names.get(id));
}

/** Triples as a graph; labels name the nodes. */
export function tripleView(triples, shorten) {
  const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
  const names = new Map(triples.filter(x => x.p === LABEL).map(x => [x.s, x.o]));
  const edges = triples.filter(x => x.p !== LABEL && x.iri).map(x => ({from: x.s, to: x.o, name: shorten(x.p)}));
  return edges.length ? network(edges, id => names.get(id) ?? shorten(id)) : empty(t('query.noGraph'));
}

function network(edges, nameOf) {
  const ids = [...new Set(edges.flatMap(e => [e.from, e.to]))].slice(0, NODES);
  const kept = new Set(ids);
  const place = el('div.network');
  let drawing = {fit() {}, zoom() {}};
  requestAnimationFrame(async () => {
    const lines = edges.filter(e => kept.has(e.from) && kept.has(e.to));
    drawing = await drawNetwork(place, ids.map(id => ({id, name: nameOf(id) ?? id, type: kindIn(id)})), lines,
      id => { if (id.startsWith('http')) location.href = entityPage(id); },
      t('entity.graphSize', {nodes: ids.length, edges: lines.length}));
  });
  return [networkBar(() => drawing, el('span.muted', {}, t('entity.graphSize', {nodes: ids.length, edges: edges.length}))), place];
}

/** The kind that an entity's address tells. */
const kindIn = iri => ({person: 'PER', organization: 'ORG', place: 'LOC', time: 'TIME'}[/\/id\/([a-z]+)\//.exec(iri)?.[1]] ?? 'MISC');

/** Rows on a line of time: one lane for each value of the first column that is neither a time nor a number. */
export function timeView({head, results}) {
  const rows = results.bindings;
  const when = head.vars.find(v => /time|seconds|^t$/i.test(v) && rows.some(row => isNumber(row[v])))
    ?? head.vars.find(v => rows.some(row => row[v] && DATE.test(row[v].value) && !isNumber(row[v])));
  const lane = head.vars.find(v => v !== when && rows.some(row => row[v] && !isNumber(row[v])));
  if (!when || !lane) return empty(t('query.noTimes'));
  const seconds = rows.some(row => isNumber(row[when]));
  const points = rows.filter(row => row[when] && row[lane])
    .map(row => ({lane: row[lane].value, at: seconds ? Number(row[when].value) : Date.parse(row[when].value), label: row[when].value}))
    .filter(point => Number.isFinite(point.at));
  return points.length ? timeChart(points, {seconds, name: t('query.timeline')}) : empty(t('query.noTimes'));
}

/** How often the values of the first two columns come together, as a table of shades; a number column counts. */
export function togetherView({head, results}, shorten) {
  const [one, other] = head.vars.filter(v => results.bindings.some(row => row[v] && !isNumber(row[v])));
  if (!one || !other) return empty(t('query.noTogether'));
  const weight = head.vars.find(v => results.bindings.some(row => isNumber(row[v])));
  const name = term => (term.type === 'uri' ? shorten(term.value) : term.value);
  const counts = new Map();
  const totals = [new Map(), new Map()];
  for (const row of results.bindings) {
    if (!row[one] || !row[other]) continue;
    const [a, b, n] = [name(row[one]), name(row[other]), weight ? Number(row[weight]?.value ?? 0) : 1];
    counts.set(`${a}\n${b}`, (counts.get(`${a}\n${b}`) ?? 0) + n);
    totals[0].set(a, (totals[0].get(a) ?? 0) + n);
    totals[1].set(b, (totals[1].get(b) ?? 0) + n);
  }
  const most = [...totals].map(total => [...total].sort((x, y) => y[1] - x[1]).slice(0, NAMES).map(([key]) => key));
  const top = Math.max(...counts.values());
  const place = el('div.results', {tabindex: '0', role: 'region', 'aria-label': t('query.together')});
  fill(place, el('table.heat', {},
    el('thead', {}, el('tr', {}, el('td'), most[1].map(b => el('th', {scope: 'col'}, b)))),
    el('tbody', {}, most[0].map(a => el('tr', {}, el('th', {scope: 'row'}, a), most[1].map(b => shade(a, b, counts.get(`${a}\n${b}`), top)))))));
  return place;
}

const shade = (a, b, n, top) => (n === undefined ? el('td')
  : el('td', {title: t('query.together.of', {a, b, n}), style: {background: `color-mix(in srgb, var(--accent-soft) ${Math.round(30 + (70 * n) / top)}%, var(--surface))`}}, n));
