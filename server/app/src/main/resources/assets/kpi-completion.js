// What may stand at the cursor of a KPI definition: no word is proposed where it would be wrong.

const options = (group, type) =>
  Object.entries(group ?? {}).map(([label, info]) => ({ label, info, type }));
const plain = (names, type) => names.map((label) => ({ label, type }));

const DATES = new Set(['date', 'timestamp']);

/** Quoted texts and comments say nothing of the language; every sign keeps its place. */
const bare = (text) =>
  text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*/g, (quoted) => (quoted[0] === '/' ? ' ' : '~').repeat(quoted.length));

const depth = (text) => text.split('{').length - text.split('}').length;

/** The setting that the end of a text belongs to, and what stands of it. */
const settingAt = (text, settings) => {
  const lines = text.split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    const word = /^\s*(?:otherwise\s*\{\s*)?([a-zA-Z]+)\b/.exec(lines[i])?.[1];
    if (word in settings && word !== 'otherwise') {
      const all = lines.slice(i).join('\n');
      return { word, text: all.slice(all.search(new RegExp(`\\b${word}\\b`)) + word.length) };
    }
    if (/^\s*kpi\s*\(/.test(lines[i])) return null;
  }
  return null;
};

/** The definition around the cursor, in two parts. */
const around = (before, after) => {
  const end = after.search(/^kpi\s*\(/m);
  const begin = [...before.matchAll(/^\s*kpi\s*\(/gm)].pop()?.index ?? 0;
  return [before.slice(begin), end < 0 ? after : after.slice(0, end)];
};

/** Names that the definition gives itself: parameters, and results of per and history. */
const given = (text) => {
  const names = new Set();
  for (const [, list] of text.matchAll(/^\s*param\s+([^\n]*)/gm)) {
    for (const [, name] of list.matchAll(/(?:^|,)\s*([a-zA-Z]\w*)\s*:/g)) names.add(name);
  }
  for (const [, block] of text.matchAll(/\b(?:per|history)\s*\([^)]*\)\s*\{([^}]*)/g)) {
    for (const [, name] of block.matchAll(/(?:^|[;\n])\s*([a-z]\w*)\s*=(?!=)/g)) names.add(name);
  }
  return plain([...names], 'variable');
};

/**
 * @param before the text up to the word at the cursor
 * @param after the text behind it
 * @returns what may stand there, or null where nothing is known
 */
export const proposals = (vocabulary, before, after) => {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/\bkpi\(\s*['"]$/.test(line)) {
    return vocabulary.kpis.map((kpi) => ({ label: kpi.id, detail: kpi.title, type: 'constant' }));
  }
  // Within a text or a comment.
  if (/['"]|\/\//.test(bare(line))) return null;
  const settings = vocabulary.settings;
  const [own, rest] = around(bare(before), bare(after));
  if (depth(own) < 1) return null;
  if (/[)\]]\.$/.test(own)) return options({ where: vocabulary.inValues.where }, 'function');
  if (/[A-Za-z_]\w*\.$/.test(own)) {
    const { contains, startsWith, endsWith } = vocabulary.conditions;
    return options({ contains, startsWith, endsWith }, 'function');
  }
  if (/^\s*$/.test(line) && !/[([,:=+*/<>&|-]\s*$/.test(own.trimEnd())) {
    const inside = settingAt(own, settings);
    if (!inside || depth(inside.text) < 1) return options(settings, 'keyword');
  }
  const at = settingAt(own, settings);
  if (!at) return null;
  const from = [...own.matchAll(/^\s*from\s+(\w+)/gm)].pop()?.[1] ?? /^\s*from\s+(\w+)/m.exec(rest)?.[1];
  const dataset = vocabulary.datasets.find((one) => one.name === from);
  const columns = (fits = () => true) =>
    (dataset?.columns ?? []).filter(fits).map((column) => ({
      label: column.name, detail: column.type, type: 'property', boost: 1,
    }));
  const names = given(own + rest);
  const isOfKeys = /^\s*per\s*\(/m.test(own);
  const inFormulas = () => [
    ...columns(),
    ...names,
    ...[vocabulary.aggregations, vocabulary.blocks, vocabulary.rowValues, vocabulary.inValues].flatMap((group) =>
      options(group, 'function')),
  ];
  const inConditions = () => [
    ...columns(),
    ...names,
    ...options(vocabulary.conditions, 'function'),
    ...options(vocabulary.rowValues, 'function'),
  ];
  switch (at.word) {
    case 'from':
      return plain(vocabulary.datasets.map((one) => one.name), 'class');
    case 'unit':
      return plain(vocabulary.units, 'enum');
    case 'better':
      return plain(['higher', 'lower', 'neutral'], 'enum');
    case 'title':
    case 'about':
      return /(^|,)\s*$/.test(at.text) ? plain(['en', 'ru', 'be', 'fi'].map((code) => `${code}: `), 'keyword') : null;
    case 'smallBase':
      return null;
    case 'param':
      return /:\s*$/.test(at.text) ? options(vocabulary.parameters, 'function') : null;
    case 'by':
      return [...columns((column) => column.isDimension), ...names.filter((name) => isOfHistory(own + rest, name.label))];
    case 'dated':
      return columns((column) => DATES.has(column.type));
    case 'where':
      return inConditions();
    case 'history':
    case 'per':
      if (!at.text.includes('{')) return columns((column) => column.isName);
      if (at.word === 'history' && !/\bfirst\s*\(\s*$/.test(at.text)) return options(vocabulary.history, 'function');
      return at.word === 'history' ? columns() : inOpenCondition(at.text) ? inConditions() : inFormulas();
    case 'example':
      if (/\b(expect|not):\s*$/.test(at.text)) return options(vocabulary.expectations, 'enum');
      if (/\[\s*$|\[[^\]]*,\s*$/.test(at.text)) return columns();
      return plain(['rows: ', 'expect: ', 'not: ', 'period: ', 'with: ', 'group: '], 'keyword');
    case 'value':
      if (isOfKeys) return inFormulas().filter((option) => option.type !== 'property');
      // falls through
    default:
      return inOpenCondition(at.text) ? inConditions() : inFormulas();
  }
};

/** Whether the cursor stands within where(…). */
const inOpenCondition = (text) => {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && depth-- === 0) {
      if (/\bwhere\s*$/.test(text.slice(0, i))) return true;
      depth = 0;
    }
  }
  return false;
};

const isOfHistory = (text, name) =>
  [...text.matchAll(/\bhistory\s*\([^)]*\)\s*\{([^}]*)/g)].some(([, block]) =>
    new RegExp(`\\b${name}\\s*=\\s*first\\b`).test(block));

/** Proposes while a word is typed, and before one when it is asked for. */
export const completion = (vocabulary) => (context) => {
  const whole = context.matchBefore(/[\w.-]*/).from;
  const isId = /['"]$/.test(context.state.sliceDoc(Math.max(0, whole - 1), whole));
  const from = isId ? whole : context.matchBefore(/\w*/).from;
  if (from === context.pos && !context.explicit) {
    // After an opening quote of kpi('…') and the colon of a parameter the list is wanted at once.
    const line = context.state.sliceDoc(0, from).split('\n').pop();
    if (!/\bkpi\(\s*['"]$|^\s*(param\b.*:|by|from|unit|better)\s$|[\w)]\.$/.test(line)) return null;
  }
  const found = proposals(vocabulary, context.state.sliceDoc(0, from), context.state.sliceDoc(context.pos));
  return found?.length ? { from, options: found } : null;
};
