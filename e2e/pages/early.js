// A classic script runs before any module, so the element is not defined yet.
document.querySelector('summit-map').selected = 'MEX';
