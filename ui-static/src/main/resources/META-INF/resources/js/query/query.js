import {t} from '../core/i18n.js';
import {copyButton, el, fill, panel, saveFile} from '../core/dom.js';
import {ask} from '../core/api.js';
import {title} from '../core/frame.js';
import {empty, failure} from '../core/states.js';
import {openEditor} from './editor.js';
import {EXAMPLES} from './examples.js';
import {abbreviate, resultTable} from './results.js';
import {readNTriples} from './ntriples.js';
import {graphView, timeView, togetherView, tripleView} from './views.js';

const SELECTS = [
  ['CSV', 'text/csv', 'csv'], ['JSON', 'application/sparql-results+json', 'json'],
  ['TSV', 'text/tab-separated-values', 'tsv'], ['XML', 'application/sparql-results+xml', 'xml']];
const GRAPHS = [['Turtle', 'text/turtle', 'ttl'], ['JSON-LD', 'application/ld+json', 'jsonld'], ['N-Triples', 'application/n-triples', 'nt']];
const VIEWS = ['table', 'graph', 'timeline', 'together'];

const asked = new URLSearchParams(location.hash.slice(1));
const given = asked.get('query');
let view = VIEWS.includes(asked.get('view')) ? asked.get('view') : 'table';
let running = null;
let shown = null;

const state = el('span.muted', {id: 'state', role: 'status'});
const answer = el('div', {id: 'answer'});
const place = el('div', {id: 'place'});
const examples = el('select.field', {id: 'examples', disabled: true, 'aria-label': t('query.examples')},
  el('option', {value: ''}, t('query.choose')), EXAMPLES.map(([name], i) => el('option', {value: i}, t(`question.${name}`))));

title(t('query.title'));
fill(document.getElementById('main'),
  el('div.page-head', {}, el('h1', {}, t('query.title')), el('p.muted', {}, t('query.about'))),
  el('div.query', {},
    el('section.panel.editor', {'aria-label': t('query.editor')},
      el('header', {}, el('h2', {}, 'SPARQL'), el('div.right', {}, examples)),
      place,
      el('div.bar', {},
        el('button.button.primary', {id: 'run', type: 'button', disabled: true, click: () => run()}, t('query.run')),
        copyButton(() => location.href, t('query.link')),
        el('span.muted', {id: 'hint'}, t('query.hint')), state)),
    answer));

const editor = await openEditor(place, given ?? EXAMPLES[0][1], {run: () => run(), stop: () => running?.abort()});
// What was chosen before there is an editor would be lost.
for (const control of [examples, document.getElementById('run')]) control.disabled = false;
examples.addEventListener('change', () => {
  if (examples.value === '') return;
  const [, text, best] = EXAMPLES[Number(examples.value)];
  view = best;
  editor.set(text);
  run();
});

const form = accept => ({method: 'POST', headers: {Accept: accept}, body: new URLSearchParams({query: editor.get()})});
const remember = () => history.replaceState(null, '', `#${new URLSearchParams({query: editor.get(), ...(view === 'table' ? {} : {view})})}`);

async function run() {
  running?.abort();
  const control = new AbortController();
  running = control;
  state.textContent = t('query.running');
  const begun = performance.now();
  remember();
  try {
    const response = await ask('sparql', {
      ...form('application/sparql-results+json, application/n-triples;q=0.9'), signal: control.signal});
    const type = response.headers.get('Content-Type') || '';
    const body = type.includes('json') ? await response.json() : {triples: readNTriples(await response.text())};
    shown = {body, ms: Math.round(performance.now() - begun), query: editor.get()};
    draw();
  } catch (e) {
    if (e.name === 'AbortError') {
      if (running === control) state.textContent = t('query.stopped');
      return;
    }
    state.textContent = '';
    fill(answer, failure(e));
    const spot = /line (\d+), column (\d+)/.exec(e.said ?? '');
    if (spot) editor.point(Number(spot[1]), Number(spot[2]));
  }
}

function draw() {
  const {body, ms, query} = shown;
  if (typeof body.boolean === 'boolean') {
    state.textContent = t('query.took', {rows: '', ms}).replace(/^[,，\s]+/, '');
    fill(answer, panel(t(body.boolean ? 'query.yes' : 'query.no')));
    return;
  }
  const count = body.triples ? t('noun.triples', {n: body.triples.length}) : t('noun.rows', {n: body.results.bindings.length});
  state.textContent = t('query.took', {rows: count, ms});
  const content = el('div');
  fill(answer, panel(t('query.results'), {count, right: [switcher(Boolean(body.triples)), exports(body.triples ? GRAPHS : SELECTS)]}, content));
  fill(content, body.triples ? triples(body.triples, abbreviate(query)) : rows(body, abbreviate(query)));
}

function rows(body, shorten) {
  if (body.results.bindings.length === 0) return empty(t('query.noRows'));
  return {table: resultTable, graph: graphView, timeline: timeView, together: togetherView}[view](body, shorten);
}

function triples(found, shorten) {
  if (found.length === 0) return empty(t('query.noTriples'));
  if (view === 'graph') return tripleView(found, shorten);
  const term = (value, iri) => (iri ? {type: 'uri', value} : {type: 'literal', value});
  return resultTable({head: {vars: ['subject', 'predicate', 'object']}, results: {bindings: found.map(x => ({
    subject: term(x.s, true), predicate: term(x.p, true), object: term(x.o, x.iri)}))}}, shorten);
}

const switcher = graph => el('div.views', {role: 'group', 'aria-label': t('query.view')},
  (graph ? VIEWS.slice(0, 2) : VIEWS).map(name => el('button', {type: 'button', 'aria-pressed': String(name === view), 'data-view': name, click: () => {
    view = name;
    remember();
    draw();
    answer.querySelector(`[data-view=${name}]`).focus();
  }}, t(`query.${name}`))));

const exports = formats => el('span.exports', {role: 'group', 'aria-label': t('query.export')},
  formats.map(([name, accept, ending]) => el('button.button.small', {type: 'button', click: () => download(accept, ending)}, name)));

async function download(accept, ending) {
  try {
    saveFile(await (await ask('sparql', form(accept))).blob(), `newsreel.${ending}`);
  } catch (e) {
    state.textContent = e.message;
  }
}

if (given) run();
