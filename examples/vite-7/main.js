import 'summit-map';

const said = document.querySelector('output');
document.addEventListener('summit-map-ready', ({ detail }) => { said.value += `${detail.regions} regions. `; });
document.addEventListener('summit-map-select', ({ detail }) => { said.value += `Selected: ${detail.id}. `; });
