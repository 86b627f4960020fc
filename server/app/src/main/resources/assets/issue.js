// Comfort only: tables are sorted by a column when its button is pressed. The page works without this file.
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  if (body.rows.length < 2) continue;
  const key = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.textContent = '↕';
    button.setAttribute('aria-label', '↕ ' + head.textContent.trim());
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') !== 'descending';
      const isNumber = head.classList.contains('number');
      const rows = [...body.rows].sort((one, other) => {
        const [a, b] = [key(one, column), key(other, column)];
        // What has no value stays below, whichever way.
        if (isNumber && (a === '' || b === '')) return (a === '') - (b === '');
        const order = isNumber ? a - b : a.localeCompare(b, document.documentElement.lang);
        return down ? -order : order;
      });
      heads.forEach((each) => {
        each.removeAttribute('aria-sort');
        each.querySelector('button.sort').textContent = '↕';
      });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      button.textContent = down ? '↓' : '↑';
      body.append(...rows);
    });
  });
}
