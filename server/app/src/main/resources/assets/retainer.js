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
