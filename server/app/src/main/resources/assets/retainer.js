// Comfort only: every page works without this file.

/** A name within others: letters that turn the direction of writing are shown, and turn nothing. */
function plain(name) {
  return `\u2068${name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')}\u2069`;
}

// Where the reader is: what is nobody's own is told in their zone.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `retainer-zone=${zone}; path=/audit; max-age=31536000; samesite=lax${secure}`;
}

// The first client is likelier to be where this browser is than anywhere else; later ones are where the others are.
const unset = document.querySelector('input[data-own-zone]');
if (unset && !unset.value && [...unset.list.options].some((each) => each.value === zone)) unset.value = zone;

// Files dropped onto the field, and how much of them has been sent.
function prepareUploads() {
  for (const form of document.querySelectorAll('form[data-upload]')) {
    const field = form.querySelector('input[type=file]');
    const zone = field.closest('label');
    for (const [event, over] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
      zone.addEventListener(event, (e) => {
        if (event === 'dragover') e.preventDefault();
        zone.classList.toggle('over', over);
      });
    }
    // On the field itself the browser does it.
    zone.addEventListener('drop', (e) => {
      if (e.target !== field && e.dataTransfer.files.length > 0) {
        e.preventDefault();
        field.files = e.dataTransfer.files;
        field.dispatchEvent(new Event('change'));
      }
    });
    const chosen = document.createElement('span');
    chosen.className = 'hint';
    chosen.setAttribute('aria-live', 'polite');
    field.after(chosen);
    field.addEventListener('change', () => {
      chosen.textContent = field.files.length > 1 ? [...field.files].map((file) => plain(file.name)).join(' · ') : '';
    });
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      send(form, form.querySelector('button.primary'));
    });
  }
}

function send(form, button) {
  const label = button.textContent;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', form.dataset.upload);
  button.disabled = true;
  button.textContent = form.dataset.upload;
  button.after(bar);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.responseType = 'document';
  request.upload.addEventListener('progress', (e) => {
    if (e.lengthComputable) bar.value = e.loaded / e.total;
  });
  // All is sent; what the server does with it takes as long as it takes.
  request.upload.addEventListener('load', () => bar.removeAttribute('value'));
  request.addEventListener('load', () => {
    const page = request.response;
    if (request.status < 300 && request.responseURL !== form.action) {
      location.assign(request.responseURL);
    } else if (page) {
      document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
      prepareUploads();
      document.querySelector('main [role=alert]')?.scrollIntoView();
    } else {
      location.reload();
    }
  });
  // Nothing of it has arrived: the browser's own way says what is wrong with the connection.
  request.addEventListener('error', () => {
    bar.remove();
    button.disabled = false;
    button.textContent = label;
    form.submit();
  });
  request.send(new FormData(form));
}

prepareUploads();

// What takes a while is asked for by the page that says so, which is seen until the answer is there.
const atOnce = document.querySelector('form[data-at-once]');
if (atOnce) {
  const button = atOnce.querySelector('button');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', document.querySelector('h1').textContent);
  button.replaceWith(bar);
  atOnce.submit();
}

// Another choice of what a table holds guesses its columns at once; without this file the buttons below them do.
for (const choice of document.querySelectorAll('select[data-guess]')) {
  choice.addEventListener('change', async () => {
    const form = choice.form;
    const body = new URLSearchParams(new FormData(form));
    body.set('action', 'guess');
    const columns = document.getElementById('columns');
    columns.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (answer.ok && new FormData(form).get(choice.name) === body.get(choice.name)) {
        for (const part of ['missing', 'guessed', 'columns', 'outcome']) {
          document.getElementById(part).replaceChildren(...page.getElementById(part).childNodes);
        }
      }
    } catch {
      // The buttons below ask again, and say what is wrong with the connection.
    }
    columns.removeAttribute('aria-busy');
  });
}

