import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {getTerms} from '../core/api.js';
import {offerTerms} from './completion.js';

/** Loads a script that defines a global, as libraries of that age do. */
const loadScript = src => new Promise((done, failed) => {
  document.head.append(el('script', {src, load: done, error: () => failed(new Error(`${src} can’t be loaded`))}));
});

/**
 * The editor: yasqe, or a plain text field where that can't be loaded.
 *
 * @param {Element} place
 * @param {string} text to begin with
 * @param {{run: Function, stop: Function}} actions
 * @return {Promise<{get: Function, set: Function, point: Function}>}
 */
export async function openEditor(place, text, actions) {
  try {
    const [vocabulary] = await Promise.all([getTerms().catch(() => ({prefixes: {}, terms: []})), loadScript('lib/yasqe/yasqe.min.js')]);
    return yasqe(place, text, actions, vocabulary);
  } catch (e) {
    console.warn(e);
    return plain(place, text, actions);
  }
}

function yasqe(place, text, actions, vocabulary) {
  const Yasqe = window.Yasqe;
  const autocompleters = offerTerms(Yasqe, vocabulary);
  const editor = new Yasqe(place, {
    value: text, autocompleters, persistenceId: null, showQueryButton: false, resizeable: false, editorHeight: '19rem',
    createShareableLink: undefined, pluginButtons: undefined, consumeShareLink: null,
  });
  editor.setValue(text);
  const name = editor.getInputField();
  name.setAttribute('aria-label', t('query.editor'));
  name.setAttribute('id', 'query');
  editor.addKeyMap({'Ctrl-Enter': actions.run, 'Cmd-Enter': actions.run, Esc: () => { actions.stop(); editor.getInputField().blur(); }});
  return {
    get: () => editor.getValue(),
    set: value => editor.setValue(value),
    point: (line, column) => {
      editor.focus();
      editor.setCursor({line: line - 1, ch: column - 1});
    },
  };
}

function plain(place, text, actions) {
  const field = el('textarea.plain', {id: 'query', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', 'aria-label': t('query.editor')});
  field.value = text;
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      actions.run();
    }
    if (event.key === 'Escape') actions.stop();
  });
  place.append(field);
  return {
    get: () => field.value,
    set: value => { field.value = value; },
    point: (line, column) => {
      const at = field.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
      field.focus();
      field.setSelectionRange(at, at + 1);
    },
  };
}
