import type { View } from '../../cards/views.ts';

/** A view with one more sentence said on it. */
export const withNote = (view: View, note: string): View => {
  switch (view.view) {
    case 'message':
      return { ...view, paragraphs: [...view.paragraphs, note] };
    case 'decision':
    case 'deadlines':
    case 'targets':
    case 'segments':
    case 'digest':
    case 'week':
      return { ...view, notes: [note, ...view.notes] };
    case 'request':
      return { ...view, changes: [note, ...view.changes] };
  }
};
