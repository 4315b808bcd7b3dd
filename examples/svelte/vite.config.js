import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // The package finds its wasm beside itself, so it stays where it is.
  optimizeDeps: { exclude: ['half-year-infographic'] },
});
