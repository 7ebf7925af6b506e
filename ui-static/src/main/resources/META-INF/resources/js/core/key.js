import {t} from './i18n.js';
import {el} from './dom.js';
import {key} from './api.js';

/** Asks for an API key. The promise tells whether there is one afterwards. */
export function openKey() {
  const field = el('input.field', {id: 'api-key', type: 'password', value: key.get(), autocomplete: 'off', spellcheck: 'false', autofocus: true});
  const dialog = el('dialog.dialog', {'aria-labelledby': 'key-title'},
    el('form', {method: 'dialog'},
      el('h2', {id: 'key-title'}, t('key.title')),
      el('p', {}, t('key.about')),
      el('p', {}, t('key.how'), el('code.mono', {}, './newsreel keys create --name desk')),
      el('p.muted', {}, t('key.demo')),
      el('label', {for: 'api-key'}, t('key.label')), field,
      el('div.ways', {},
        el('button.button.primary', {value: 'keep'}, t('key.keep')),
        key.get() && el('button.button', {value: 'forget', formnovalidate: true}, t('key.forget')),
        el('button.button', {value: 'cancel', formnovalidate: true}, t('cancel')))));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(done => dialog.addEventListener('close', () => {
    if (dialog.returnValue === 'keep') key.set(field.value.trim());
    if (dialog.returnValue === 'forget') key.set('');
    dialog.remove();
    done(Boolean(key.get()));
  }));
}

/** Does what needs a key: asks for one first, and once more when it was not taken. */
export async function withKey(work) {
  if (!key.get() && !await openKey()) return undefined;
  try {
    return await work();
  } catch (e) {
    if ((e.status === 401 || e.status === 403) && await openKey()) return work();
    throw e;
  }
}
