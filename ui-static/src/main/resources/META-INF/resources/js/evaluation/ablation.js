import {t} from '../core/i18n.js';
import {el, panel} from '../core/dom.js';
import {differences} from '../core/chart.js';
import {render} from './markdown.js';

/** The benchmarks' table with these columns. */
export const tableWith = (tokens, ...columns) => tokens.find(token => token.type === 'table'
  && columns.every(c => token.header.some(h => h.text.toLowerCase() === c)));

/** "70.93 ± 1.49" -> [70.93, 1.49]. */
function figure(text) {
  const [value, spread] = text.replace('−', '-').split('±').map(part => Number.parseFloat(part));
  return Number.isFinite(value) ? [value, spread || 0] : null;
}

/** What each part brings, as bars, and the table itself. */
export function ablation(tokens) {
  const table = tableWith(tokens, 'network', 'task', 'row', 'f1', 'difference');
  if (!table) return el('p.notice', {}, t('eval.noRuns'));
  const column = name => table.header.findIndex(h => h.text.toLowerCase() === name);
  const [network, task, row, f1, difference] = ['network', 'task', 'row', 'f1', 'difference'].map(column);
  const rows = table.rows.map(cells => cells.map(c => c.text));
  const bars = rows.filter(r => figure(r[difference])).map(r => {
    const [value, spread] = figure(r[difference]);
    return {name: `${r[network]} · ${r[task]} · ${r[row]}`, value, spread, title: `${r[network]}, ${r[task]}, ${r[row]}: ${r[difference]} (F1 ${r[f1]})`};
  }).sort((a, b) => a.value - b.value);
  return [
    panel(t('eval.gain'), {}, differences(bars, t('eval.gain')),
      el('p.key', {}, el('span', {}, `− ${t('eval.less')}`), el('span', {}, `+ ${t('eval.more')}`))),
    panel(t('eval.ablation'), {}, el('div.prose', {lang: 'en'}, render([table], () => null))),
  ];
}
