// Formats jobs with citeproc-js: reads one JSON object per line {style, items, clusters, locales, locale}
// and writes one per line {citations, ids, entries} or {error}.
const fs = require('fs');
const CSL = require('citeproc');
const readline = require('readline');

function entryOf(engine, id) {
  const one = engine.makeBibliography({ include: [{ field: 'id', value: id }] });
  return one ? one[1].join('') : '';
}

function format(job) {
  const style = fs.readFileSync(job.style, 'utf8');
  const items = Object.fromEntries(job.items.map((item) => [item.id, item]));
  const system = {
    retrieveItem: (id) => JSON.parse(JSON.stringify(items[id])),
    retrieveLocale: (language) => {
      const path = `${job.locales}/locales-${language}.xml`;
      return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : false;
    },
  };
  const engine = job.locale
    ? new CSL.Engine(system, style, job.locale, true)
    : new CSL.Engine(system, style);
  const note = engine.opt.xclass === 'note';
  const citations = job.clusters.map((cites, at) => ({
    citationID: `c${at}`,
    citationItems: cites,
    properties: { noteIndex: note ? at + 1 : 0 },
  }));
  const rendered = engine.rebuildProcessorState(citations, 'html');
  const bibliography = engine.bibliography.tokens.length ? engine.makeBibliography() : false;
  let ids = bibliography ? bibliography[0].entry_ids.map((one) => one[0]) : [];
  let entries = bibliography ? bibliography[1] : [];
  if (entries.length !== ids.length) {
    // An item without any text has an id but no entry. An entry by itself has no substitute for a repeated author.
    ids = ids.filter((id) => entryOf(engine, id));
    if (entries.length !== ids.length) entries = ids.map((id) => entryOf(engine, id));
  }
  return { citations: rendered.map((one) => one[2]), ids, entries };
}

console.log = () => {};
readline.createInterface({ input: process.stdin }).on('line', (line) => {
  let answer;
  try {
    answer = format(JSON.parse(line));
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
