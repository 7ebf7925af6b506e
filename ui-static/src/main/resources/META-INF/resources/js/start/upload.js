import {t} from '../core/i18n.js';
import {el, fill, fresh, panel} from '../core/dom.js';
import {keyed, refusalOf} from '../core/api.js';
import {withKey} from '../core/key.js';
import {size} from '../core/format.js';
import {failure} from '../core/states.js';
import {watchJob} from './job.js';

/**
 * Takes files of one item by drop, choice or as pasted text, sends them, and shows what becomes of them.
 *
 * @param {Function} arrived is called when items have come into the graph
 */
export function uploadPanel(arrived) {
  let files = [];
  const picker = el('input.visually-hidden', {type: 'file', multiple: true, id: fresh('files'), tabindex: '-1', 'aria-label': t('upload.choose')});
  const chosen = el('ul.chosen');
  const [headline, text] = [fresh('headline'), fresh('text')];
  const headlineField = el('input.field', {id: headline, autocomplete: 'off'});
  const textField = el('textarea.field', {id: text, rows: 3});
  const state = el('div', {role: 'status'});
  const jobs = el('div.jobs');
  const list = () => fill(chosen, files.map((file, i) => el('li', {}, el('span', {}, file.name), el('span.muted', {}, size(file.size)),
    el('button.linkish', {type: 'button', 'aria-label': t('upload.remove', {name: file.name}), click: () => { files.splice(i, 1); list(); }}, '×'))));
  const add = more => {
    files = [...files, ...more];
    list();
  };
  picker.addEventListener('change', () => { add(picker.files); picker.value = ''; });
  const drop = dropZone(el('div.drop', {},
    el('p', {}, t('upload.drop')),
    el('button.button', {type: 'button', click: () => picker.click()}, t('upload.choose')),
    el('p.muted.formats', {}, t('upload.formats'))), add);
  const form = el('form.upload', {}, drop, picker, chosen,
    el('label', {for: headline}, t('upload.headline')), headlineField,
    el('label', {for: text}, t('upload.text')), textField,
    el('div.ways', {}, el('button.button.primary', {}, t('upload.send'))), state);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (files.length === 0 && !textField.value.trim()) {
      fill(state, el('p.danger', {}, t('upload.nothing')));
      return;
    }
    const body = new FormData();
    files.forEach(file => body.append('files', file, file.name));
    if (headlineField.value.trim()) body.append('headline', headlineField.value.trim());
    if (textField.value.trim()) body.append('text', textField.value);
    try {
      const job = await withKey(() => send(body, share => fill(state, el('p', {}, t('upload.sending', {share})))));
      if (!job) return;
      files = [];
      list();
      form.reset();
      fill(state);
      jobs.prepend(watchJob(job, arrived));
    } catch (e) {
      fill(state, failure(e));
    }
  });
  return panel(t('upload.title'), {}, form, jobs);
}

/** Takes what is dropped on it; the pointer's being over it shows. */
function dropZone(zone, add) {
  const over = on => event => {
    event.preventDefault();
    zone.classList.toggle('over', on);
  };
  zone.addEventListener('dragenter', over(true));
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', event => {
    over(false)(event);
    add(event.dataTransfer.files);
  });
  return zone;
}

/** Sends a form and tells how much of it has gone, in percent; fetch can't. */
function send(body, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', 'api/items');
    for (const [name, value] of Object.entries(keyed({Accept: 'application/json'}))) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', e => e.lengthComputable && progress(Math.round((100 * e.loaded) / e.total)));
    request.addEventListener('error', () => failed(refusalOf(0, '')));
    request.addEventListener('load', () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // A refusal without a problem document.
      }
      if (request.status === 202) done(answer);
      else failed(refusalOf(request.status, answer.detail ?? ''));
    });
    request.send(body);
  });
}
