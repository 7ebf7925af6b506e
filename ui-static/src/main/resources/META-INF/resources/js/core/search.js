import {t} from './i18n.js';
import {el, fill, fresh} from './dom.js';
import {entityPage, itemPage, lookUp} from './api.js';
import {day, kindClass, kindName} from './format.js';

const MOST = 8;
const PAUSE = 140;

/** The page that lists everything with these words. */
export const resultsPage = words => `./?${new URLSearchParams({q: words})}`;

/**
 * The search of every page: a field that proposes while one types, misspelt names and unfinished ones included. Arrow keys
 * choose, Enter opens what is chosen or lists everything, Escape closes (WAI-ARIA's combobox with a list box).
 */
export function searchBox(words) {
  const [list, status] = [fresh('found'), fresh('found-status')];
  const field = el('input.field', {
    name: 'q', type: 'search', value: words, placeholder: t('search.hint'), autocomplete: 'off', spellcheck: 'false',
    role: 'combobox', 'aria-label': t('search.label'), 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list,
    'aria-describedby': status});
  const options = el('ul', {id: list, role: 'listbox', 'aria-label': t('search.proposals')});
  const none = el('p.none', {id: status, role: 'status'});
  const popup = el('div.proposals', {hidden: true}, options, none);
  const form = el('form.search', {role: 'search', action: './', method: 'get'}, field, el('button.button', {}, t('search')), popup);
  const state = {chosen: -1, asked: 0, timer: 0};

  const close = () => {
    clearTimeout(state.timer);
    state.asked += 1;
    popup.hidden = true;
    field.setAttribute('aria-expanded', 'false');
    choose(-1);
  };
  const choose = index => {
    state.chosen = index;
    [...options.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    const option = options.children[index];
    if (option) {
      field.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({block: 'nearest'});
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  };
  const propose = async () => {
    const typed = field.value.trim();
    if (!typed) {
      close();
      return;
    }
    const asked = ++state.asked;
    // Without an answer the form still works: it leads to the page of results.
    const answer = await lookUp({q: typed, limit: MOST}).catch(() => null);
    if (asked !== state.asked || !answer) return;
    fill(options, answer.matches.map(proposal), answer.matches.length > 0 && everything(typed));
    none.textContent = answer.matches.length ? '' : t('search.none');
    options.hidden = answer.matches.length === 0;
    popup.hidden = false;
    field.setAttribute('aria-expanded', String(answer.matches.length > 0));
    choose(-1);
  };
  field.addEventListener('input', () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(propose, PAUSE);
  });
  field.addEventListener('keydown', event => {
    const count = popup.hidden ? 0 : options.children.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (popup.hidden) propose();
      else if (count) choose((state.chosen + (event.key === 'ArrowDown' ? 1 : state.chosen < 0 ? 0 : -1) + count) % count);
    } else if (event.key === 'Escape' && !popup.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && options.children[state.chosen] && !popup.hidden) {
      event.preventDefault();
      location.href = options.children[state.chosen].dataset.href;
    }
  });
  // Before the field loses the focus, so that the list is still there when it is clicked.
  options.addEventListener('mousedown', event => event.preventDefault());
  options.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) location.href = option.dataset.href;
  });
  field.addEventListener('blur', close);
  return form;
}

const option = (href, ...content) => el('li', {role: 'option', id: fresh('proposal'), 'data-href': href, 'aria-selected': 'false'}, content);

function proposal(match) {
  switch (match.kind) {
    case 'entity':
      return option(entityPage(match.id),
        el(`span.name.${kindClass(match.type)}`, {}, match.name), el('span.what', {}, `${kindName(match.type)} · ${t('noun.items', {n: match.items})}`));
    case 'item':
      return option(itemPage(match.id), el('span.name', {}, match.name),
        el('span.what', {}, [t('search.item'), match.published && day(match.published)].filter(Boolean).join(' · ')));
    default:
      return option(resultsPage(relationWords(match)), el('span.name', {}, relationWords(match)), el('span.what', {}, t('search.relation')));
  }
}

/** The relation's name in the page's language; the index has the English one first. */
export const relationWords = match => (document.documentElement.lang === 'zh' ? match.names.at(-1) : match.name);

const everything = words => option(resultsPage(words), el('span.all', {}, t('search.all', {words})));
