import {t} from '../core/i18n.js';
import {el, fill, fresh, panel} from '../core/dom.js';
import {ask} from '../core/api.js';
import {curves} from '../core/chart.js';

/** Runs whose metrics ship; a test compares this with docs/runs. */
export const RUNS = ['newsreel-text-en', 'newsreel-pair-en'];

/** Above this many rows a run is averaged over tenths of an epoch, so that its course shows through the noise. */
const MANY = 200;

/**
 * Reads the metrics.csv of a training run: a column "epoch", perhaps one "step", then figures.
 *
 * @return {Map<string, [number, number][]>|null} a curve for each figure, over epochs done; null without "epoch"
 */
export function readMetrics(text) {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',').map(name => name.trim());
  const [epoch, step] = [names.indexOf('epoch'), names.indexOf('step')];
  if (epoch < 0) return null;
  // A run that was stopped may leave half a line, and steps that the resumed run takes again: the later counts.
  const rows = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    if (cells.length !== names.length) continue;
    const place = [Number(cells[epoch]), step < 0 ? 1 : Number(cells[step])];
    rows.set(place.join(' '), {place, cells});
  }
  const steps = new Map();
  for (const {place: [e, s]} of rows.values()) steps.set(e, Math.max(steps.get(e) ?? 1, s));
  const ordered = [...rows.values()].sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1]);
  const found = new Map();
  names.forEach((name, column) => {
    if (column === epoch || column === step) return;
    const points = ordered.map(({place: [e, s], cells}) => [e - 1 + s / steps.get(e), Number.parseFloat(cells[column])])
      .filter(([, value]) => Number.isFinite(value));
    if (points.length) found.set(name, points);
  });
  return found;
}

const thinned = points => {
  if (points.length <= MANY) return points;
  const tenths = new Map();
  for (const [x, y] of points) {
    const tenth = Math.ceil(x * 10 - 1e-9) / 10;
    if (!tenths.has(tenth)) tenths.set(tenth, []);
    tenths.get(tenth).push(y);
  }
  return [...tenths].map(([x, ys]) => [x, ys.reduce((a, b) => a + b, 0) / ys.length]);
};

/** Figures of one size belong on one chart: losses on theirs, percentages on theirs; a step's settings are no figures. */
function charts(figures) {
  const steps = [...figures.values()].some(points => points.some(([x]) => !Number.isInteger(x)));
  const groups = new Map();
  for (const [name, points] of figures) {
    if (['rate', 'norm'].includes(name)) continue;
    const kind = steps || /loss/i.test(name) ? 'loss' : '%';
    if (!groups.has(kind)) groups.set(kind, []);
    groups.get(kind).push({name, points: thinned(points)});
  }
  return [...groups].map(([kind, series]) => curves(series, {x: t('eval.epoch'), y: kind}));
}

/** Curves of the runs that ship, and of any run that a reader opens. */
export function learningCurves() {
  const id = fresh('metrics');
  const file = el('input', {type: 'file', id, accept: '.csv,text/csv'});
  const place = el('div');
  file.addEventListener('change', async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    const figures = readMetrics(await chosen.text());
    fill(place, figures ? panel(chosen.name, {}, charts(figures)) : el('p.notice.error', {role: 'alert'}, t('eval.notMetrics', {name: chosen.name})));
  });
  return [
    RUNS.map(name => shipped(name)),
    panel(t('eval.open'), {}, el('div.prose', {}, el('p', {}, t('eval.openAbout')), el('p', {}, el('label', {for: id}, t('eval.choose')), ' ', file))),
    place,
  ];
}

function shipped(name) {
  const place = el('div');
  ask(`evaluation/runs/${name}.csv`).then(async answer => fill(place, charts(readMetrics(await answer.text()))), () => {});
  return panel(name, {}, place);
}
