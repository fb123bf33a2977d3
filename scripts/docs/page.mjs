/** A page of the documentation as a whole. It loads a stylesheet and an icon, and runs nothing. */
export function docsPage({ page, rendered, pages }) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${rendered.title}${rendered.title === 'Paceline' ? ' documentation' : ' · Paceline'}</title>
    <link rel="icon" href="/docs/assets/icon.svg" />
    <link rel="stylesheet" href="/docs/assets/docs.css" />
  </head>
  <body>
    <a class="skip" href="#content">Skip to the text</a>
    <header>
      <a class="brand" href="/"><img src="/docs/assets/icon.svg" alt="" width="28" height="28" />Paceline</a>
      <nav aria-label="Paceline">
        <a href="/">Console</a>
        <a href="/playground">Playground</a>
        <a href="/docs">Documentation</a>
      </nav>
    </header>
    <div class="columns">
      <nav class="pages" aria-label="Documentation">
        ${navigation({ page, rendered, pages })}
      </nav>
      <main id="content">
${rendered.body}
      </main>
    </div>
  </body>
</html>
`;
}

function navigation({ page, rendered, pages }) {
  const items = pages
    .filter(({ label }) => label !== null)
    .map((other) => {
      const isCurrent = other.address === page.address;
      const mark = isCurrent ? ' aria-current="page"' : '';
      const link = `<a href="${other.address}"${mark}>${other.label}</a>`;
      return `<li>${link}${isCurrent ? sectionLinks(rendered.sections) : ''}</li>`;
    });
  return `<ul>\n          ${items.join('\n          ')}\n        </ul>`;
}

function sectionLinks(sections) {
  if (sections.length === 0) return '';
  const items = sections.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`);
  return `<ul>${items.join('')}</ul>`;
}
