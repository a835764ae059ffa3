// The pages of one site: links to other summits and languages take along what the address says of
// the map, and a language chosen in the map is a page of its own.

// The part of the address that says which language a map has; here each page says that itself.
const LANGUAGE = /(?<=^#|&)[^&=]*\.lang=([^&]*)(&|$)/;
const kept = () => location.hash.replace(LANGUAGE, '').replace(/[#&]$/, '');
const pageIn = (language) => document.documentElement.lang !== language
  && [...document.querySelectorAll('link[rel=alternate]')].find(({ hreflang }) => hreflang === language);

// When the pointer comes down, for the map closes its card then; a key clicks without a pointer.
for (const kind of ['pointerdown', 'click']) {
  addEventListener(kind, ({ target, detail }) => {
    const link = !detail && target.closest?.('footer nav a');
    if (link) link.hash = kept();
  }, true);
}

addEventListener('summit-map-language', (event) => {
  const page = pageIn(event.detail.language);
  if (!page) return;
  event.preventDefault();
  location.assign(page.href + kept());
});

// A link from before the languages had pages.
const asked = pageIn(LANGUAGE.exec(location.hash)?.[1]);
if (asked) location.replace(asked.href + kept());
