// Writes the page of each subject: its script in one minified bundle, its style, and a box for the map.

import { build } from 'esbuild';
import { copyFile, rm, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const path = (url) => fileURLToPath(url).replace(/\/$/, '');

/** Every page is the same but for its script; nothing is painted that is not the subject's own. */
const html = ({ style, script, hints = [], width, height }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Map</title>
<link rel="icon" href="data:,">
<style>body { margin: 8px; } #map { width: ${width}px; ${height ? `height: ${height}px;` : ''} }</style>
${hints.map((hint) => `<link ${hint}>\n`).join('')}${style ? `<link rel="stylesheet" href="${style}">\n` : ''}<script type="module" src="${script}"></script>
</head>
<body><div id="map"></div></body>
</html>
`;

/** Bundles the scripts of the subjects. */
export async function bundle(subjects, folder) {
  await rm(folder, { recursive: true, force: true });
  for (const { name, more } of subjects) {
    await build({
      entryPoints: [path(new URL(`subjects/${name}.js`, import.meta.url))],
      outdir: path(new URL(`${name}/`, folder)),
      bundle: true, minify: true, splitting: true, format: 'esm', target: 'es2022', legalComments: 'none',
      // What the core of summit-map and its element are is in its own site.
      external: ['/summit/*'], loader: { '.png': 'dataurl', '.svg': 'dataurl' }, logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    for (const file of more ?? []) {
      await copyFile(path(new URL(`../node_modules/${file}`, import.meta.url)), path(new URL(`${name}/${file.split('/').at(-1)}`, folder)));
    }
  }
}

/** Puts the page of a subject on the server, at `/NAME/DATA.html`; its map's box is so large. */
export async function publish(server, { name, hints }, folder, data, { width, height }) {
  const hasStyle = await stat(new URL(`${name}/${name}.css`, folder)).then(() => true, () => false);
  await server.add(`/${name}/${data}.html`, html({ style: hasStyle && `${name}.css`, script: `${name}.js`, hints, width, height }));
}
