// The server for development puts packages elsewhere, and before Vite 8 left their wasm behind.
export default { optimizeDeps: { exclude: ['summit-map'] } };
