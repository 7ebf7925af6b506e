import {el, fill} from './dom.js';
import {ask} from './api.js';
import {count} from './format.js';
import {EXAMPLES} from './examples.js';
import {resultTable, abbreviate} from './results.js';

const editor = document.getElementById('editor');
const query = document.getElementById('query');
const examples = document.getElementById('examples');
const answer = document.getElementById('answer');
const state = document.getElementById('state');
const SELECTS = [
  ['JSON', 'application/sparql-results+json', 'json'], ['CSV', 'text/csv', 'csv'],
  ['TSV', 'text/tab-separated-values', 'tsv'], ['XML', 'application/sparql-results+xml', 'xml'],
];
let running = null;

fill(examples, el('option', {value: ''}, 'Choose…'), EXAMPLES.map(([name], i) => el('option', {value: i}, name)));
examples.addEventListener('change', () => {
  if (examples.value === '') return;
  query.value = EXAMPLES[Number(examples.value)][1];
  run();
});
editor.addEventListener('submit', event => {
  event.preventDefault();
  run();
});
query.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
  if (event.key === 'Escape') running?.abort();
});

function form(accept) {
  return {method: 'POST', headers: {Accept: accept}, body: new URLSearchParams({query: query.value})};
}

async function run() {
  running?.abort();
  const control = new AbortController();
  running = control;
  state.textContent = 'Running…';
  const begun = performance.now();
  history.replaceState(null, '', `#${new URLSearchParams({query: query.value})}`);
  try {
    const response = await ask('sparql', {
      ...form('application/sparql-results+json, text/turtle;q=0.9, application/trig;q=0.8'), signal: control.signal});
    const type = response.headers.get('Content-Type') || '';
    const body = type.includes('json') ? await response.json() : await response.text();
    const took = `${Math.round(performance.now() - begun).toLocaleString('en')} ms`;
    show(body, took);
  } catch (e) {
    if (e.name === 'AbortError') {
      if (running === control) state.textContent = 'Stopped.';
      return;
    }
    state.textContent = '';
    answer.hidden = false;
    fill(answer, el('p.notice.error', {role: 'alert'}, e.message));
    point(e.message);
  }
}

function show(body, took) {
  answer.hidden = false;
  if (typeof body === 'string') {
    state.textContent = took;
    fill(answer, el('header', {}, el('h2', {}, 'Graph'), el('span.count', {}, took)), el('pre.code', {}, body || '# no triples'));
  } else if (typeof body.boolean === 'boolean') {
    state.textContent = took;
    fill(answer, el('header', {}, el('h2', {}, body.boolean ? 'Yes' : 'No'), el('span.count', {}, took)));
  } else {
    const rows = body.results.bindings;
    state.textContent = `${count(rows.length, 'row')}, ${took}`;
    fill(answer,
      el('header', {}, el('h2', {}, 'Results'), el('span.count', {}, count(rows.length, 'row')),
        el('div.right', {}, el('span.muted', {}, 'Download'),
          SELECTS.map(([name, accept, ending]) => el('button.button.small', {type: 'button', click: () => download(accept, ending)}, name)))),
      el('div.results', {tabindex: '0', role: 'region', 'aria-label': 'Table of results'}, resultTable(body, abbreviate(query.value))));
  }
}

async function download(accept, ending) {
  try {
    const file = URL.createObjectURL(await (await ask('sparql', form(accept))).blob());
    el('a', {href: file, download: `newsreel.${ending}`}).click();
    setTimeout(() => URL.revokeObjectURL(file), 10000);
  } catch (e) {
    state.textContent = e.message;
  }
}

/** Puts the cursor where the parser stopped. */
function point(message) {
  const place = /line (\d+), column (\d+)/.exec(message);
  if (!place) return;
  const before = query.value.split('\n').slice(0, Number(place[1]) - 1).join('\n').length + (place[1] > 1 ? 1 : 0);
  const at = Math.min(query.value.length, before + Number(place[2]) - 1);
  query.focus();
  query.setSelectionRange(at, Math.min(query.value.length, at + 1));
}

const given = new URLSearchParams(location.hash.slice(1)).get('query');
query.value = given ?? EXAMPLES[0][1];
if (given) run();
