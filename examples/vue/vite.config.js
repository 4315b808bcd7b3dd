import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('half-year-') } } }),
  ],
  // The package finds its wasm beside itself, so it stays where it is.
  optimizeDeps: { exclude: ['half-year-infographic'] },
});
