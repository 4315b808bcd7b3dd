import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // The package finds its wasm beside itself, so it stays where it is.
  optimizeDeps: { exclude: ['half-year-infographic'] },
});
