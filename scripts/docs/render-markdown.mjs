import { escapeHtml } from './escape-html.mjs';
import { resolveLink } from './site.mjs';

// Blocks say behind their language what the tests do with them: readers want to know it, too.
const CAPTIONS = {
  'json variables': 'Variables',
  'json answer': 'Answer',
  'json event': 'Event',
  'text output': 'Output',
  mermaid: 'Diagram, as text',
};

/**
 * Turns a page's Markdown into HTML. Gives its title and its sections besides. Headings get the ids
 * that links between the sources use. `place` says where links lead.
 */
export function renderMarkdown(text, { Marked, place }) {
  const headings = [];
  const marked = new Marked({ renderer: rendererFor(place, headings) });
  const body = marked.parse(text);
  const sections = headings.filter(({ depth }) => depth === 2);
  return { body, sections, title: headings[0]?.text ?? place.source };
}

function rendererFor(place, headings) {
  return {
    heading({ tokens, depth }) {
      const content = this.parser.parseInline(tokens);
      const text = this.parser.parseInline(tokens, this.parser.textRenderer);
      const id = uniqueId(idOf(text), headings);
      headings.push({ id, depth, text });
      const anchor = `<a class="anchor" href="#${id}" aria-hidden="true" tabindex="-1">#</a>`;
      return `<h${depth} id="${id}">${content}${depth === 1 ? '' : anchor}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const content = this.parser.parseInline(tokens);
      const address = resolveLink(href, place);
      return address === null ? content : `<a href="${escapeHtml(address)}">${content}</a>`;
    },
    image({ href, text }) {
      const address = resolveLink(href, place) ?? '';
      return `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}" />`;
    },
    code({ text, lang = '' }) {
      const caption = CAPTIONS[lang];
      const label = caption ?? `Code: ${lang.split(' ')[0] || 'text'}`;
      return (
        (caption === undefined ? '' : `<p class="caption">${caption}</p>\n`) +
        `${scrollable('pre', label)}<code>${escapeHtml(text)}</code></pre>\n`
      );
    },
    // Undefined: as it is rendered by default, which calls for the rows once more.
    table(token) {
      const cells = (row, name) =>
        row.map(({ tokens }) => `<${name}>${this.parser.parseInline(tokens)}</${name}>`).join('');
      const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>\n`).join('');
      const head = `<thead>\n<tr>${cells(token.header, 'th')}</tr>\n</thead>`;
      const label = `Table: ${token.header.map(({ text }) => text).join(', ')}`;
      return `${scrollable('div', label, 'table')}<table>\n${head}\n<tbody>\n${rows}</tbody>\n</table></div>\n`;
    },
  };
}

/** What is wider than a phone is scrolled, also by whoever has nothing but a keyboard. */
function scrollable(name, label, className = 'code') {
  return `<${name} class="${className}" role="group" aria-label="${escapeHtml(label)}" tabindex="0">`;
}

/** As the places where the sources are read make them: `All variables` is `all-variables`. */
function idOf(text) {
  return text
    .replaceAll(/&\w+;/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\-_ ]/gu, '')
    .replaceAll(' ', '-');
}

function uniqueId(id, headings) {
  const same = headings.filter((heading) => heading.id.replace(/-\d+$/, '') === id).length;
  return same === 0 ? id : `${id}-${same}`;
}
