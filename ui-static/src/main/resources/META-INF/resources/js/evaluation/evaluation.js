import {t} from '../core/i18n.js';
import {el, fill, panel} from '../core/dom.js';
import {ask} from '../core/api.js';
import {title} from '../core/frame.js';
import {show} from '../core/states.js';
import {lexer} from '../../lib/marked/marked.esm.js';
import {ablation} from './ablation.js';
import {learningCurves} from './curves.js';
import {render} from './markdown.js';
import {cardOf, figuresOf, MODELS} from './models.js';

const PARTS = ['overview', 'ablation', 'curves', 'benchmarks'];
const root = document.getElementById('main');
const place = el('div', {id: 'part'});
const text = async path => (await ask(path)).text();
const documents = new Map();
const tokensOf = path => {
  if (!documents.has(path)) documents.set(path, text(path).then(lexer));
  return documents.get(path);
};

/** Where a document's link leads here: other cards and benchmarks have pages, files of the repository have not. */
function link(href) {
  const card = /models\/([\w-]+)\/(MODEL_CARD|README)\.md/.exec(href);
  if (card && MODELS.includes(card[1])) return `#card=${card[1]}`;
  if (/benchmarks\.md/.test(href)) return '#benchmarks';
  return /^https?:/.test(href) ? href : null;
}

const english = () => document.documentElement.lang === 'en' ? null : el('p.muted', {}, t('eval.inEnglish'));

async function overview() {
  const models = await Promise.all(MODELS.map(async name => ({name, ...await (await ask(figuresOf(name))).json()})));
  return panel(t('eval.overview'), {}, el('div.results', {}, el('table', {},
    el('thead', {}, el('tr', {}, ['model', 'role', 'figure', 'value', 'licence'].map(c => el('th', {scope: 'col'}, t(`eval.${c}`))))),
    models.map(model => {
      const figures = Object.entries(model.figures ?? {});
      const rows = figures.length ? figures : [[t('eval.noFigures'), null]];
      return el('tbody', {lang: 'en'}, rows.map(([figure, value], i) => el('tr', {},
        i === 0 && el('th', {scope: 'rowgroup', rowspan: rows.length}, el('a', {href: `#card=${model.name}`}, model.name)),
        i === 0 && el('td', {rowspan: rows.length}, model.role),
        el('td', {}, figure), el('td.number', {}, value === null ? '–' : value.toFixed(2)),
        i === 0 && el('td', {rowspan: rows.length}, model.licence))));
    }))));
}

async function card(name) {
  return [english(), panel(`${t('eval.card')}: ${name}`, {}, el('div.prose', {lang: 'en'}, render(await tokensOf(cardOf(name)), link)))];
}

const parts = {
  overview,
  ablation: async () => ablation(await tokensOf('evaluation/benchmarks.md')),
  curves: async () => learningCurves(),
  benchmarks: async () => [english(), el('section.panel', {'aria-label': t('eval.benchmarks')},
    el('div.prose', {lang: 'en'}, render(await tokensOf('evaluation/benchmarks.md'), link)))],
};

function navigation(current) {
  const entry = (key, name) => el('a', {href: `#${key}`, 'aria-current': key === current ? 'true' : null}, name);
  return [PARTS.slice(0, 1).map(p => entry(p, t(`eval.${p}`))),
    MODELS.map(name => entry(`card=${name}`, name)),
    PARTS.slice(1).map(p => entry(p, t(`eval.${p}`)))];
}

function follow() {
  const key = decodeURIComponent(location.hash.slice(1)) || 'overview';
  const name = key.startsWith('card=') ? key.slice(5) : null;
  const known = MODELS.includes(name) || PARTS.includes(key) ? key : 'overview';
  fill(list, navigation(known));
  show(place, () => (MODELS.includes(name) ? card(name) : parts[known]()));
}

title(t('eval.title'));
const list = el('nav', {'aria-label': t('eval.sections')});
fill(root,
  el('div.page-head', {}, el('h1', {}, t('eval.title')), el('p.muted', {}, t('eval.about'))),
  el('div.eval', {}, list, place));
addEventListener('hashchange', follow);
follow();
