import {language, t} from './i18n.js';
import {el, fill} from './dom.js';

/** While something is on its way. */
export const loading = () => el('p.loading', {role: 'status'}, el('span.spinner', {'aria-hidden': 'true'}), t('loading'));

/** Nothing is there, and what to do about it. */
export const empty = (...words) => el('div.notice', {}, words);

/** Something went wrong: what, and where to go from here. */
export function failure(error, ...ways) {
  return el('div.notice.error', {role: 'alert'},
    el('p', {}, error.status === undefined ? t('refusal.broken') : error.message),
    said(error),
    ways.length > 0 && el('p.ways', {}, ways));
}

function said(error) {
  const words = error.status === undefined ? error.message : error.said;
  return words && words !== error.message || error.status === undefined
    ? el('p.muted', {lang: 'en', translate: language === 'en' ? null : 'yes'}, words) : null;
}

/** Shows what a promise brings, a sign that it is on its way, or why it did not come. */
export async function show(node, work, ...ways) {
  const waiting = setTimeout(() => fill(node, loading()), 120);
  node.setAttribute('aria-busy', 'true');
  try {
    const content = await work();
    clearTimeout(waiting);
    if (content !== undefined) fill(node, content);
  } catch (e) {
    clearTimeout(waiting);
    if (e.status === undefined) console.error(e);
    fill(node, failure(e, ...ways));
  } finally {
    node.removeAttribute('aria-busy');
  }
}
