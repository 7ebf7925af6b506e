const languages = new Intl.DisplayNames(['en'], {type: 'language', fallback: 'code'});

/** "en" -> "English". */
export function languageName(tag) {
  try {
    return languages.of(tag);
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
  return date.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
}

export const count = (n, one, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** "https://w3id.org/newsreel/ns#memberOf" -> "memberOf". */
export const localName = iri => decodeURIComponentSafely(iri.replace(/^.*[#/]/, '')) || iri;

function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The class that colours a kind of entity. */
export const kindClass = type => ({PER: 't-per', LOC: 't-loc', ORG: 't-org', TIME: 't-time'}[type] || 't-misc');
export const KINDS = [['PER', 'Person'], ['ORG', 'Organisation'], ['LOC', 'Place'], ['TIME', 'Time'], ['MISC', 'Other']];
