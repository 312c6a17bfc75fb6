/** A line of text that has not arrived. Give it the size of what it stands for, so that nothing jumps. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={`animate-pulse rounded-md bg-wash ${className}`} />;
}
