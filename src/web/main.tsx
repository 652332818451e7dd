import './app/schemas.ts';
import '@fontsource-variable/noto-sans/wght.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/fields.css';
import './styles/overlays.css';
import './styles/controls.css';
import './styles/marks.css';
import './styles/lists.css';
import { SpeechProvider } from './app/locale.tsx';
import { router } from './app/router.tsx';
import { queries } from './data/connection.ts';

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <SpeechProvider>
          <RouterProvider router={router} />
        </SpeechProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