// Long work tells how far it is, and the page shows what became of it at its end.
const work = document.querySelector('[data-events]');
if (work) {
  const lines = work.querySelector('ul');
  const events = new EventSource(work.dataset.events);
  events.addEventListener('progress', (e) => {
    const said = JSON.parse(e.data);
    while (lines.children.length > said.length) lines.lastChild.remove();
    said.forEach((text, i) => {
      const line = lines.children[i] ?? lines.appendChild(document.createElement('li'));
      if (line.textContent !== text) line.textContent = text;
    });
  });
  events.addEventListener('done', () => {
    events.close();
    location.reload();
  });
  // Whoever may not look on that way looks again.
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 2000);
  });
}

// A page about work in progress looks again by itself, as long as it is seen.
const busy = document.querySelector('[data-refresh]');
if (busy) {
  const again = () => (document.hidden ? setTimeout(again, 2000) : location.reload());
  setTimeout(again, Number(busy.dataset.refresh));
}

// Who has no mouse scrolls what is wider than its card by keys: the browser lets them when it can be reached.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute('tabindex');
  }
});
document.querySelectorAll('.scroll').forEach((wide) => sizes.observe(wide));

// Where nothing is typed, a slash goes to the field that finds what has a name.
document.addEventListener('keydown', (e) => {
  if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.target.closest('input, select, textarea, [contenteditable]')) return;
  const find = [...document.querySelectorAll('[role=search] input')].find((field) => field.checkVisibility());
  if (!find) return;
  e.preventDefault();
  find.focus();
});

// What somebody has typed outlives a switch of the language, and a session that ended before it was sent: then it is
// there again after the sign-in of the same person, in the same tab. Passwords, secrets and files are never kept.
const TYPED = 'retainer-typed';
const me = document.querySelector('.who')?.textContent ?? '';
const here = location.pathname + location.search;
const signingIn = location.pathname.startsWith('/sign-in');
const fields = () => [...document.querySelectorAll('main form')].map((form) =>
  [...form.elements].filter((field) => field.name && !('secret' in field.dataset) && !['password', 'file', 'hidden', 'submit', 'button'].includes(field.type)));
const isTicked = (field) => field.type === 'checkbox' || field.type === 'radio';

function keepTyped(stage) {
  const values = fields().map((form) => form.map((field) => [field.name, isTicked(field) ? field.checked : field.value]));
  try {
    sessionStorage.setItem(TYPED, JSON.stringify({ stage, me, here, values }));
  } catch {
    // Too much for the browser to keep: then it is as it would be without this.
  }
}

function giveBack(kept) {
  let isOther = false;
  fields().forEach((form, i) => form.forEach((field, j) => {
    const [name, value] = kept.values[i]?.[j] ?? [];
    if (name !== field.name) return;
    isOther ||= isTicked(field) ? field.checked !== value : field.value !== value;
    if (isTicked(field)) field.checked = value;
    else field.value = value;
  }));
  if (!isOther) return;
  const note = document.createElement('p');
  note.className = 'alert';
  note.setAttribute('role', 'status');
  const main = document.querySelector('main');
  note.textContent = main.dataset.typed;
  main.querySelector('.head').after(note);
}

const kept = JSON.parse(sessionStorage.getItem(TYPED) ?? 'null');
if (kept && signingIn) {
  sessionStorage.setItem(TYPED, JSON.stringify({ ...kept, stage: 'ended' }));
  for (const next of document.querySelectorAll('main input[name=next]')) {
    if (next.value === '/') next.value = kept.here;
  }
  for (const provider of document.querySelectorAll('a[href="/sign-in/provider?next=%2F"]')) {
    provider.search = new URLSearchParams({ next: kept.here });
  }
} else if (kept) {
  sessionStorage.removeItem(TYPED);
  if (kept.stage !== 'sent' && kept.here === here && kept.me === me) giveBack(kept);
}

document.addEventListener('submit', ({ target }) => {
  const goesTo = target.getAttribute('action') ?? '';
  if (goesTo === '/sign-out') sessionStorage.removeItem(TYPED);
  else if (signingIn || !me) return;
  else if (goesTo === '/preferences') keepTyped('switched');
  else if (target.closest('main') && target.method === 'post') keepTyped('sent');
});
