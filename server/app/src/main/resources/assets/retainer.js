// Comfort only: every page works without this file.

/** A name within others: letters that turn the direction of writing are shown, and turn nothing. */
function plain(name) {
  return `\u2068${name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')}\u2069`;
}

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
