// Comfort only: every page works without this file.

// Progress of an upload, and files dropped onto the field.
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
    chosen.textContent = field.files.length > 1 ? [...field.files].map((file) => file.name).join(' · ') : '';
  });
  form.addEventListener('submit', () => {
    const button = form.querySelector('button.primary');
    button.disabled = true;
    button.textContent = form.dataset.upload;
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
