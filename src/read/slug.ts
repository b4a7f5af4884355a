/** Converts a title to an id: `Refund – approved!` → `refund-approved`. */
export function slugOf(title: string): string {
  const slug = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return slug.replace(/^-|-$/g, '') || 'reply';
}
