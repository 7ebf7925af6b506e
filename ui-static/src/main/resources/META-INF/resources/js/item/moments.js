/**
 * The distance between the sampled frames, in seconds: the usual gap between neighbouring times. A box belongs to its
 * frame's time, half of this before and after.
 */
export function samplingStep(times) {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, i) => time - sorted[i]).filter(g => g > 0.001).sort((a, b) => a - b);
  if (gaps.length === 0) return 1;
  // Frames in which nothing was seen leave larger gaps, so the small ones are the sampling's.
  return Math.min(gaps[Math.floor(gaps.length / 4)], 2);
}

/** Times in sampling order to spans [from, to] in which something is seen without a gap. */
export function spans(times, step) {
  const found = [];
  for (const time of [...times].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && time - last[1] <= 1.5 * step) last[1] = time;
    else found.push([time, time]);
  }
  return found.map(([from, to]) => [Math.max(0, from - step / 2), to + step / 2]);
}

/** Which boxes a video shows at a moment. */
export class Moments {
  #tracks = [];

  /** @param {object[]} regions of one video, with times */
  constructor(regions) {
    this.regions = [...regions].sort((a, b) => a.t - b.t);
    this.step = samplingStep(this.regions.map(r => r.t));
    this.#link();
  }

  /** Boxes of one entity in neighbouring samples that overlap are the same thing, which moved. */
  #link() {
    const open = new Map();
    for (const region of this.regions) {
      const key = region.entity ? `${region.entity}\n${region.caption ? 'w' : ''}` : null;
      const before = key && open.get(key);
      const next = [region];
      if (before && region.t > before.at(-1).t && region.t - before.at(-1).t <= 1.5 * this.step && overlap(before.at(-1), region)) {
        before.push(region);
      } else {
        this.#tracks.push(next);
        if (key) open.set(key, next);
      }
    }
  }

  /** The boxes at a time in seconds. Between two samples a box is on its way from one to the other. */
  at(now) {
    const seen = [];
    for (const track of this.#tracks) {
      const first = track[0];
      const last = track[track.length - 1];
      if (now < first.t - this.step / 2 - 0.001 || now >= last.t + this.step / 2 - 0.001) continue;
      seen.push(inTrack(track, now));
    }
    return seen;
  }
}

function inTrack(track, now) {
  const after = track.findIndex(region => region.t > now);
  if (after === 0) return track[0];
  if (after < 0) return track[track.length - 1];
  const [from, to] = [track[after - 1], track[after]];
  const share = (now - from.t) / (to.t - from.t);
  if (share < 0.001) return from;
  const mix = name => from[name] + share * (to[name] - from[name]);
  return {...from, x: mix('x'), y: mix('y'), width: mix('width'), height: mix('height'), between: true};
}

const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
