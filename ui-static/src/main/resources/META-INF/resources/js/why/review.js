import {t} from '../core/i18n.js';
import {el, fill, fresh} from '../core/dom.js';
import {decide, findEntities, withdraw} from '../core/api.js';
import {withKey} from '../core/key.js';
import {loadTerms, relations, termName} from '../core/terms.js';
import {failure} from '../core/states.js';
import {moment} from '../core/format.js';

/**
 * Accept, reject, correct, and take back.
 *
 * @param {object} statement
 * @param {object|undefined} known what was decided before, as reviewsOf tells it
 * @param {Function} changed is called after each decision
 */
export function reviewBar(statement, known, changed) {
  const state = el('div.decision', {role: 'status'});
  const place = el('div');
  const act = async work => {
    try {
      if (await withKey(async () => { await work(); return true; })) await changed();
    } catch (e) {
      fill(place, failure(e));
    }
  };
  const button = (name, work, style = '') => el(`button.button.small${style}`, {type: 'button', click: work}, t(name));
  fill(state, known && [el(`span.tag.${known.decision}`, {}, t(`review.${known.decision}`)),
    known.decision === 'corrected' && known.predicate && el('span', {}, ` ${termName(known.predicate)}`),
    known.by && known.at && el('span.muted', {}, ` ${t('review.by', {name: known.by, time: moment(known.at)})}`),
    known.note && el('q', {}, known.note)]);
  const bar = el('div.review', {role: 'group', 'aria-label': t('review.title')},
    el('span.question', {}, t('review.title')),
    button('review.accept', () => act(() => decide(statement.id, {decision: 'accept'}))),
    button('review.reject', () => act(() => decide(statement.id, {decision: 'reject'}))),
    statement.kind === 'relation' && button('review.correct', async () => {
      fill(place, await correction(statement, (body) => act(() => decide(statement.id, body)), () => fill(place)));
      place.querySelector('select')?.focus();
    }),
    known && button('review.withdraw', () => act(() => withdraw(statement.id))),
    state);
  return el('div', {}, bar, place);
}

/** The form that says what is right instead. */
async function correction(statement, send, close) {
  await loadTerms();
  const [predicate, object, note, list] = [fresh('predicate'), fresh('object'), fresh('note'), fresh('list')];
  const choice = el('select.field', {id: predicate}, relations().map(({iri, name}) =>
    el('option', {value: iri, selected: iri === statement.predicate.iri}, name)));
  const names = el('datalist', {id: list});
  const field = el('input.field', {id: object, list, value: statement.object.label, autocomplete: 'off'});
  const remark = el('input.field', {id: note, autocomplete: 'off'});
  const problem = el('p.danger', {role: 'alert'});
  const found = new Map([[statement.object.label, statement.object.iri]]);
  field.addEventListener('input', async () => {
    const words = field.value.trim();
    if (words.length < 2 || found.has(words)) return;
    const {entities} = await findEntities(words, 12).catch(() => ({entities: []}));
    entities.forEach(e => e.labels.forEach(label => found.set(label, e.id)));
    fill(names, entities.map(e => el('option', {value: e.name})));
  });
  const form = el('form.correction', {},
    el('label', {for: predicate}, t('review.predicate')), choice,
    el('label', {for: object}, t('review.object')), field, names,
    el('label', {for: note}, t('review.note')), remark,
    problem,
    el('div.ways', {}, el('button.button.primary.small', {}, t('review.send')),
      el('button.button.small', {type: 'button', click: close}, t('cancel'))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    const words = field.value.trim();
    const right = /^https?:/.test(words) ? words : found.get(words);
    if (!right) problem.textContent = t('review.pick');
    else if (right === statement.object.iri && choice.value === statement.predicate.iri) problem.textContent = t('review.same');
    else send({decision: 'correct', predicate: choice.value, object: right, ...(remark.value.trim() ? {note: remark.value.trim()} : {})});
  });
  return form;
}
