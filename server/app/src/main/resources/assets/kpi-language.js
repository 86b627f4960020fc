// The language of KPI definitions for the editor: its colours.
import { StreamLanguage, HighlightStyle, syntaxHighlighting } from './cm-language.js';
import { tags } from './cm-highlight.js';

const words = (groups) => new Set(groups.flatMap((group) => Object.keys(group ?? {})));

/** What a word is coloured as; the vocabulary comes from the server, as it checks by the same lists. */
export const language = (vocabulary) => {
  const settings = words([vocabulary.settings]);
  const functions = words([vocabulary.aggregations, vocabulary.blocks, vocabulary.history, vocabulary.rowValues,
    vocabulary.inValues, vocabulary.conditions, vocabulary.parameters]);
  const results = words([vocabulary.expectations]);
  return StreamLanguage.define({
    name: 'kpi',
    startState: () => ({ inComment: false }),
    token(stream, state) {
      if (state.inComment || stream.match('/*')) {
        state.inComment = !stream.match(/^.*?\*\//);
        if (state.inComment) stream.skipToEnd();
        return 'comment';
      }
      if (stream.eatSpace()) return null;
      if (stream.match('//')) {
        stream.skipToEnd();
        return 'comment';
      }
      if (stream.match(/^'(?:[^'\\]|\\.)*'?/) || stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
      if (stream.match(/^\d[\d_]*(?:\.\d+)?/)) return 'number';
      const word = stream.match(/^[A-Za-z_]\w*/);
      if (!word) {
        stream.next();
        return 'operator';
      }
      if (stream.match(/^\s*:/, false)) return 'propertyName';
      if (settings.has(word[0]) && stream.string.slice(0, stream.start).trim() === '') return 'keyword';
      // A column may be called like a word of the language.
      if (functions.has(word[0]) && stream.match(/^\s*[({]/, false)) return 'function';
      return results.has(word[0]) ? 'atom' : 'variableName';
    },
    languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '[', '{', "'"] } },
    tokenTable: { function: tags.function(tags.variableName) },
  });
};

/** Colours of the page, so both looks are right. */
export const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.number, tags.atom], color: 'var(--warn)' },
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.function(tags.variableName), color: 'var(--accent)' },
  { tag: tags.propertyName, color: 'var(--muted)' },
]));
