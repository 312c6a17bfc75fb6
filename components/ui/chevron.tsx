/** Points down to what opens below; its class says how large it is, and turns or places it. */
export function Chevron({ className }: { className: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      className={className}
    >
      <path d="m3 6 5 5 5-5" />
    </svg>
  );
}
