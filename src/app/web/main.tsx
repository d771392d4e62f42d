import './noEval.ts'
import '../../platform/web/style/all.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from '../../platform/web/query.ts'
import { askWhoAgain } from './me.hooks.ts'
import { router } from './router.tsx'
import { Spoken } from './Spoken.tsx'

// what may be done is asked again when something was not: the menu then says what is left
const client = makeQueryClient((asking) => void askWhoAgain(asking))

const place = document.getElementById('desk')
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Spoken>
          <RouterProvider router={router} />
        </Spoken>
      </QueryClientProvider>
    </StrictMode>,
  )
