/** A drawing of one line in the text's colour, 16 units square; its class says how large it is. It says nothing to a screen reader. */
export function Icon({ path, className }: { path: string; className: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      <path d={path} />
    </svg>
  );
}
