import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The browser gets the production form, whatever environment builds it.
process.env.NODE_ENV = 'production';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
});
