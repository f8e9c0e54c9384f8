import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: { conditions: ['@personate/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    // The gateway's policy allows neither inline scripts nor data: scripts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The first load is held under its limit by tests/console.test.ts, which counts what is sent.
    chunkSizeWarningLimit: 1_500,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8787', '/health': 'http://127.0.0.1:8787' } },
});
