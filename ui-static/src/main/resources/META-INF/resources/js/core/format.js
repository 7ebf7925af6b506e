import {known, locale, t} from './i18n.js';

const languages = new Intl.DisplayNames([locale], {type: 'language', fallback: 'code'});

/** "en" -> "English". */
export function languageName(tag) {
  try {
    return tag === 'und' ? t('language.unknown') : languages.of(tag);
  } catch {
    return tag;
  }
}

/** Seconds as 1:07.36, or 1:02:03 for the long ones without hundredths. */
export function clock(seconds, {fine = false} = {}) {
  const hundredths = Math.round(seconds * 100);
  const whole = fine ? Math.floor(hundredths / 100) : Math.round(seconds);
  const h = Math.floor(whole / 3600);
  const m = Math.floor(whole / 60) % 60;
  const s = String(whole % 60).padStart(2, '0');
  const start = h ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
  return fine ? `${start}.${String(hundredths % 100).padStart(2, '0')}` : start;
}

/** A date of the data as a reader's date; what is no date stays as it is. */
export function day(text) {
  const date = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(date.getTime())) return text;
  return date.toLocaleDateString(locale, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
}

/** A date with its time of day, in the reader's own zone. */
export const moment = text => new Date(text).toLocaleString(locale, {dateStyle: 'medium', timeStyle: 'short'});

/** "https://w3id.org/newsreel/ns#memberOf" -> "memberOf". */
export const localName = iri => decodeURIComponentSafely(iri.replace(/^.*[#/]/, '')) || iri;

function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The kinds of entity, in the order in which they are shown. */
export const KINDS = ['PER', 'ORG', 'LOC', 'TIME', 'MISC'];
export const kindName = type => t(`kind.${KINDS.includes(type) ? type : 'MISC'}`);

/** The class that colours a kind of entity. */
export const kindClass = type => ({PER: 't-per', LOC: 't-loc', ORG: 't-org', TIME: 't-time'}[type] || 't-misc');

/** What a model is used for, in words. */
export const roleName = role => known('role', role);

/** Bytes as B, kB, MB. */
export function size(bytes) {
  const step = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  return `${(bytes / 1000 ** step).toLocaleString(locale, {maximumFractionDigits: step ? 1 : 0})} ${['B', 'kB', 'MB', 'GB'][step]}`;
}

/** "PT…" and other values stay; a share in [0, 1] as 0.87. */
export const share = value => value.toFixed(2);
