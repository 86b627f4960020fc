// The editor of KPI definitions, in the place of the plain field, which stays what the form sends.
import { EditorState } from './cm-state.js';
import { EditorView, keymap, lineNumbers, highlightActiveLine, drawSelection } from './cm-view.js';
import { defaultKeymap, history, historyKeymap } from './cm-commands.js';
import { bracketMatching, indentUnit } from './cm-language.js';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from './cm-autocomplete.js';
import { lintGutter, lintKeymap, setDiagnostics } from './cm-lint.js';
import { completion } from './kpi-completion.js';
import { colours, language } from './kpi-language.js';

const PAUSE = 400;
const AGAIN = 1500;
const NOTICED = 300;

const form = document.querySelector('form[data-editor]');
const field = form.elements.draft;
const result = document.getElementById('result');
const vocabulary = await (await fetch(form.dataset.words)).json();

// Within a shadow root CodeMirror's styles are constructed sheets, which the policy of the pages needs no exception for.
// What it draws by data: images it may not load, so it is drawn anew here.
const look = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '.87rem', border: '1px solid var(--line-strong)', borderRadius: 'var(--radius-small)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', lineHeight: '1.6', minHeight: '18em', maxHeight: '70vh' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--sunken)', borderRight: '1px solid var(--line)', borderRadius: 'var(--radius-small) 0 0 var(--radius-small)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--accent-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--accent-soft)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--surface)', border: '1px solid var(--line-strong)', borderRadius: 'var(--radius-small)', maxWidth: '60ch' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { color: 'var(--accent-ink)', backgroundColor: 'var(--accent)' },
  '.cm-completionDetail': { color: 'inherit' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--bad-soft)' },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--bad)' },
  '.cm-lint-marker-error': { content: 'normal', width: '.7em', height: '.7em', marginTop: '.35em', borderRadius: '50%', backgroundColor: 'var(--bad)' },
});

let timer;
let running;
let isDirty = false;

const soon = (pause) => {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
};

const changes = EditorView.updateListener.of((update) => {
  if (!update.docChanged) return;
  field.value = update.state.doc.toString();
  isDirty = true;
  soon(PAUSE);
});

const host = document.createElement('div');
host.className = 'editor';
field.closest('label').after(host);
field.hidden = true;
const status = document.createElement('p');
status.className = 'hint checking';
status.setAttribute('role', 'status');
host.after(status);
const root = host.attachShadow({ mode: 'open' });
const view = new EditorView({
  parent: root,
  root,
  state: EditorState.create({
    doc: field.value,
    extensions: [
      lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), closeBrackets(), lintGutter(),
      indentUnit.of('  '), EditorState.tabSize.of(2),
      language(vocabulary), colours, look, changes,
      autocompletion({ override: [completion(vocabulary)] }),
      // Tab leaves the editor, as it leaves any field.
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': form.dataset.label, spellcheck: 'false', lang: 'en', tabindex: '0' }),
    ],
  }),
});

let noticed;

/** Says that it is being looked at, once that takes long enough to be noticed. */
function isChecking() {
  result.setAttribute('aria-busy', 'true');
  noticed ??= setTimeout(() => {
    status.textContent = form.dataset.busy;
  }, NOTICED);
}

function isChecked() {
  result.removeAttribute('aria-busy');
  clearTimeout(noticed);
  noticed = undefined;
  status.textContent = '';
}

/** Asks what saving would ask, and shows what the plain form would have shown. */
async function check() {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'check');
  isChecking();
  try {
    const answer = await fetch(`${form.getAttribute('action')}/check`, { method: 'POST', body, signal });
    if (answer.status === 429) {
      soon(AGAIN);
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('result');
    if (fresh) {
      result.replaceChildren(...fresh.childNodes);
      mark();
    }
  } catch (stopped) {
    if (stopped.name !== 'AbortError') soon(AGAIN * 4);
    return;
  }
  isChecked();
}

function mark() {
  const { doc } = view.state;
  const found = [...result.querySelectorAll('[data-line]')].map((problem) => {
    const line = doc.line(Math.min(Math.max(1, Number(problem.dataset.line)), doc.lines));
    const from = Math.min(line.from + Math.max(0, Number(problem.dataset.column) - 1), line.to);
    const word = /^[\w.-]+|^./.exec(doc.sliceString(from, line.to))?.[0] ?? '';
    return { from, to: from + word.length, severity: 'error', message: problem.querySelector('.message').textContent };
  });
  view.dispatch(setDiagnostics(view.state, found));
}

for (const name of ['client', 'period']) {
  form.elements[name]?.addEventListener('change', () => soon(0));
}
form.addEventListener('submit', () => {
  isDirty = false;
});
addEventListener('beforeunload', (event) => {
  if (isDirty) event.preventDefault();
});
soon(0);
